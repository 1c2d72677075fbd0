import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { Span } from '@/lib/assessment/methods/kit/curve';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { shareAt } from '@/lib/assessment/scoring/share-at';

/** A curve for drawing. */
export type Curve = Pick<Span, 'axis' | 'isSample'> & {
  /** Values and the points that they earn, from left to right. */
  readonly points: readonly (readonly [x: number, points: number])[];
};

const steps = 60;

/** The points of an item over its values, for drawing; null for a blend, and where the parameters give no curve. */
export function curveOf(item: SchemeItem): Curve | null {
  const { method } = item;
  if (isBlend(method)) return null;
  const { axis, isSample, from, to, terms = {} } = roomOf(method).span(method, item);
  if (!(to > from)) return null;
  const count = axis === 'place' ? to - from : steps;
  const points = Array.from({ length: count + 1 }, (_, nth) => from + ((to - from) * nth) / count).flatMap((x) => {
    const share = shareAt(item, x, { terms });
    return share === null ? [] : [[x, (share * item.weight) / 100] as const];
  });
  return points.length > 1 ? { axis, isSample, points } : null;
}
