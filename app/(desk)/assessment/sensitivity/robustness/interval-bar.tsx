import type { RankInterval } from '@/lib/assessment/runs/words';

const [width, height, edge] = [320, 20, 6];

/**
 * An interval of ranks: best to worst as a hairline, the middle ninety percent as a bar, the median as a dot, the run's
 * own rank as a stroke.
 */
export function IntervalBar(props: { interval: RankInterval; count: number; label: string }) {
  const { interval, count, label } = props;
  const at = (rank: number) => edge + ((rank - 1) / Math.max(1, count - 1)) * (width - 2 * edge);
  const middle = height / 2;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="block"
    >
      <line x1={at(1)} x2={at(count)} y1={middle} y2={middle} className="stroke-rule" />
      <line
        x1={at(interval.best)}
        x2={at(interval.worst)}
        y1={middle}
        y2={middle}
        className="stroke-peer"
        strokeWidth={2}
      />
      <rect
        x={at(interval.low) - 3}
        y={middle - 4}
        width={at(interval.high) - at(interval.low) + 6}
        height={8}
        rx={4}
        className="fill-river"
        opacity={0.45}
      />
      <circle cx={at(interval.median)} cy={middle} r={3.5} className="fill-sea" />
      <line
        x1={at(interval.rank)}
        x2={at(interval.rank)}
        y1={1}
        y2={height - 1}
        className="stroke-ink"
        strokeWidth={1.5}
      />
    </svg>
  );
}
