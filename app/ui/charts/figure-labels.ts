type Spot = { readonly x: number; readonly y: number };

/** Pixels between a point and the middle of the figure above or below it, and the height of a figure. */
const away = 17;
const tall = 14;

/**
 * Whether the figure at each point of a line stands above or below it: above, unless the line runs through it there and
 * not below. `spots` are in pixels, null in a gap; `widths` are the widths of the figures.
 */
export function labelSides(spots: readonly (Spot | null)[], widths: readonly number[]): ('above' | 'below')[] {
  return spots.map((spot, at) => {
    if (!spot) return 'above';
    const ends = [spots[at - 1], spots[at + 1]].filter((end) => end != null);
    const struck = (middle: number) => {
      const half = (widths[at] ?? 0) / 2;
      return ends.some((end) => runsThrough(spot, end, { x: spot.x, y: middle }, half));
    };
    return struck(spot.y - away) && !struck(spot.y + away) ? 'below' : 'above';
  });
}

/** Whether the line between two points crosses the box of a figure around its middle. */
function runsThrough(from: Spot, to: Spot, middle: Spot, half: number): boolean {
  const reach = Math.min(half, Math.abs(to.x - from.x));
  const slope = (to.y - from.y) / (Math.abs(to.x - from.x) || 1);
  const [start, end] = [from.y, from.y + slope * reach];
  return Math.min(start, end) < middle.y + tall / 2 && Math.max(start, end) > middle.y - tall / 2;
}
