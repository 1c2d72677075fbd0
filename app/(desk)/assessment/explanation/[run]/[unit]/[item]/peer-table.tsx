import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { Place } from '@/app/ui/figures/rank-badge';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { stepHeading } from '@/lib/assessment/explanation/step-heading';
import { targetIn } from '@/lib/assessment/explanation/term-origin';
import type { StepValues, ValueStep } from '@/lib/assessment/explanation/value-steps';
import type { ItemRow } from '@/lib/assessment/rankings/item/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** One item across the units of a run, the highest share first, with its value at each step on the way to the method. */
export function PeerTable(props: {
  run: ResultRun;
  item: SchemeItem;
  code: string;
  rows: readonly ItemRow[];
  steps: readonly ValueStep[];
  /** The values of a unit at the steps. */
  valuesOf: (row: ItemRow) => StepValues;
  locale: Locale;
}) {
  const { run, item, code, rows, steps, valuesOf, locale } = props;
  const t = translator(locale, 'explanation');
  const r = translator(locale, 'rankings');
  const columns: Column<ItemRow>[] = [
    {
      key: 'unit',
      header: t('peers.unit'),
      className: 'min-w-28',
      cell: (row) => <ExplainedLink run={run.id} unit={row.code} item={item.key} name={nameOf(row, locale)} />,
    },
    {
      key: 'place',
      header: t('peers.place'),
      align: 'center',
      cell: ({ place, shared, of }) =>
        place === null ? (
          <span className="text-ink-2">—</span>
        ) : (
          <Place place={place} of={of} tied={shared > 1} locale={locale} plain />
        ),
    },
    ...steps.map(
      (step, at): Column<ItemRow> => ({
        key: `value${at}`,
        header: stepHeading(step, steps.length, locale),
        align: 'end',
        cell: (row) => {
          const value = valuesOf(row)[at] ?? null;
          return value === null ? <span className="text-ink-2">—</span> : writtenNumber(value);
        },
      }),
    ),
    ...(rows.some((row) => targetIn(item, row.item) !== null)
      ? [
          {
            key: 'target',
            header: t('peers.target'),
            align: 'end' as const,
            cell: (row: ItemRow) => {
              const target = targetIn(item, row.item);
              return target === null ? <span className="text-ink-2">—</span> : writtenNumber(target);
            },
          },
        ]
      : []),
    {
      key: 'share',
      header: t('peers.share'),
      align: 'end',
      cell: ({ item: { share } }) => <ScoreNumber value={share} digits={2} />,
    },
    {
      key: 'points',
      header: t('peers.points'),
      align: 'end',
      cell: ({ item: { points } }) => <ScoreNumber value={points} digits={run.scheme.decimals} />,
    },
    {
      key: 'remarks',
      header: t('peers.remarks'),
      className: 'whitespace-nowrap',
      cell: ({ item: { state, notes }, isApart }) =>
        [
          state === 'scored' ? '' : r(`items.states.${state}`),
          isApart ? r('apart.title') : '',
          notes && notes.length > 0 ? r('items.remarkCount', { count: notes.length }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
    },
  ];
  return (
    <DataTable
      caption={t('peers.caption', { item: nameOf(item, locale) })}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.code}
      isFocal={(row) => row.code === code}
    />
  );
}
