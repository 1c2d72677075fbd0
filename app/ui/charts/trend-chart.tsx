import { clsx } from 'clsx';
import { useState } from 'react';
import { type DotItemDotProps, Line, LineChart, Tooltip, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { toldTicks } from '@/lib/dashboards/series/axis-ticks';
import { notesOf } from '@/lib/dashboards/series/chart-facts';
import { textWidth } from '@/lib/dashboards/series/text-width';
import type { ChartSeries, ChartTick, TrendSpec, ValueAxis } from '@/lib/dashboards/series/words';
import { BreakMarks } from './break-marks';
import { ChartTip, rowsAround, type TipRow } from './chart-tip';
import { EndNames } from './end-names';
import { labelSides } from './figure-labels';
import { lineSegments } from './line-segments';
import { NearestSeries } from './nearest-series';
import { NoteMarks } from './note-marks';
import { PeriodTicks } from './period-ticks';
import { type ChartBox, frontMark, nameSize, type Tone, tonesOf } from './series-tones';
import { figureBelow, figureRoom, inset, leaderRoom, noteLift, trendLayout } from './trend-layout';
import { ValueLines } from './value-lines';

/** Lines over periods. Missing figures are gaps; the line nearest to the pointer is highlighted. */
export function TrendChart({ spec, width, height, summary }: ChartBox<TrendSpec>) {
  const [near, setNear] = useState<string | null>(null);
  const { ticks, series } = spec;
  const tones = tonesOf(series);
  const layout = trendLayout(spec, width);
  const { axis, margin, spacing } = layout;
  const parts = series.flatMap((line, at) =>
    lineSegments(line, ticks).map((values, part) => ({ line, at, values, key: `line${at}part${part}` })),
  );
  const data = ticks.map(({ key }, at) => ({
    key,
    ...Object.fromEntries(parts.map(({ key, values }) => [key, values[at] ?? null])),
  }));
  return (
    <LineChart width={width} height={height} data={data} margin={margin} role="img" aria-label={summary}>
      <XAxis dataKey="key" hide padding={{ left: inset, right: inset }} interval={0} />
      <YAxis domain={[...axis.domain]} reversed={spec.firstOnTop ?? false} hide />
      <NoteMarks
        notes={notesOf(spec)}
        ticks={ticks}
        spacing={spacing}
        width={width}
        lift={noteLift(spec, layout.everyFigure)}
      />
      {!layout.everyFigure && <ValueLines axis={axis} />}
      {layout.everyFigure && !spec.firstOnTop && <BaseLine axis={axis} ticks={ticks} />}
      <PeriodTicks
        ticks={ticks}
        told={toldTicks(spec.series)}
        spacing={spacing}
        drop={layout.everyFigure ? figureRoom : 0}
      />
      {spec.breakLabel !== undefined && (
        <BreakMarks ticks={ticks} label={spec.breakLabel} reorganised={spec.reorganisedLabel ?? spec.breakLabel} />
      )}
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ className: 'stroke-ink-2 opacity-40' }}
        content={({ active, label }) => {
          const at = active ? ticks.findIndex(({ key }) => key === label) : -1;
          return at < 0 ? null : <ChartTip title={ticks[at]?.label ?? ''} rows={rowsAt(series, tones, at, near)} />;
        }}
      />
      {parts.map(({ line, at, key }) => {
        const tone = tones[at];
        const faded = near !== null && near !== line.key;
        return (
          <Line
            key={key}
            dataKey={key}
            name={line.label}
            className={near === line.key && !line.focal ? frontMark(tone) : (tone?.mark ?? '')}
            stroke="currentColor"
            strokeWidth={near === line.key ? 2.5 : (tone?.strokeWidth ?? 1)}
            strokeOpacity={near === line.key ? 1 : (tone?.opacity ?? 1) * (faded && !line.focal ? 0.5 : 1)}
            {...(line.dashed ? { strokeDasharray: '5 4' } : {})}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            activeDot={near === line.key || series.length <= 4 ? { r: 4, fill: 'currentColor', strokeWidth: 0 } : false}
            dot={(dot: DotItemDotProps) => (
              <PointMark
                key={dot.key}
                mark={tone?.mark}
                dot={dot}
                line={line}
                crowded={spacing < 14 || (series.length > 4 && !line.focal)}
              />
            )}
          />
        );
      })}
      {layout.everyFigure ? (
        <Figures spec={spec} />
      ) : (
        <EndNames
          ticks={ticks}
          series={series}
          tones={tones}
          texts={layout.endTexts}
          at={width - margin.right + leaderRoom}
          bounds={[12, height - margin.bottom]}
          near={near}
        />
      )}
      {series.length > 1 && <NearestSeries ticks={ticks} series={series} onNearest={setNear} />}
    </LineChart>
  );
}

/** The figures of all lines at one tick, the highest first. */
function rowsAt(
  series: readonly ChartSeries[],
  tones: readonly Tone[],
  at: number,
  near: string | null,
): readonly TipRow[] {
  const rows = series
    .flatMap((line, index) => {
      const point = line.points[at];
      if (!point) return [];
      const strong = near === null ? line.focal : near === line.key;
      const mark = series.length > 1 ? tones[index]?.mark : undefined;
      return [{ key: line.key, label: line.label, text: point.text, mark, strong, value: point.value }];
    })
    .sort((a, b) => b.value - a.value);
  return rowsAround(rows, near, series.find(({ focal }) => focal)?.key);
}

/** A mark at a point that needs one: alone between gaps, the last one, a bound (open), or wherever there is room. */
function PointMark({
  dot,
  line,
  mark,
  crowded,
}: {
  dot: DotItemDotProps;
  line: ChartSeries;
  mark: string | undefined;
  crowded: boolean;
}) {
  const { cx, cy, index } = dot;
  const point = line.points[index];
  if (cx == null || cy == null || !point) return null;
  const alone = !line.points[index - 1] && !line.points[index + 1];
  const last = line.points.findLastIndex((known) => known !== null) === index;
  if (point.bound)
    return (
      <circle cx={cx} cy={cy} r={4} className={clsx('fill-card', mark)} stroke="currentColor" strokeWidth={1.75} />
    );
  if (line.dashed ? !alone : crowded && !alone && !last) return null;
  return <circle cx={cx} cy={cy} r={last && line.focal ? 4 : 3} className={mark} fill="currentColor" stroke="none" />;
}

/** Every figure above its point, or below it where the line would run through it. */
function Figures({ spec }: { spec: TrendSpec }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const line = spec.series[0];
  if (!x || !y || !line) return null;
  const last = line.points.findLastIndex((point) => point !== null);
  const spots = line.points.map((point, at) => {
    const [left, top] = [x(spec.ticks[at]?.key, { position: 'middle' }), point ? y(point.value) : undefined];
    return left === undefined || top === undefined ? null : { x: left, y: top };
  });
  const sides = labelSides(
    spots,
    line.points.map((point) => textWidth(point?.text ?? '', nameSize)),
  );
  return (
    <g fontSize={nameSize} textAnchor="middle" className="fill-ink">
      {spots.map((spot, at) =>
        spot ? (
          <text
            key={spec.ticks[at]?.key}
            x={spot.x}
            y={sides[at] === 'below' ? spot.y + figureBelow : spot.y - 12}
            className={clsx('stroke-card', at === last && 'font-semibold')}
            strokeWidth={4}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {line.points[at]?.text}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** The base line, where the axis reaches zero; without an axis nothing else shows where zero is. */
function BaseLine({ axis, ticks }: { axis: ValueAxis; ticks: readonly ChartTick[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const [from, to] = [x?.(ticks[0]?.key), x?.(ticks.at(-1)?.key)];
  const height = axis.ticks.some(({ value }) => value === 0) ? y?.(0) : undefined;
  if (height === undefined || from === undefined || to === undefined) return null;
  return (
    <line x1={from - inset} x2={to + inset} y1={height} y2={height} className="stroke-ink-2" strokeOpacity={0.5} />
  );
}
