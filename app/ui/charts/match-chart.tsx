import {
  Bar,
  BarChart,
  type BarShapeProps,
  DefaultZIndexes,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { placeTicks } from '@/lib/dashboards/series/axis-ticks';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { ChartPoint, MatchItem, MatchSpec } from '@/lib/dashboards/series/words';
import { ChartTip } from './chart-tip';
import { type ChartBox, nameSize, tickSize } from './series-tones';

const gap = 14;
const head = 46;
const radius = 5;
/** The width of a narrow chart in pixels, where names that begin alike must still be distinguishable. */
const narrow = 420;

/**
 * A place compared with a benchmark place on each line, 1 on the left, or an amount with another, the least on the left: a
 * filled mark, an open one for the benchmark, and between them a line in sea when the first is ahead, in amber when it lags.
 */
export function MatchChart({ spec, width, height, summary }: ChartBox<MatchSpec>) {
  const items = new Map(spec.items.map((item) => [item.key, item]));
  const widest = Math.max(...spec.items.map(({ label }) => textWidth(label, nameSize)));
  const names = Math.min(widest, Math.floor(width * (width < narrow ? 0.5 : 0.38)));
  const data = spec.items.map(({ key, place, benchmark }) => ({
    key,
    span: [Math.min(place.value, benchmark.value), Math.max(place.value, benchmark.value)],
  }));
  const { scale } = spec;
  const room = Math.max(14, ...spec.items.map(({ place }) => textWidth(place.text, tickSize))) + 12;
  const sides = { left: room, right: room };
  const labels = { place: spec.placeLabel ?? '', benchmark: spec.benchmarkLabel ?? '' };
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: head, right: 4, bottom: 4, left: names + gap }}
      role="img"
      aria-label={summary}
    >
      <XAxis type="number" domain={scale ? [...scale.domain] : [1, Math.max(2, spec.size)]} hide padding={sides} />
      <YAxis type="category" dataKey="key" hide interval={0} />
      <PlaceScale items={spec.items} size={spec.size} scale={scale} names={names} />
      <Legend {...labels} width={width} />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ className: 'fill-rule opacity-40' }}
        content={({ active, label }) => {
          const item = active ? items.get(`${label}`) : undefined;
          if (!item) return null;
          const rows = [
            { key: 'place', label: labels.place, text: item.place.text, strong: true },
            { key: 'benchmark', label: labels.benchmark, text: item.benchmark.text },
          ];
          return <ChartTip title={item.label} rows={rows} />;
        }}
      />
      <Bar dataKey="span" barSize={2 * radius} isAnimationActive={false} shape={(_: BarShapeProps) => <g />} />
      <Marks items={spec.items} isGreaterAhead={scale !== undefined} />
    </BarChart>
  );
}

/** Every how many-th of evenly spaced ticks is drawn, so that their texts do not touch. */
function ticksApart(ticks: readonly { readonly text: string }[], width: number): number {
  const widest = Math.max(...ticks.map(({ text }) => textWidth(text, tickSize))) + 8;
  return Math.max(1, Math.ceil((widest * (ticks.length - 1)) / width));
}

/** The names, a hairline for each, and the place labels above the lines. */
function PlaceScale(props: { items: readonly MatchItem[]; size: number; scale: MatchSpec['scale']; names: number }) {
  const { items, size, scale, names } = props;
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  const places = placeTicks(size, Math.floor(area.width / 44));
  const all = scale?.ticks ?? places.map((place) => ({ value: place, text: `${place}` }));
  const apart = ticksApart(all, area.width);
  const ticks = all.filter((_, at) => at % apart === 0);
  return (
    <g dominantBaseline="central">
      <g fontSize={tickSize} textAnchor="middle" className="fill-ink-2">
        {ticks.map(({ value, text }) => (
          <g key={value}>
            <line x1={x(value)} x2={x(value)} y1={area.y} y2={area.y + area.height} className="stroke-rule" />
            <text x={x(value)} y={area.y - 10}>
              {text}
            </text>
          </g>
        ))}
      </g>
      {items.map((item) => (
        <text
          key={item.key}
          x={names}
          y={y(item.key, { position: 'middle' })}
          textAnchor="end"
          fontSize={nameSize}
          className="fill-ink"
        >
          {fittingName(item, names, nameSize)}
        </text>
      ))}
    </g>
  );
}

/** The legend of the two marks, above the scale. */
function Legend({ place, benchmark, width }: { place: string; benchmark: string; width: number }) {
  const second = 2 * radius + 10 + textWidth(place, tickSize) + 16;
  const start = Math.max(0, width - second - 2 * radius - 10 - textWidth(benchmark, tickSize));
  return place && benchmark ? (
    <g fontSize={tickSize} dominantBaseline="central" className="fill-ink-2" transform={`translate(${start} 10)`}>
      <circle cx={radius} cy={0} r={radius} className="fill-sea" />
      <text x={2 * radius + 6}>{place}</text>
      <circle cx={second + radius} cy={0} r={radius} className="fill-card stroke-ink-2" strokeWidth={1.5} />
      <text x={second + 2 * radius + 6}>{benchmark}</text>
    </g>
  ) : null;
}

function Marks({ items, isGreaterAhead }: { items: readonly MatchItem[]; isGreaterAhead: boolean }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      <g fontSize={tickSize} dominantBaseline="central">
        {items.map(({ key, place, benchmark }) => {
          const at = y(key, { position: 'middle' }) ?? 0;
          const [own, other] = [x(place.value) ?? 0, x(benchmark.value) ?? 0];
          const isLesser = place.value <= benchmark.value;
          const isAhead = isGreaterAhead ? place.value >= benchmark.value : isLesser;
          return (
            <g key={key} data-mark="match" className={isAhead ? 'text-sea' : 'text-gold'}>
              <line x1={own} x2={other} y1={at} y2={at} stroke="currentColor" strokeWidth={3} strokeOpacity={0.45} />
              <circle
                cx={other}
                cy={at}
                r={radius + (own === other ? 2 : 0)}
                className="fill-card stroke-ink-2"
                strokeWidth={1.5}
              />
              <circle
                cx={own}
                cy={at}
                r={radius}
                fill="currentColor"
                fillOpacity={place.bound ? 0 : 1}
                stroke="currentColor"
                strokeWidth={1.5}
              />
              <PlaceText
                point={place}
                at={at}
                from={own}
                side={isLesser && own !== other ? -1 : 1}
                className="fill-ink font-semibold"
              />
              {own !== other && (
                <PlaceText point={benchmark} at={at} from={other} side={isLesser ? 1 : -1} className="fill-ink-2" />
              )}
            </g>
          );
        })}
      </g>
    </ZIndexLayer>
  );
}

/** A place beside its mark, on the side away from the other mark. */
function PlaceText({
  point,
  at,
  from,
  side,
  className,
}: {
  point: ChartPoint;
  at: number;
  from: number;
  side: 1 | -1;
  className: string;
}) {
  return (
    <text x={from + side * (radius + 6)} y={at} textAnchor={side === 1 ? 'start' : 'end'} className={className}>
      {point.text}
    </text>
  );
}
