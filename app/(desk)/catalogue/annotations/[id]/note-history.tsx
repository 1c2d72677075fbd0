import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { columnsTold } from '@/lib/catalogue/annotations/told/written-note';
import type { AnnotationStep } from '@/lib/catalogue/annotations/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The confirmed steps of a note, newest first, each with what the note said before. */
export function NoteHistory({ steps, locale }: { steps: readonly AnnotationStep[]; locale: Locale }) {
  const t = translator(locale, 'annotations');
  const what = translator(locale, 'proposals');
  return (
    <Section id="history" title={t('history')}>
      {steps.length === 0 && <p className="text-ink-2">{t('historyNone')}</p>}
      <ol className="text-table">
        {steps.map(({ id, step, reason, decidedAt, was, by }) => (
          <li key={id} className="border-b border-rule py-2 break-words">
            <p>
              <span className="mr-3 font-medium">{t(`steps.${step}`)}</span>
              <span className="mr-3 text-ink-2">{t('confirmedAt', { at: writtenMoment(decidedAt) })}</span>
              {by && <span className="text-ink-2">{t('by', by)}</span>}
            </p>
            {reason !== '' && <p>{marked(t('reason', { reason }), locale)}</p>}
            {columnsTold(was ?? {}).map(({ name, value }) => (
              <p key={name} className="text-ink-2">
                {marked(t('saidBefore', { field: what(`sentences.what.${name}`), value: value || t('empty') }), locale)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
