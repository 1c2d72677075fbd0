import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure, ReturnHead } from '@/lib/reporting/entry/form/words';
import { writtenEntry } from '@/lib/reporting/entry/form/written-entry';
import { keyOf } from '@/lib/reporting/figure-key';
import { reopen } from './actions';

const isLocked = ({ state, canWithdraw }: FormFigure) =>
  state === 'approved' || (state === 'submitted' && !canWithdraw);

/** Requests that locked figures be opened for a correction; another person decides. */
export function ReopenForm(props: {
  head: ReturnHead;
  figures: readonly FormFigure[];
  chosen: string;
  locale: Locale;
}) {
  const { head, locale } = props;
  const t = translator(locale, 'entry');
  const locked = props.figures.filter(isLocked);
  if (locked.length === 0) return null;
  return (
    <div data-chrome>
      <Section id="reopen" title={t('reopenTitle')} note={t('reopenLead')}>
        <CommandForm
          action={reopen}
          submit={t('reopen')}
          tone="outline"
          refusedTitle={t('notAsked')}
          hidden={{ collectionId: head.collectionId, unitCode: head.unit.code }}
          className="max-w-3xl"
        >
          <fieldset className="mb-4 grid gap-x-8 sm:grid-cols-2" id="field-figures">
            <legend className="sr-only">{t('figures')}</legend>
            {locked.map((figure) => (
              <label key={keyOf(figure)} className="flex min-h-9 items-center gap-2 max-sm:min-h-11">
                <input
                  type="checkbox"
                  name="figure"
                  value={keyOf(figure)}
                  defaultChecked={keyOf(figure) === props.chosen}
                />
                {markedName(figure.indicator, locale)}{' '}
                <span className="text-ink-2">
                  {writtenPeriod(figure.periodCode, locale)}{' '}
                  {writtenEntry(figure.entry.typed, figure.indicator, locale) || '—'}
                  {figure.state === 'submitted' && ` · ${t('inReview')}`}
                </span>
              </label>
            ))}
          </fieldset>
          <TextAreaField name="reason" label={t('reopenReason')} maxLength={300} />
        </CommandForm>
      </Section>
    </div>
  );
}
