import { usePlotArea, useYAxisScale } from 'recharts';
import type { ValueAxis } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';

/** Hairlines at the round values with their numbers on the left; the zero line is stronger. */
export function ValueLines({ axis }: { axis: ValueAxis }) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!y || !area) return null;
  return (
    <g fontSize={tickSize} textAnchor="end" dominantBaseline="central" className="fill-ink-2">
      {axis.ticks.map(({ value, text }) => (
        <g key={text}>
          <line
            x1={area.x}
            x2={area.x + area.width}
            y1={y(value)}
            y2={y(value)}
            className={value === 0 ? 'stroke-ink-2' : 'stroke-rule'}
            strokeOpacity={value === 0 ? 0.6 : 1}
          />
          <text x={area.x - 8} y={y(value)}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
