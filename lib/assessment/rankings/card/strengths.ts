import type { SchemePart } from '@/lib/assessment/rankings/result-run';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { Standing } from './unit-result';

export type PlacedPart = { readonly part: SchemePart; readonly standing: Standing & { readonly place: number } };

/**
 * The items in which a unit is better than at least half of the others, and those in which it is worse, the clearest
 * first and at most `most` each. A place that most units share is neither, nor is an item without a figure of the unit.
 */
export function strengthsOf(
  parts: readonly SchemePart[],
  standings: readonly Standing[],
  items: readonly Pick<ItemScore, 'state'>[],
  most = 3,
): { readonly strong: readonly PlacedPart[]; readonly weak: readonly PlacedPart[] } {
  const placed = parts.flatMap((part): PlacedPart[] => {
    const standing = standings.find(({ kind, at }) => kind === part.kind && at === part.at);
    const { place = null, of = 0 } = standing ?? {};
    const isScored = items[part.at]?.state === 'scored';
    return standing && isScored && place !== null && of > 1 ? [{ part, standing: { ...standing, place } }] : [];
  });
  const behind = ({ standing }: PlacedPart) => (standing.place - 1) / (standing.of - 1);
  const ahead = ({ standing }: PlacedPart) => (standing.of - standing.place + 1 - standing.shared) / (standing.of - 1);
  const clearest = (by: (part: PlacedPart) => number) =>
    placed
      .filter((one) => by(one) > 0.5)
      .sort((a, b) => by(b) - by(a) || b.part.full - a.part.full)
      .slice(0, most);
  return { strong: clearest(ahead), weak: clearest(behind) };
}
