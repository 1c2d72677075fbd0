import { useEffect } from 'react';
import { useActiveTooltipCoordinate, useActiveTooltipLabel, useIsTooltipActive, useYAxisScale } from 'recharts';
import type { ChartSeries, ChartTick } from '@/lib/dashboards/series/words';

/** The greatest distance in pixels at which the pointer highlights a line. */
const reach = 28;

/** Reports the line nearest to the pointer, so that the chart can highlight it; null when none is near. */
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
