import { usePlotArea, useXAxisScale } from 'recharts';
import type { ChartTick } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';

/**
 * A dashed upright line with a word where the definition changed, or the unit, halfway between the two periods.
 */
export function BreakMarks(props: { ticks: readonly ChartTick[]; label: string; reorganised: string }) {
  const { ticks } = props;
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area) return null;
  return (
    <g data-mark="break" fontSize={tickSize} textAnchor="middle" className="fill-ink-2 stroke-ink-2">
      {ticks.map(({ key, isRedefined, isReorganised }, at) => {
        if (!isRedefined || at === 0) return null;
        const [before, after] = [x(ticks[at - 1]?.key, { position: 'middle' }), x(key, { position: 'middle' })];
        if (before === undefined || after === undefined) return null;
        const middle = (before + after) / 2;
        return (
          <g key={key}>
            <line x1={middle} x2={middle} y1={area.y - 4} y2={area.y + area.height} strokeDasharray="3 3" />
            <text x={middle} y={area.y - 8} stroke="none">
              {isReorganised ? props.reorganised : props.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
