import { Figure } from '@/app/ui/figures/figure';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { Part, PartHistory, PartPeriod, Predecessors } from '@/lib/catalogue/units/predecessors/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import { paths } from '@/lib/paths';

/** The latest periods of an indicator in the table; the charts have more. */
const latest = 5;

type Row = PartPeriod & { readonly indicator: PartHistory['indicator']; readonly isFirst: boolean };

/** The name of a predecessor, or of the unit itself before others merged into it. */
export function partName(part: Part, unitCode: string, locale: Locale): string {
  const name = nameOf(part, locale);
  return part.code === unitCode ? translator(locale, 'units')('itself', { name }) : name;
}

/** What the unit's predecessors had before they became it, a column each, and the sum where it is a comparable one. */
export function Before(props: { predecessors: Predecessors; unitCode: string; locale: Locale }) {
  const { predecessors, unitCode, locale } = props;
  const { parts, histories } = predecessors;
  if (histories.length === 0) return null;
  const t = translator(locale, 'units');
  const rows = histories.flatMap(({ indicator, periods }) =>
    periods.slice(0, latest).map((one, at): Row => ({ ...one, indicator, isFirst: at === 0 })),
  );
  const hasSum = rows.some(({ sum }) => sum !== null);
  const columns: Column<Row>[] = [
    {
      key: 'indicator',
      header: t('indicator'),
      className: 'min-w-40',
      cell: ({ indicator, isFirst }) =>
        isFirst && (
          <a href={paths.indicator(indicator.code)} className="hover:text-sea hover:underline">
            {t('nameWithUnit', { name: nameOf(indicator, locale), unit: unitOf(indicator, locale) })}
          </a>
        ),
    },
    {
      key: 'period',
      header: t('period'),
      className: 'whitespace-nowrap',
      cell: ({ periodCode }) => writtenPeriod(periodCode, locale),
    },
    ...parts.map(
      (part, at): Column<Row> => ({
        key: part.code,
        header: (
          <a href={paths.unit(part.code)} className="hover:text-sea hover:underline">
            {partName(part, unitCode, locale)}
          </a>
        ),
        align: 'end',
        cell: ({ figures, indicator }) => {
          const figure = figures[at];
          return figure ? (
            <Figure figure={figure} measure={indicator.measure} locale={locale} size="table" />
          ) : (
            t('none')
          );
        },
      }),
    ),
    ...(hasSum
      ? [
          {
            key: 'sum',
            header: t('sum'),
            align: 'end',
            cell: ({ sum }) =>
              sum ? <em>{writtenText({ ...sum, qualifier: 'exact', qualifierPrinted: '' }, locale)}</em> : t('none'),
          } satisfies Column<Row>,
        ]
      : []),
  ];
  return (
    <Section id="before" title={t('before')} note={t('beforeNote')}>
      <DataTable
        caption={t('before')}
        rows={rows}
        columns={columns}
        rowKey={({ indicator, periodCode }) => `${indicator.code} ${periodCode}`}
      />
      {hasSum && <p className="mt-2 text-xs text-ink-2">{t('sumNote')}</p>}
      {!predecessors.isWhole && <p className="mt-2 text-xs text-ink-2">{t('partsCut')}</p>}
    </Section>
  );
}
