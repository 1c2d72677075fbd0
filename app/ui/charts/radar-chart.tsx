import { type DotItemDotProps, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, Tooltip } from 'recharts';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { RadarSpec } from '@/lib/dashboards/series/words';
import { ChartTip } from './chart-tip';
import { type ChartBox, nameSize, tickSize, tonesOf } from './series-tones';

/** The room above the drawing for the names of the lines. */
const head = 26;
/** The distance between the outermost ring and a name. */
const nameGap = 14;

/** A radar chart: the focal line filled in sea, the comparison dashed in grey. */
export function RadarDrawing({ spec, width, height, summary }: ChartBox<RadarSpec>) {
  const tones = tonesOf(spec.series);
  const ticks = new Map(spec.ticks.map((tick) => [tick.key, tick]));
  const widest = Math.max(...spec.ticks.map(({ label }) => textWidth(label, nameSize)));
  const radius = Math.min((height - head) / 2 - 28, Math.max(width / 2 - widest - nameGap, width / 4));
  const room = Math.floor(width / 2 - radius - nameGap);
  const data = spec.ticks.map(({ key }, at) => ({
    key,
    ...Object.fromEntries(spec.series.map(({ points }, line) => [`line${line}`, points[at]?.value ?? null])),
  }));
  return (
    <RadarChart
      width={width}
      height={height}
      data={data}
      cx="50%"
      cy={(height + head) / 2}
      outerRadius={radius}
      role="img"
      aria-label={summary}
    >
      <Legend spec={spec} />
      <PolarGrid className="stroke-rule" stroke="currentColor" />
      <PolarRadiusAxis domain={[0, spec.most]} tick={false} axisLine={false} allowDataOverflow />
      <PolarAngleAxis
        dataKey="key"
        tickLine={false}
        axisLine={false}
        tick={({ x, y, textAnchor, payload }) => (
          <text
            x={x}
            y={y}
            // Above and below the chart a name stands off the dots of its axis.
            dy={textAnchor === 'middle' ? (Number(y) > height / 2 ? 14 : -6) : 4}
            textAnchor={textAnchor}
            fontSize={nameSize}
            className="fill-ink"
          >
            {fittingName(ticks.get(`${payload.value}`) ?? { label: '' }, room, nameSize)}
          </text>
        )}
      />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={false}
        content={({ active, label }) => {
          const at = active ? spec.ticks.findIndex(({ key }) => key === label) : -1;
          if (at < 0) return null;
          const rows = spec.series.map((line, index) => ({
            key: line.key,
            label: line.label,
            text: line.points[at]?.text ?? '—',
            mark: tones[index]?.mark,
            strong: line.focal,
          }));
          return <ChartTip title={spec.ticks[at]?.label ?? ''} rows={rows} />;
        }}
      />
      {spec.series.map((line, at) => (
        <Radar
          key={line.key}
          dataKey={`line${at}`}
          name={line.label}
          className={tones[at]?.mark ?? ''}
          stroke="currentColor"
          strokeWidth={line.dashed ? 1.5 : 2}
          {...(line.dashed && { strokeDasharray: '4 3' })}
          fill="currentColor"
          fillOpacity={line.dashed ? 0 : 0.12}
          isAnimationActive={false}
          dot={(dot: DotItemDotProps) => (
            <ValueMark key={dot.key} dot={dot} dashed={line.dashed === true} mark={tones[at]?.mark} />
          )}
          activeDot={false}
        />
      ))}
    </RadarChart>
  );
}

/** The legend of the lines, above the drawing. */
function Legend({ spec }: { spec: RadarSpec }) {
  const tones = tonesOf(spec.series);
  let from = 0;
  return (
    <g fontSize={tickSize} dominantBaseline="central" transform="translate(0 9)">
      {spec.series.map(({ key, label, dashed }, at) => {
        const start = from;
        from += textWidth(label, tickSize) + 46;
        return (
          <g key={key} transform={`translate(${start} 0)`} className={tones[at]?.mark}>
            <line x2={18} stroke="currentColor" strokeWidth={2} {...(dashed && { strokeDasharray: '4 3' })} />
            <text x={24} className="fill-ink-2">
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** A value: a filled mark, and of the comparison a ring wide enough to be seen around one that coincides with it. */
function ValueMark({ dot, dashed, mark }: { dot: DotItemDotProps; dashed: boolean; mark: string | undefined }) {
  if (dot.cx == null || dot.cy == null) return null;
  return (
    <circle
      cx={dot.cx}
      cy={dot.cy}
      r={dashed ? 6 : 3}
      className={mark}
      fill={dashed ? 'none' : 'currentColor'}
      stroke="currentColor"
      strokeWidth={1.5}
    />
  );
}
