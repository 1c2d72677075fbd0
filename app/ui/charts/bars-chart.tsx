import {
  Bar,
  BarChart,
  type BarShapeProps,
  DefaultZIndexes,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { barDomain } from '@/lib/dashboards/series/axis-ticks';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { BarItem, BarsSpec } from '@/lib/dashboards/series/words';
import { ChartTip } from './chart-tip';
import { type ChartBox, nameSize } from './series-tones';

const gap = 8;

type Row = { readonly key: string; readonly value: number };

/** Units ranked by a figure: a name, a bar from zero and the figure at its end. No axis: every figure is written. */
export function BarsChart({ spec, width, height, summary }: ChartBox<BarsSpec>) {
  const items = new Map(spec.items.map((item) => [item.key, item]));
  const oneFocal = spec.items.some(({ focal }) => focal);
  const narrow = width < 480;
  const widest = Math.max(
    ...spec.items.map(({ label, short }) => textWidth(narrow ? (short ?? label) : label, nameSize)),
  );
  const names = Math.min(widest, Math.floor(width * 0.36));
  const rooms = spec.items.map(({ point }) => ({
    value: point.value,
    room: textWidth(point.text, nameSize) + gap + 4,
  }));
  const data: Row[] = spec.items.map(({ key, point }) => ({ key, value: point.value }));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: 4, right: 0, bottom: 4, left: names + gap }}
      role="img"
      aria-label={summary}
    >
      <XAxis
        type="number"
        domain={barDomain(rooms, width - names - gap)}
        allowDataOverflow
        hide
        padding={{ left: 0, right: 0 }}
      />
      <YAxis type="category" dataKey="key" hide interval={0} />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ className: 'fill-rule opacity-40' }}
        content={({ active, label }) => {
          const item = active ? items.get(`${label}`) : undefined;
          return item ? <ChartTip rows={[{ key: item.key, label: item.label, text: item.point.text }]} /> : null;
        }}
      />
      <Bar
        dataKey="value"
        barSize={14}
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => {
          const item = items.get((bar.payload as Row).key);
          return <BarMark bar={bar} bound={item?.point.bound === true} grey={oneFocal && !item?.focal} />;
        }}
      />
      <Names items={spec.items} room={names} />
    </BarChart>
  );
}

/** The bar of a bound has an open, striped end: the figure is at least, or at most, this. */
function BarMark({ bar, bound, grey }: { bar: BarShapeProps; bound: boolean; grey: boolean }) {
  const [start, end] = [Math.min(bar.x, bar.x + bar.width), Math.max(bar.x, bar.x + bar.width)];
  const tail = bound ? Math.min(12, end - start) : 0;
  const rightward = bar.width >= 0;
  const solid = Math.max(0, end - start - tail);
  return (
    <g data-mark="bar" className={grey ? 'text-peer' : 'text-sea'} fill="currentColor">
      <rect x={rightward ? start : start + tail} y={bar.y} width={solid} height={bar.height} />
      {bound &&
        [2, 6, 10].map((offset) => (
          <rect
            key={offset}
            x={rightward ? end - tail + offset : start + tail - offset - 2}
            y={bar.y}
            width={2}
            height={bar.height}
          />
        ))}
    </g>
  );
}

/** The names left of all bars, the figures at their ends, and the line at zero. */
function Names({ items, room }: { items: readonly BarItem[]; room: number }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const zero = x?.(0);
  if (!x || !y || zero === undefined) return null;
  const rows = items.map((item) => ({
    item,
    at: y(item.key, { position: 'middle' }) ?? 0,
    end: x(item.point.value) ?? 0,
  }));
  const [first, last] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      <g fontSize={nameSize} dominantBaseline="central">
        <line x1={zero} x2={zero} y1={first - 12} y2={last + 12} className="stroke-ink-2" strokeOpacity={0.5} />
        {rows.map(({ item, at, end }) => (
          <g key={item.key} className={item.focal ? 'fill-sea font-semibold' : 'fill-ink'}>
            <text x={room} y={at} textAnchor="end">
              {fittingName(item, room, nameSize)}
            </text>
            <text
              x={item.point.value < 0 ? end - gap + 2 : end + gap - 2}
              y={at}
              textAnchor={item.point.value < 0 ? 'end' : 'start'}
            >
              {item.point.text}
            </text>
          </g>
        ))}
      </g>
    </ZIndexLayer>
  );
}
