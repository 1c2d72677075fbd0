import { clsx } from 'clsx';
import { useState } from 'react';
import {
  type DotItemDotProps,
  Line,
  LineChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { toldTicks } from '@/lib/dashboards/series/axis-ticks';
import { notesOf } from '@/lib/dashboards/series/chart-facts';
import { labelRows } from '@/lib/dashboards/series/label-rows';
import { tieSlots } from '@/lib/dashboards/series/period-series';
import type { BumpSpec, ChartSeries, ChartTick } from '@/lib/dashboards/series/words';
import { type BumpLayout, bumpLayout, type EndName, nameGap } from './bump-layout';
import { ChartTip, rowsAround, type TipRow } from './chart-tip';
import { partsOf } from './line-segments';
import { NearestSeries } from './nearest-series';
import { NoteMarks } from './note-marks';
import { PeriodTicks } from './period-ticks';
import { type ChartBox, nameSize, type Tone, tonesOf } from './series-tones';

/** Places over periods, 1 on top, with the names at both ends. The line nearest to the pointer is highlighted. */
export function BumpChart({ spec, width, height, summary }: ChartBox<BumpSpec>) {
  const [near, setNear] = useState<string | null>(null);
  const { ticks, series, size } = spec;
  const layout = bumpLayout(spec, width, height);
  const tones = tonesOf(series);
  const slots = tieSlots(series);
  const front = near ?? series.find(({ focal }) => focal)?.key ?? null;
  const order = series
    .map((line, at) => ({ line, at }))
    .sort((a, b) => Number(a.line.key === front) - Number(b.line.key === front));
  // A line is drawn in parts, so that places before and after units merged or split are not joined.
  const parts = slots.map((drawn) => partsOf(drawn, ticks));
  const data = ticks.map(({ key }, at) => ({
    key,
    ...Object.fromEntries(
      parts.flatMap((own, line) => own.map((drawn, part) => [`line${line}part${part}`, drawn[at] ?? null])),
    ),
  }));
  return (
    <LineChart width={width} height={height} data={data} margin={layout.margin} role="img" aria-label={summary}>
      <XAxis dataKey="key" hide interval={0} />
      <YAxis domain={[0.5, size + 0.5]} reversed hide allowDataOverflow />
      <NoteMarks notes={notesOf(spec)} ticks={ticks} spacing={layout.spacing} width={width} />
      <TickLines ticks={ticks} />
      <PeriodTicks ticks={ticks} told={toldTicks(series)} spacing={layout.spacing} />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ className: 'stroke-ink-2 opacity-40' }}
        content={({ active, label }) => {
          const at = active ? ticks.findIndex(({ key }) => key === label) : -1;
          return at < 0 ? null : <ChartTip title={ticks[at]?.label ?? ''} rows={rowsAt(series, tones, at, front)} />;
        }}
      />
      {order.map(({ line, at }) => {
        const tone = tones[at];
        const forward = line.key === front;
        return parts[at]?.map((_, part) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line are in the order of time.
            key={`${line.key} ${part}`}
            dataKey={`line${at}part${part}`}
            name={line.label}
            className={tone?.mark ?? ''}
            stroke="currentColor"
            strokeWidth={forward ? 3 : 1.75}
            strokeOpacity={forward ? 1 : (tone?.opacity ?? 1) * (near === null ? 1 : 0.6)}
            type="bumpX"
            connectNulls={false}
            isAnimationActive={false}
            activeDot={false}
            dot={(dot: DotItemDotProps) => (
              <PlaceMark key={dot.key} dot={dot} line={line} layout={layout} forward={forward} mark={tone?.mark} />
            )}
          />
        ));
      })}
      <SideNames names={layout.left} side="left" layout={layout} front={front} />
      <SideNames names={layout.right} side="right" layout={layout} front={front} />
      {series.length > 1 && <NearestSeries ticks={ticks} series={drawnAt(series, slots)} onNearest={setNear} />}
    </LineChart>
  );
}

/** The lines with the slots in which they are drawn as their values. */
function drawnAt(series: readonly ChartSeries[], slots: readonly (readonly (number | null)[])[]): ChartSeries[] {
  return series.map((line, row) => ({
    ...line,
    points: line.points.map((point, at) => point && { ...point, value: slots[row]?.[at] ?? point.value }),
  }));
}

/** The places of all lines at one tick, the best first. */
function rowsAt(
  series: readonly ChartSeries[],
  tones: readonly Tone[],
  at: number,
  front: string | null,
): readonly TipRow[] {
  const rows = series
    .flatMap((line, index) => {
      const point = line.points[at];
      if (!point) return [];
      const { key, label } = line;
      return [{ key, label, text: point.text, mark: tones[index]?.mark, strong: key === front, value: point.value }];
    })
    .sort((a, b) => a.value - b.value);
  return rowsAround(rows, front, series.find(({ focal }) => focal)?.key);
}

function TickLines({ ticks }: { ticks: readonly ChartTick[] }) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area) return null;
  return (
    <g className="stroke-rule">
      {ticks.map(({ key }) => (
        <line key={key} x1={x(key)} x2={x(key)} y1={area.y} y2={area.y + area.height} />
      ))}
    </g>
  );
}

/** A place: its number in a disc where that is legible, else a dot. A bound is an open mark. */
function PlaceMark({
  dot,
  line,
  layout,
  forward,
  mark,
}: {
  dot: DotItemDotProps;
  line: ChartSeries;
  layout: BumpLayout;
  forward: boolean;
  mark: string | undefined;
}) {
  const { cx, cy, index } = dot;
  const point = line.points[index];
  if (cx == null || cy == null || !point) return null;
  const filled = (forward || !layout.numbered) && !point.bound;
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r={layout.radius}
        className={clsx(mark, filled ? 'fill-current' : 'fill-card')}
        stroke="currentColor"
        strokeWidth={1.5}
      />
      {layout.numbered && (
        <text
          x={cx}
          y={cy}
          fontSize={11}
          textAnchor="middle"
          dominantBaseline="central"
          stroke="none"
          className={filled ? 'fill-card font-semibold' : 'fill-ink-2'}
        >
          {point.value}
        </text>
      )}
    </g>
  );
}

function SideNames({
  names,
  side,
  layout,
  front,
}: {
  names: readonly EndName[];
  side: 'left' | 'right';
  layout: BumpLayout;
  front: string | null;
}) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!y || !area) return null;
  const away = layout.radius + nameGap;
  const rows = labelRows(
    names.map(({ key, slot }) => ({ key, at: y(slot) ?? 0, weight: key === front ? 1 : 0 })),
    15,
    [area.y + 4, area.y + area.height],
  );
  return (
    <g fontSize={nameSize} dominantBaseline="central" textAnchor={side === 'left' ? 'end' : 'start'}>
      {names.map(({ key, text }) =>
        rows.has(key) ? (
          <text
            key={key}
            x={side === 'left' ? area.x - away : area.x + area.width + away}
            y={rows.get(key)}
            className={key === front ? 'fill-sea font-semibold' : 'fill-ink-2'}
          >
            {text}
          </text>
        ) : null,
      )}
    </g>
  );
}
