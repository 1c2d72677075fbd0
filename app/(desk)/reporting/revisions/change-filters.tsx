import { buttonLook } from '@/app/ui/primitives/button';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { FilterField } from '@/app/ui/tables/filter-field';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { type ChangeAddress, changeQuery, ranges, type Stretch } from '@/lib/reporting/revisions/changes/change-choice';
import { changeKinds } from '@/lib/reporting/revisions/words';

/** The filters of time range, indicator, unit and group. A typed range overrides the predefined ones. */
export function ChangeFilters(props: {
  path: string;
  asked: ChangeAddress;
  stretch: Stretch;
  filters: { indicators: readonly Named[]; groups: readonly Named[]; unit: Named | null };
  locale: Locale;
}) {
  const { path, asked, stretch, filters, locale } = props;
  const t = translator(locale, 'revisions');
  const isAsked = changeQuery(asked) !== '';
  const options = (rows: readonly Named[], any: string) => [
    { value: '', label: any },
    ...rows.map((row) => ({ value: row.code, label: nameOf(row, locale) })),
  ];
  const withoutTime = { since: undefined, until: undefined };
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-x-4 gap-y-2" data-chrome>
        <FilterTabs
          label={t('range')}
          options={ranges.map((range) => ({
            label: t(`ranges.${range}`),
            href: path + changeQuery(asked, { ...withoutTime, range: range === 'week' ? undefined : range }),
            current: stretch.range === range,
          }))}
        />
        <FilterTabs
          label={t('kind')}
          options={changeKinds.map((kind) => ({
            label: t(`kinds.${kind}`),
            href: path + changeQuery(asked, { kind: kind === 'all' ? undefined : kind }),
            current: asked.kind === kind,
          }))}
        />
      </div>
      <FilterBar
        action={path}
        keep={{
          range: asked.range === 'week' ? undefined : asked.range,
          kind: asked.kind === 'all' ? undefined : asked.kind,
        }}
        {...(isAsked && { resetHref: path })}
      >
        <FilterField name="since" label={t('since')} value={asked.since} type="datetime-local" />
        <FilterField name="until" label={t('until')} value={asked.until} type="datetime-local" />
        <div className="max-sm:w-full sm:[&_select]:w-48">
          <FilterSelect
            label={t('indicator')}
            name="indicator"
            value={asked.indicator}
            options={options(filters.indicators, t('anyIndicator'))}
          />
        </div>
        <FilterField
          name="unit"
          label={t('unit')}
          value={filters.unit ? nameOf(filters.unit, locale) : asked.unit}
          hint={t('unitHint')}
        />
        <div className="max-sm:w-full sm:[&_select]:w-44">
          <FilterSelect
            label={t('group')}
            name="group"
            value={asked.group}
            options={options(filters.groups, t('anyGroup'))}
          />
        </div>
        <button type="submit" className={buttonLook('primary')}>
          {t('apply')}
        </button>
      </FilterBar>
    </>
  );
}
