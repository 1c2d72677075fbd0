import type { BumpSpec, ChartPoint, ChartSeries, ChartTick, TrendSpec } from '@/lib/dashboards/series/words';

/** One figure of one line: `value` is a decimal string, `text` the figure as written. */
export type PointRow = {
  readonly seriesKey: string;
  readonly tickKey: string;
  readonly value: string | null;
  readonly text: string;
  readonly bound?: boolean | undefined;
};

export type SeriesHead = Omit<ChartSeries, 'points'>;

/**
 * Rows pivoted to one series per head and one point per tick, null where there is no row. Series without any figure are
 * left out, and so are ticks before the first and after the last figure.
 */
export function periodSeries(
  rows: readonly PointRow[],
  heads: readonly SeriesHead[],
  ticks: readonly ChartTick[],
): { ticks: ChartTick[]; series: ChartSeries[] } {
  const found = new Map<string, ChartPoint>();
  for (const { seriesKey, tickKey, value, text, bound } of rows)
    if (value !== null) found.set(`${seriesKey}\n${tickKey}`, { value: Number(value), text, ...(bound && { bound }) });
  const has = (tick: ChartTick) => heads.some((head) => found.has(`${head.key}\n${tick.key}`));
  const shown = ticks.slice(ticks.findIndex(has), ticks.findLastIndex(has) + 1);
  const series = heads
    .map((head) => ({ ...head, points: shown.map((tick) => found.get(`${head.key}\n${tick.key}`) ?? null) }))
    .filter(({ points }) => points.some((point) => point !== null));
  return { ticks: series.length === 0 ? [] : shown, series };
}

/** Lines over periods. */
export function trendOf(...from: Parameters<typeof periodSeries>): TrendSpec {
  return { kind: 'trend', ...periodSeries(...from) };
}

/** Places over periods; `size` grows to the last place, so that no line leaves the chart. */
export function bumpOf(size: number, ...from: Parameters<typeof periodSeries>): BumpSpec {
  const shaped = periodSeries(...from);
  const places = shaped.series.flatMap(({ points }) => points.map((point) => point?.value ?? 1));
  return { kind: 'bump', ...shaped, size: Math.max(size, 1, ...places) };
}
