import { Bar, BarChart, Tooltip, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { valueAxis } from '@/lib/dashboards/series/axis-ticks';
import { labelRows } from '@/lib/dashboards/series/label-rows';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { StackSpec } from '@/lib/dashboards/series/words';
import { ChartTip } from './chart-tip';
import { PeriodTicks } from './period-ticks';
import { type ChartBox, nameSize, type Tone, tickSize, tonesOf } from './series-tones';
import { tickRoom } from './tick-texts';
import { ValueLines } from './value-lines';

const leaderRoom = 22;

/** Parts stacked to a whole, one bar a tick; the names stand beside the parts of the last bar. */
export function StackChart({ spec, width, height, summary }: ChartBox<StackSpec>) {
  const { ticks, series } = spec;
  const tones = tonesOf(series);
  const totals = ticks.map((_, at) => series.reduce((sum, { points }) => sum + (points[at]?.value ?? 0), 0));
  const axis = valueAxis([0, ...totals]);
  const room = Math.floor(width * 0.3);
  const names = new Map(series.map((line) => [line.key, fittingName(line, room, nameSize)]));
  const right = Math.max(...[...names.values()].map((name) => textWidth(name, nameSize))) + leaderRoom;
  const left = Math.max(...axis.ticks.map(({ text }) => textWidth(text, tickSize))) + 10;
  const margin = { top: 12, right, bottom: tickRoom, left };
  const spacing = (width - left - right) / Math.max(1, ticks.length);
  const barSize = Math.min(56, spacing * 0.62);
  const data = ticks.map(({ key }, at) => ({
    key,
    ...Object.fromEntries(series.map(({ points }, part) => [`part${part}`, points[at]?.value ?? null])),
  }));
  return (
    <BarChart width={width} height={height} data={data} margin={margin} role="img" aria-label={summary}>
      <XAxis dataKey="key" hide interval={0} />
      <YAxis domain={[...axis.domain]} hide />
      <ValueLines axis={axis} />
      <PeriodTicks ticks={ticks} spacing={spacing} />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ className: 'fill-rule opacity-40' }}
        content={({ active, label }) => {
          const at = active ? ticks.findIndex(({ key }) => key === label) : -1;
          if (at < 0) return null;
          const rows = series.flatMap(({ key, label, points }, part) => {
            const point = points[at];
            return point ? [{ key, label, text: point.text, mark: tones[part]?.mark }] : [];
          });
          return <ChartTip title={ticks[at]?.label ?? ''} rows={rows.reverse()} />;
        }}
      />
      {series.map((line, part) => (
        <Bar
          key={line.key}
          dataKey={`part${part}`}
          name={line.label}
          stackId="whole"
          barSize={barSize}
          className={tones[part]?.mark ?? ''}
          fill="currentColor"
          fillOpacity={tones[part]?.opacity ?? 1}
          isAnimationActive={false}
        />
      ))}
      <PartNames spec={spec} tones={tones} names={names} half={barSize / 2} bottom={height - margin.bottom} />
    </BarChart>
  );
}

/** Hairlines between the parts of all bars, and the names beside the last. */
function PartNames({
  spec: { ticks, series },
  tones,
  names,
  half,
  bottom,
}: {
  spec: StackSpec;
  tones: readonly Tone[];
  names: ReadonlyMap<string, string>;
  half: number;
  bottom: number;
}) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const last = ticks.length - 1;
  const edge = (x(ticks[last]?.key, { position: 'middle' }) ?? 0) + half;
  let below = 0;
  const parts = series.map(({ key, points }, part) => {
    const value = points[last]?.value ?? 0;
    const middle = y(below + value / 2) ?? 0;
    below += value;
    return { key, middle, mark: tones[part]?.mark };
  });
  const rows = labelRows(
    parts.map(({ key, middle }) => ({ key, at: middle })),
    16,
    [12, bottom - 6],
  );
  return (
    <g fontSize={nameSize} dominantBaseline="central" className="fill-ink">
      {parts.map(({ key, middle, mark }) => {
        const row = rows.get(key);
        return row === undefined ? null : (
          <g key={key}>
            <polyline
              points={`${edge + 2},${middle} ${edge + leaderRoom - 8},${row} ${edge + leaderRoom - 4},${row}`}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.5}
              className={mark}
            />
            <text x={edge + leaderRoom} y={row}>
              {names.get(key)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
