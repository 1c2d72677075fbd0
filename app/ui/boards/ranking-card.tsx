import { RankCell, UnitMarks } from '@/app/ui/assessment/rank-cell';
import { PlaceChange } from '@/app/ui/figures/rank-badge';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { RankedRow } from '@/lib/assessment/rankings/several/words';
import { changeOf } from '@/lib/assessment/rankings/table/rank-row';
import type { CardBody } from '@/lib/dashboards/boards/cards/card-view';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

type Ranking = Extract<CardBody, { kind: 'ranking' }>;

/** The leading units of a published run with rank, change and total. */
export function RankingCard({ body, title, locale }: { body: Ranking; title: string; locale: Locale }) {
  const t = translator(locale, 'boards');
  const { rows, run, focal } = body;
  const hasChange = rows.some((row) => changeOf(row) !== null);
  const columns: (Column<RankedRow> | false)[] = [
    {
      key: 'rank',
      header: t('columns.rank'),
      align: 'center',
      cell: (row) => <RankCell row={row} of={row.ranked} units={row.units} locale={locale} />,
    },
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'w-full min-w-24',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <a href={paths.explanation(run.id, row.code)} className="hover:text-sea hover:underline">
            {markedName(row, locale)}
          </a>
          <UnitMarks row={row} locale={locale} />
        </span>
      ),
    },
    hasChange && {
      key: 'change',
      header: t('columns.change'),
      align: 'center',
      cell: (row) => <PlaceChange change={changeOf(row)} locale={locale} />,
    },
    {
      key: 'total',
      header: t('columns.total'),
      align: 'end',
      cell: ({ shown }) => (shown === null ? '—' : <b className="font-semibold">{groupedDecimal(shown)}</b>),
    },
  ];
  return (
    <DataTable
      caption={title}
      rows={rows}
      columns={columns.filter((column) => column !== false)}
      rowKey={({ code }) => code}
      isFocal={({ code }) => focal.has(code)}
    />
  );
}
