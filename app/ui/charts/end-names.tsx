import { clsx } from 'clsx';
import { useXAxisScale, useYAxisScale } from 'recharts';
import { labelRows } from '@/lib/dashboards/series/label-rows';
import type { ChartSeries, ChartTick } from '@/lib/dashboards/series/words';
import { nameSize, type Tone } from './series-tones';

const rowStep = 16;

/**
 * The names of the lines in a column right of the plot, each as near to the end of its line as the others allow, with a
 * hairline to it. Where the column is too short, the least important names are only in the tooltip.
 */
export function EndNames({
  ticks,
  series,
  tones,
  texts,
  at,
  bounds,
  near,
}: {
  ticks: readonly ChartTick[];
  series: readonly ChartSeries[];
  tones: readonly Tone[];
  texts: ReadonlyMap<string, string>;
  /** Left edge of the column, in pixels. */
  at: number;
  bounds: readonly [number, number];
  near: string | null;
}) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const ends = series.map((line, index) => {
    const last = line.points.findLastIndex((point) => point !== null);
    const [left, top] = [x(ticks[last]?.key, { position: 'middle' }) ?? 0, y(line.points[last]?.value) ?? 0];
    return { line, tone: tones[index], left, top };
  });
  const rows = labelRows(
    ends.map(({ line, top }) => ({ key: line.key, at: top, weight: line.key === near ? 3 : line.focal ? 2 : 0 })),
    rowStep,
    bounds,
  );
  return (
    <g fontSize={nameSize} dominantBaseline="central">
      {ends.map(({ line, tone, left, top }) => {
        const row = rows.get(line.key);
        if (row === undefined) return null;
        const muted = near !== null && near !== line.key && !line.focal;
        return (
          <g key={line.key} opacity={muted ? 0.45 : 1}>
            <polyline
              points={`${left + 6},${top} ${Math.max(left + 6, at - 14)},${top} ${at - 4},${row}`}
              fill="none"
              stroke="currentColor"
              strokeOpacity={0.7}
              // Dotted, so that it is taken for no stretch of the line.
              strokeDasharray="1 3"
              className={tone?.mark}
            />
            <text x={at} y={row} className={clsx(tone?.name, line.key === near && 'font-semibold')}>
              {texts.get(line.key)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
