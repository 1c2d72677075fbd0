import { withdraw } from '@/app/(desk)/catalogue/cited/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isCitable } from '@/lib/observations/cited/is-citable';
import { shownAt } from '@/lib/observations/shown-at';
import { writtenText } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import type { FigureHistory, FigureRevision } from '@/lib/reporting/revisions/words';

/** What those who answer for a figure may ask for: its correction out of a document, and its withdrawal. */
export function FigureMeasures({ history, locale }: { history: FigureHistory; locale: Locale }) {
  const { indicator, unit, periodCode, revisions } = history;
  const t = translator(locale, 'cited');
  const last = revisions.at(-1);
  const shown = last ? shownAt(revisions, last.recordedAt) : null;
  const { code } = indicator;
  const about = { indicator: code, unit: unit.code, period: periodCode };
  const isUsable = shown !== null && isCitable(shown.citation);
  return (
    <div className="mt-4" data-chrome>
      <p className="mb-2 flex flex-wrap gap-3">
        {isUsable && (
          <a href={withQuery(paths.recordCited(shown.citation.sourceCode), about)} className={buttonLook('outline')}>
            {t('figure.correct')}
          </a>
        )}
        <a href={paths.sources} className={buttonLook('quiet')}>
          {t('figure.correctFrom')}
        </a>
      </p>
      {shown && (
        <CommandForm
          action={withdraw}
          submit={t('figure.withdraw')}
          refusedTitle={t('refusedTitle')}
          tone="danger"
          id="withdraw"
          hidden={{
            ...{ indicatorCode: code, orgUnitCode: unit.code, periodCode, version: shown.revision },
          }}
          folded={t('figure.withdraw')}
          className="max-w-2xl"
        >
          <p className="my-2 text-table text-ink-2">{t('figure.withdrawLead')}</p>
          <SelectField
            name="restores"
            label={t('figure.restores')}
            value=""
            options={[
              { value: '', label: t('figure.restoresNothing') },
              ...earlierThan(shown, revisions).map((one) => ({
                value: `${one.revision}`,
                label: t('figure.restoresEarlier', {
                  revision: one.revision,
                  value: writtenText(one, locale, indicator.measure),
                  vintage: translator(locale, 'figures')(one.vintage),
                }),
              })),
            ]}
          />
          <TextAreaField name="reason" label={translator(locale, 'cited')('detail.reason')} rows={2} maxLength={300} />
        </CommandForm>
      )}
    </div>
  );
}

/** The values that may be shown again, the newest first; the last withdrawal ended those before it. */
function earlierThan(shown: FigureRevision, revisions: readonly FigureRevision[]): FigureRevision[] {
  const ended = revisions.findLast(({ isWithdrawal }) => isWithdrawal)?.revision ?? 0;
  return revisions.filter(({ revision }) => revision > ended && revision !== shown.revision).reverse();
}
