import { ChartMenu } from '@/app/ui/charts/chart-menu';
import { menuWords } from '@/app/ui/charts/menu-words';
import { TintedFigure } from '@/app/ui/figures/tinted-figure';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { addressOf } from '@/lib/dashboards/compare/choice';
import type { HeatTable as Heat } from '@/lib/dashboards/compare/heat';
import type { Choice, Choices, ComparedUnit, Facet } from '@/lib/dashboards/compare/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** The comparison as a table, each figure tinted by its place in its measure and period. */
export function HeatTable(props: {
  home: readonly string[];
  heat: Heat;
  choice: Choice;
  choices: Choices;
  locale: Locale;
}) {
  const { home, heat, choice, choices, locale } = props;
  const t = translator(locale, 'compare');
  const units = heat.units.flatMap((code) => choices.units.find((unit) => unit.code === code) ?? []);
  const shared = {
    caption: t('caption', { units: units.length }),
    sort: choice.sort ? { key: choice.sort, order: choice.order } : null,
    sortHref: (key: string, order: 'asc' | 'desc' | null) =>
      addressOf({ ...choice, sort: order ? key : '', order: order ?? 'desc' }),
  };
  return (
    <figure className="relative">
      <div className="max-sm:flex max-sm:justify-end sm:absolute sm:-top-12 sm:right-0">
        <ChartMenu fileName={t('title')} words={menuWords(t('download'), locale)} actions={['csv', 'copy']} />
      </div>
      {choice.transposed ? (
        <DataTable
          {...shared}
          rows={heat.facets}
          rowKey={(facet) => facet.key}
          columns={[facetColumn(locale), ...units.map((unit) => unitColumn(unit, heat, locale))]}
        />
      ) : (
        <DataTable
          {...shared}
          rows={units}
          rowKey={(unit) => unit.code}
          isFocal={(unit) => home.includes(unit.code)}
          columns={[nameColumn(locale), ...heat.facets.map((facet) => facetFigures(facet, heat, choice, locale))]}
        />
      )}
      <figcaption className="mt-2 text-table text-ink-2">{t('legend')}</figcaption>
    </figure>
  );
}

function nameColumn(locale: Locale): Column<ComparedUnit> {
  const t = translator(locale, 'compare');
  return {
    key: 'unit',
    header: t('units'),
    className: 'min-w-28',
    cell: (unit) => <a href={paths.unit(unit.code)}>{markedName(unit, locale)}</a>,
  };
}

function facetFigures(facet: Facet, heat: Heat, choice: Choice, locale: Locale): Column<ComparedUnit> {
  const several = choice.periods.length > 1;
  return {
    key: facet.key,
    sortable: true,
    align: 'end',
    className: 'min-w-24 max-w-44',
    header: (
      <span className="inline-flex flex-col items-end whitespace-normal">
        <span className="text-right">{markedName(facet.indicator, locale)}</span>
        <span className="font-normal">
          {several && `${writtenPeriod(facet.periodCode, locale)} `}({unitOf(facet.indicator, locale)})
        </span>
      </span>
    ),
    cell: (unit) => <TintedFigure cell={heat.cellOf(unit.code, facet.key)} facet={facet} locale={locale} />,
  };
}

function facetColumn(locale: Locale): Column<Facet> {
  const t = translator(locale, 'compare');
  return {
    key: 'facet',
    header: t('indicator'),
    className: 'min-w-40',
    cell: ({ indicator, periodCode }) => (
      <a href={withQuery(paths.indicator(indicator.code), { period: periodCode })}>
        {markedName(indicator, locale)}{' '}
        <span className="font-normal whitespace-nowrap text-ink-2">
          {writtenPeriod(periodCode, locale)} ({unitOf(indicator, locale)})
        </span>
      </a>
    ),
  };
}

function unitColumn(unit: ComparedUnit, heat: Heat, locale: Locale): Column<Facet> {
  return {
    key: unit.code,
    header: nameOf(unit, locale),
    sortable: true,
    align: 'end',
    cell: (facet) => <TintedFigure cell={heat.cellOf(unit.code, facet.key)} facet={facet} locale={locale} />,
  };
}
