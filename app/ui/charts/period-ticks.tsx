import { usePlotArea, useXAxisScale } from 'recharts';
import { writtenTicks } from '@/lib/dashboards/series/axis-ticks';
import type { ChartTick } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';
import { tickTexts, widthOf } from './tick-texts';

/** The labels of periods under a chart, as many as fit. `spacing` is the distance of two ticks in pixels. */
export function PeriodTicks({
  ticks,
  told,
  spacing,
  drop = 0,
}: {
  ticks: readonly ChartTick[];
  /** Whether there is a figure at each tick; few of them are labelled where they stand. */
  told?: readonly boolean[];
  spacing: number;
  /** Pixels of more room between the plot and the labels. */
  drop?: number;
}) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area) return null;
  const texts = tickTexts(ticks, spacing);
  const shown = writtenTicks(texts.map(widthOf), spacing, { told });
  return (
    <g fontSize={tickSize} textAnchor="middle" className="fill-ink-2">
      {shown.map((at) => (
        <text key={ticks[at]?.key} x={x(ticks[at]?.key, { position: 'middle' })} y={area.y + area.height + 18 + drop}>
          {texts[at]}
        </text>
      ))}
    </g>
  );
}
