import type { Direction } from '@/lib/catalogue/words';
import type { BarItem, BarsSpec, ChartName } from '@/lib/dashboards/series/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/** A unit with its figure: `value` is a decimal string, `text` the figure as written. */
export type FigureRow = ChartName & {
  readonly value: string | null;
  readonly text: string;
  readonly bound?: boolean | undefined;
  readonly focal?: boolean | undefined;
};

/**
 * Bars of the units that have a figure, best first by direction; equal figures, and all figures without a direction,
 * keep the order given. `missing` names the rest, for a line under the chart.
 */
export function rankedBars(rows: readonly FigureRow[], direction: Direction): { spec: BarsSpec; missing: string[] } {
  const better = direction === 'higher' ? -1 : direction === 'lower' ? 1 : 0;
  const known = rows.filter((row): row is FigureRow & { value: string } => row.value !== null);
  const sorted = better === 0 ? known : [...known].sort((a, b) => better * compareDecimals(a.value, b.value));
  // False and empty fields are left out: each point is sent to the browser.
  const items: BarItem[] = sorted.map(({ key, label, short, value, text, bound, focal }) => ({
    key,
    label,
    ...(short && { short }),
    ...(focal && { focal }),
    point: { value: Number(value), text, ...(bound && { bound }) },
  }));
  return {
    spec: { kind: 'bars', items },
    missing: rows.filter((row) => row.value === null).map(({ label }) => label),
  };
}
