import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withQuery } from '@/lib/paths';
import type { AssessedKind, ChosenPeriod } from '@/lib/reporting/collections/choices/choose-period';

/** The step before a form: the choice of its period. The choice is in the address, so it works without scripts. */
export function PeriodChooser(props: {
  action: string;
  chosen: ChosenPeriod<AssessedKind>;
  keep?: Readonly<Record<string, string | undefined>>;
  locale: Locale;
}) {
  const { action, chosen, keep = {}, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="mb-4">
        <FilterTabs
          label={t('form.kind')}
          options={chosen.kinds.map((kind) => ({
            label: t(`form.kinds.${kind}`),
            href: withQuery(action, { ...keep, kind }),
            current: kind === chosen.kind,
          }))}
        />
      </div>
      <FilterBar action={action} isPart keep={{ ...keep, kind: chosen.kind }}>
        <FilterSelect
          label={t('form.year')}
          name="year"
          value={`${chosen.year}`}
          options={chosen.years.map((year) => ({ value: `${year}`, label: writtenPeriod(`${year}`, locale) }))}
        />
        {chosen.periods.length > 1 && (
          <FilterSelect
            label={t('period')}
            name="period"
            value={chosen.period}
            options={chosen.periods.map((code) => ({ value: code, label: writtenPeriod(code, locale) }))}
          />
        )}
      </FilterBar>
    </div>
  );
}
