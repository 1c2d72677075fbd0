import { useEffect } from 'react';
import { useActiveTooltipCoordinate, useActiveTooltipLabel, useIsTooltipActive, useYAxisScale } from 'recharts';
import type { ChartSeries, ChartTick } from '@/lib/dashboards/series/words';

/** How far from a line, in pixels, the pointer still means it. */
const reach = 28;

/** Tells which line the pointer is nearest to, so that the chart can bring it forward; null when it is near none. */
export function NearestSeries({
  ticks,
  series,
  onNearest,
}: {
  ticks: readonly ChartTick[];
  series: readonly ChartSeries[];
  onNearest: (key: string | null) => void;
}) {
  const y = useYAxisScale();
  const active = useIsTooltipActive();
  const label = useActiveTooltipLabel();
  const pointer = useActiveTooltipCoordinate();
  const at = ticks.findIndex(({ key }) => key === label);
  const distances = series.map(({ key, points }) => {
    const point = points[at];
    const height = point ? y?.(point.value) : undefined;
    return { key, far: height === undefined || !pointer ? Number.POSITIVE_INFINITY : Math.abs(height - pointer.y) };
  });
  const nearest = distances.reduce((one, other) => (other.far < one.far ? other : one), { key: '', far: reach });
  const key = active && nearest.key !== '' ? nearest.key : null;
  useEffect(() => onNearest(key), [key, onNearest]);
  return null;
}
