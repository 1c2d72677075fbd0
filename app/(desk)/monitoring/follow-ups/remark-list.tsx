import type { ReactNode } from 'react';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/page/words';
import { writtenMonth, writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths, withQuery } from '@/lib/paths';

/** Leaders' remarks, each with the follow-up that was raised from it, or for the office the way to raise it. */
export function RemarkList(props: {
  remarks: readonly RemarkLine[];
  mayRaise: boolean;
  children?: ReactNode;
  locale: Locale;
}) {
  const { remarks, mayRaise, locale } = props;
  const t = translator(locale, 'followUps');
  return (
    <Section id="remarks" title={t('remarks.title')} note={t('remarks.note')}>
      {remarks.length === 0 && <p className="mb-4 text-ink-2">{t('remarks.none')}</p>}
      <ul className="max-w-3xl">
        {remarks.map((remark) => (
          <li key={remark.id} className="border-b border-rule py-2">
            <p className="whitespace-pre-line">{marked(remark.words, locale)}</p>
            <p className="flex flex-wrap gap-x-4 text-table text-ink-2">
              <span>
                <a href={withQuery(paths.lamp(remark.unit.code, remark.indicator.code), { year: remark.year })}>
                  {markedName(remark.unit, locale)} {markedName(remark.indicator, locale)}
                </a>{' '}
                {writtenMonth(remark, locale)}
              </span>
              <span>{marked(t('remarks.line', { name: remark.by, at: writtenMoment(remark.at) }), locale)}</span>
              {remark.followUpId !== null ? (
                <a href={paths.followUp(remark.followUpId)} className="text-sea underline">
                  {t('remarks.raised', { number: writtenNumber(remark.followUpId, locale) })}
                </a>
              ) : mayRaise ? (
                <a href={withQuery(paths.newFollowUp, { remark: remark.id })} className="text-sea underline">
                  {t('remarks.raise')}
                </a>
              ) : (
                <span>{t('remarks.waiting')}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {props.children}
    </Section>
  );
}
