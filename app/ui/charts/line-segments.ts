import { isBrokenAt } from '@/lib/dashboards/series/chart-facts';
import type { ChartSeries, ChartTick } from '@/lib/dashboards/series/words';

/**
 * The values of a line over the ticks, as one row of values for each part between two changes of the definition or of its
 * unit: a part is drawn by itself, so that none is joined with the next.
 */
export function lineSegments(
  { points, reorganised }: Pick<ChartSeries, 'points' | 'reorganised'>,
  ticks: readonly ChartTick[],
): (number | null)[][] {
  return partsOf(
    points.map((point) => point?.value ?? null),
    ticks.map((tick, at) => ({
      ...tick,
      isRedefined: tick.isRedefined || isBrokenAt({ reorganised }, ticks, at),
    })),
  );
}

/** The same of plain numbers. */
export function partsOf(points: readonly (number | null)[], ticks: readonly ChartTick[]): (number | null)[][] {
  const starts = [0, ...ticks.flatMap(({ isRedefined }, at) => (isRedefined && at > 0 ? at : []))];
  return starts
    .map((start, part) => {
      const end = starts[part + 1] ?? points.length;
      return points.map((point, at) => (at >= start && at < end ? point : null));
    })
    .filter((values) => values.some((value) => value !== null));
}
