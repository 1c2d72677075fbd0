import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';

/**
 * The share of an item's points that a value earns, in percent, for drawing the curve of a method without inputs.
 * `terms` are sample letters in place of the peers' or the unit's (see `ItemBasis.terms`); null when one is missing.
 * For a rank ladder x is the place, for a rank gain the present place, for deductions the points deducted. A blend has
 * no curve.
 */
export function shareAt(
  { method, weight, direction }: Pick<SchemeItem, 'method' | 'direction' | 'weight'>,
  x: number,
  context: { readonly terms: Readonly<Record<string, number>> },
): number | null {
  if (isBlend(method)) return null;
  const better = direction === 'lower' ? 'lower' : 'higher';
  const term = (letter: string) => context.terms[letter] ?? Number.NaN;
  const { share } = roomOf(method).at(method, x, { better, weight, term });
  return share !== null && Number.isFinite(share) ? share : null;
}
