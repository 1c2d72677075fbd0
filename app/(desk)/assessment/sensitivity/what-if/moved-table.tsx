import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { Move } from '@/lib/assessment/sensitivity/moves';
import { decimalOf, groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import { plainNumber } from '@/lib/statistics/plain-number';
import type { T } from './words-of';

/** Units by their rank in the scenario, with their rank in the run. */
export function MovedTable(props: {
  moves: readonly Move[];
  names: ReadonlyMap<string, string>;
  decimals: number;
  /** The reader's own unit. */
  own: string | null;
  t: T;
}) {
  const { moves, names, decimals, t } = props;
  const rankOf = (rank: number | null, row: { isApart: boolean; isTied: boolean }) => {
    if (rank === null) return <span className="text-ink-2">{t(row.isApart ? 'apart' : 'unranked')}</span>;
    return (
      <>
        {plainNumber(rank)}
        {row.isTied && <span className="text-ink-2">（{t('tied')}）</span>}
      </>
    );
  };
  const shownOf = (shown: string | null) => (shown === null ? t('none') : groupedDecimal(shown));
  const columns: readonly Column<Move>[] = [
    { key: 'unit', header: t('columns.unit'), className: 'min-w-28', cell: ({ unit }) => names.get(unit) ?? unit },
    { key: 'newRank', header: t('columns.newRank'), align: 'end', cell: (move) => rankOf(move.rank, move) },
    { key: 'move', header: t('columns.move'), align: 'end', cell: (move) => <Places move={move} t={t} /> },
    {
      key: 'oldRank',
      header: t('columns.oldRank'),
      align: 'end',
      cell: ({ before }) => before && rankOf(before.rank, before),
    },
    {
      key: 'newTotal',
      header: t('columns.newTotal'),
      align: 'end',
      cell: ({ shown, isProvisional }) => (
        <>
          {shownOf(shown)}
          {isProvisional && <span className="text-ink-2">（{t('provisional')}）</span>}
        </>
      ),
    },
    {
      key: 'oldTotal',
      header: t('columns.oldTotal'),
      align: 'end',
      cell: ({ before }) => shownOf(before?.shown ?? null),
    },
    {
      key: 'difference',
      header: t('columns.difference'),
      align: 'end',
      cell: ({ total, before }) =>
        total === null || !before || before.total === null
          ? t('none')
          : signedDecimal(decimalOf(total - before.total, decimals)),
    },
  ];
  return (
    <DataTable
      caption={t('results')}
      rows={moves}
      columns={columns}
      rowKey={({ unit }) => unit}
      isFocal={({ unit }) => unit === props.own}
    />
  );
}

function Places({ move: { places, turn }, t }: { move: Move; t: T }) {
  if (turn !== null) return <span className="font-semibold">{t(turn === 'in' ? 'turnIn' : 'turnOut')}</span>;
  if (places === null) return <span className="text-ink-2">{t('none')}</span>;
  const far = Math.abs(places);
  const said = places > 0 ? t('moveUp', { places }) : places < 0 ? t('moveDown', { places: far }) : t('moveNone');
  return (
    <span title={said} className={places === 0 ? 'text-ink-2' : 'font-semibold'}>
      <span aria-hidden="true">
        {places > 0 ? `↑${plainNumber(far)}` : places < 0 ? `↓${plainNumber(far)}` : t('none')}
      </span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
