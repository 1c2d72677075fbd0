import { usePlotArea, useXAxisScale } from 'recharts';
import { writtenTicks } from '@/lib/dashboards/series/axis-ticks';
import { textWidth } from '@/lib/dashboards/series/text-width';
import type { ChartTick } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';

/** The room under the plot for one line of periods. */
export const tickRoom = 26;

/** The period written under each tick, or under as many as fit; the short form where the whole would crowd. */
export function tickTexts(ticks: readonly ChartTick[], spacing: number): string[] {
  const whole = ticks.map(({ label }) => label);
  const fits = writtenTicks(whole.map(widthOf), spacing).length === whole.length;
  return fits ? whole : ticks.map(({ label, short }) => short ?? label);
}

export const widthOf = (text: string) => textWidth(text, tickSize);

/** The line of periods under a chart. `spacing` is the distance of two ticks in pixels. */
export function PeriodTicks({ ticks, spacing }: { ticks: readonly ChartTick[]; spacing: number }) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area) return null;
  const texts = tickTexts(ticks, spacing);
  const shown = writtenTicks(texts.map(widthOf), spacing);
  return (
    <g fontSize={tickSize} textAnchor="middle" className="fill-ink-2 tabular-nums">
      {shown.map((at) => (
        <text key={ticks[at]?.key} x={x(ticks[at]?.key, { position: 'middle' })} y={area.y + area.height + 18}>
          {texts[at]}
        </text>
      ))}
    </g>
  );
}
