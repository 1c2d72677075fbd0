import type { ReactNode } from 'react';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { schemesAmong } from '@/lib/assessment/rankings/choose-run';
import type { ResultRun, RunChoice } from '@/lib/assessment/rankings/result-run';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The choice of a scheme and of its published periods. A chosen run that is not published stays chosen. */
export function RunChooser(props: {
  action: string;
  choices: readonly RunChoice[];
  run: Pick<ResultRun, 'id' | 'schemeCode' | 'periodCode' | 'state'>;
  hasPeriod?: boolean;
  locale: Locale;
  children?: ReactNode;
}) {
  const { action, choices, run, locale, hasPeriod = true, children } = props;
  const t = translator(locale, 'rankings');
  if (run.state !== 'published') {
    return (
      children && (
        <FilterBar action={action} keep={{ run: run.id }}>
          {children}
        </FilterBar>
      )
    );
  }
  const periods = choices.filter(({ schemeCode }) => schemeCode === run.schemeCode);
  return (
    <FilterBar action={action}>
      <FilterSelect
        label={t('chooser.scheme')}
        name="scheme"
        value={run.schemeCode}
        options={schemesAmong(choices).map((choice) => ({
          value: choice.schemeCode,
          label: t('chooser.option', { scheme: nameOf(choice, locale), group: nameOf(choice.group, locale) }),
        }))}
      />
      {hasPeriod && (
        <FilterSelect
          label={t('chooser.period')}
          name="period"
          value={run.periodCode}
          options={periods.map(({ periodCode }) => ({ value: periodCode, label: writtenPeriod(periodCode, locale) }))}
        />
      )}
      {children}
    </FilterBar>
  );
}
