import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { BoardData } from '@/lib/dashboards/boards/cards/queries';
import type { BoardFilter } from '@/lib/dashboards/boards/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The filters of a board, which act on all of its cards: the periods, units and groups that its cards know. */
export function BoardFilters(props: { path: string; filter: BoardFilter; data: BoardData; locale: Locale }) {
  const { path, filter, data, locale } = props;
  const t = translator(locale, 'boards');
  const own = { value: '', label: t('filters.own') };
  const units = new Map(
    [...data.units.values(), ...data.members.map(({ unit }) => unit)].map((unit) => [unit.code, unit]),
  );
  const known = (codes: readonly string[], chosen: string) =>
    chosen === '' || codes.includes(chosen) ? codes : [chosen, ...codes];
  return (
    <>
      <FilterBar action={path} resetHref={path}>
        <FilterSelect
          label={t('filters.period')}
          name="period"
          value={filter.period}
          options={[
            own,
            ...known(data.offered, filter.period).map((code) => ({ value: code, label: writtenPeriod(code, locale) })),
          ]}
        />
        <FilterSelect
          label={t('filters.unit')}
          name="unit"
          value={filter.unit}
          options={[
            own,
            ...known([...units.keys()], filter.unit).map((code) => {
              const unit = units.get(code);
              return { value: code, label: unit ? nameOf(unit, locale) : code };
            }),
          ]}
        />
        <FilterSelect
          label={t('filters.group')}
          name="group"
          value={filter.group}
          options={[own, ...[...data.groups.values()].map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
        />
      </FilterBar>
      <p className="-mt-2 mb-4 text-xs leading-5 text-ink-2" data-chrome>
        {t('filters.note')}
      </p>
    </>
  );
}
