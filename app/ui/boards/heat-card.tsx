import { TintedFigure } from '@/app/ui/figures/tinted-figure';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { CardBody } from '@/lib/dashboards/boards/cards/card-view';
import type { Facet } from '@/lib/dashboards/compare/words';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type Heat = Extract<CardBody, { kind: 'heat' }>;

/** Several indicators of a group, tinted by place; the period stands in the head where indicators have different ones. */
export function HeatCard({ body, title, locale }: { body: Heat; title: string; locale: Locale }) {
  const t = translator(locale, 'boards');
  const { facets, units, of, cellOf, focal } = body;
  const differ = new Set(facets.map(({ periodCode }) => periodCode)).size > 1;
  const columns: Column<Named>[] = [
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'min-w-24',
      cell: (unit) => <a href={paths.unit(unit.code)}>{markedName(unit, locale)}</a>,
    },
    ...facets.map((facet): Column<Named> => column(facet, cellOf, differ, locale)),
  ];
  return (
    <>
      <DataTable
        caption={title}
        rows={units}
        columns={columns}
        rowKey={({ code }) => code}
        isFocal={({ code }) => focal.has(code)}
      />
      <p className="mt-2 text-[12px] leading-[18px] text-ink-2">
        {t('heatLegend')} {of > units.length && t('ofUnits', { of, count: units.length })}
      </p>
    </>
  );
}

function column(facet: Facet, cellOf: Heat['cellOf'], differ: boolean, locale: Locale): Column<Named> {
  const { key, indicator, periodCode } = facet;
  return {
    key,
    align: 'end',
    className: 'min-w-24 max-w-44',
    header: (
      <span className="inline-flex flex-col items-end whitespace-normal">
        <a
          href={withQuery(paths.indicator(indicator.code), { period: periodCode })}
          className="text-right hover:text-sea"
        >
          {markedName(indicator, locale)}
        </a>
        <span className="font-normal">
          {differ && `${writtenPeriod(periodCode, locale)} `}({unitOf(indicator, locale)})
        </span>
      </span>
    ),
    cell: (unit) => <TintedFigure cell={cellOf(unit.code, key)} facet={facet} locale={locale} />,
  };
}
