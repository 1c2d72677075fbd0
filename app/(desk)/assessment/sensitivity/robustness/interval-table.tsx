import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { RankInterval } from '@/lib/assessment/runs/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';
import { plainNumber } from '@/lib/statistics/plain-number';
import { IntervalBar } from './interval-bar';

/** The interval of ranks of every unit. */
export function IntervalTable(props: {
  intervals: readonly RankInterval[];
  names: ReadonlyMap<string, string>;
  /** The reader's own unit. */
  own: string | null;
  locale: Locale;
}) {
  const { intervals, names, locale } = props;
  const t = translator(locale, 'sensitivity');
  const count = Math.max(intervals.length, ...intervals.map(({ worst }) => worst));
  const placed = new Set(intervals.map(({ unit }) => unit));
  const others = [...names].flatMap(([unit, name]) => (placed.has(unit) ? [] : [name]));
  const nameOfUnit = ({ unit }: RankInterval) => names.get(unit) ?? unit;
  const span = (from: number, to: number) =>
    from === to ? plainNumber(from) : t('from', { low: plainNumber(from), high: plainNumber(to) });
  const columns: readonly Column<RankInterval>[] = [
    { key: 'unit', header: t('intervalColumns.unit'), className: 'min-w-28', cell: nameOfUnit },
    { key: 'rank', header: t('intervalColumns.rank'), align: 'end', cell: ({ rank }) => plainNumber(rank) },
    {
      key: 'bar',
      header: t('intervalColumns.bar', { count }),
      cell: (interval) => (
        <IntervalBar
          interval={interval}
          count={count}
          label={t('intervalSaid', {
            unit: nameOfUnit(interval),
            rank: plainNumber(interval.rank),
            low: plainNumber(interval.low),
            high: plainNumber(interval.high),
            median: plainNumber(interval.median),
          })}
        />
      ),
    },
    {
      key: 'range',
      header: t('intervalColumns.range'),
      align: 'end',
      cell: ({ low, high }) => span(low, high),
    },
    { key: 'median', header: t('intervalColumns.median'), align: 'end', cell: ({ median }) => plainNumber(median) },
    {
      key: 'extremes',
      header: t('intervalColumns.extremes'),
      align: 'end',
      cell: ({ best, worst }) => span(best, worst),
    },
    {
      key: 'first',
      header: t('intervalColumns.first'),
      align: 'end',
      cell: ({ firstShare }) => decimalOf(firstShare * 100, 1),
    },
  ];
  return (
    <Section title={t('intervals')} id="intervals" note={t('intervalsNote')}>
      <DataTable
        caption={t('tableOf', { title: t('intervals') })}
        rows={intervals}
        columns={columns}
        rowKey={({ unit }) => unit}
        isFocal={({ unit }) => unit === props.own}
      />
      {others.length > 0 && (
        <p className="mt-2 text-table text-ink-2">{t('intervalsWithout', { units: listed(others, locale) })}</p>
      )}
    </Section>
  );
}
