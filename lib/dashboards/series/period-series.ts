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

/** Places over periods; `size` grows to the last slot, so that no line leaves the chart. */
export function bumpOf(size: number, ...from: Parameters<typeof periodSeries>): BumpSpec {
  const shaped = periodSeries(...from);
  const slots = tieSlots(shaped.series).flatMap((line) => line.map((slot) => slot ?? 1));
  return { kind: 'bump', ...shaped, size: Math.max(size, 1, ...slots) };
}

/**
 * Where each line of a bump chart is drawn, by line and tick: at its place, and of several that share a place each in a
 * slot of its own, in the places that the tie leaves empty; those that came from above stay above.
 */
export function tieSlots(series: readonly ChartSeries[]): (number | null)[][] {
  const slots = series.map(({ points }) => points.map((): number | null => null));
  const ticks = series[0]?.points.length ?? 0;
  for (let tick = 0; tick < ticks; tick += 1) {
    const before = (line: number) => slots[line]?.[tick - 1] ?? 0;
    const placed = series
      .flatMap(({ points }, line) => ({ line, place: points[tick]?.value ?? null }))
      .filter((one): one is { line: number; place: number } => one.place !== null)
      .sort((a, b) => a.place - b.place || before(a.line) - before(b.line));
    let free = 0;
    for (const { line, place } of placed) {
      free = Math.max(place, free + 1);
      const drawn = slots[line];
      if (drawn) drawn[tick] = free;
    }
  }
  return slots;
}
