/** Runs of neighbouring points, broken where a figure is missing and before the points of `breaks`. */
function runsOf<Point>(spots: readonly (Point | null)[], breaks: readonly number[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const [at, spot] of spots.entries()) {
    if (spot !== null && !breaks.includes(at)) runs.at(-1)?.push(spot);
    else runs.push(spot === null ? [] : [spot]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Whether a sparkline of these figures shows anything: two neighbouring ones are known. */
export function hasLine(points: readonly (number | null)[], breaks: readonly number[]): boolean {
  return runsOf(points, breaks).some((run) => run.length > 1);
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;

/**
 * A sparkline of a few figures in a table cell, drawn on the server: oldest first, null is a gap, the end of the line
 * marked. `label` describes all figures to a screen reader. A figure between gaps has no course and is not drawn, and
 * without two neighbouring ones nothing is.
 */
export function Sparkline({
  points,
  breaks = [],
  label,
  range,
  width = 88,
  height = 24,
}: {
  points: readonly (number | null)[];
  breaks?: readonly number[];
  label: string;
  /** The lowest and the highest value of the picture, for several side by side; else those of the points. */
  range?: readonly [low: number, high: number];
  width?: number;
  height?: number;
}) {
  const known = points.filter((point): point is number => point !== null);
  const [low, high] = range ?? [Math.min(...known), Math.max(...known)];
  const [left, right, top, bottom] = [2, width - 4, 4, height - 4];
  const spots = points.map((point, at) => {
    if (point === null) return null;
    const along = points.length > 1 ? at / (points.length - 1) : 1;
    const up = high > low ? (point - low) / (high - low) : 0.5;
    return { x: round(left + along * (right - left)), y: round(bottom - up * (bottom - top)) };
  });
  const runs = runsOf(spots, breaks).filter((run) => run.length > 1);
  const last = runs.at(-1)?.at(-1);
  if (!last) return null;
  return (
    <svg role="img" width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="sparkline">
      <title>{label}</title>
      {runs.map((run) => (
        <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      <circle cx={last.x} cy={last.y} r={2.25} />
    </svg>
  );
}
