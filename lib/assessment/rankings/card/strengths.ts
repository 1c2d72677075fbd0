import type { SchemePart } from '@/lib/assessment/rankings/result-run';
import type { Standing } from './unit-result';

export type PlacedPart = { readonly part: SchemePart; readonly standing: Standing & { readonly place: number } };

/**
 * The items with the best and the worst places of a unit among the ranked units, at most `most` each and no item in
 * both. Places are compared as fractions of the list, since not every unit has a score in every item.
 */
export function strengthsOf(
  parts: readonly SchemePart[],
  standings: readonly Standing[],
  most = 3,
): { readonly strong: readonly PlacedPart[]; readonly weak: readonly PlacedPart[] } {
  const placed = parts.flatMap((part): PlacedPart[] => {
    const standing = standings.find(({ kind, at }) => kind === part.kind && at === part.at);
    const { place = null, of = 0 } = standing ?? {};
    return standing && place !== null && of > 1 ? [{ part, standing: { ...standing, place } }] : [];
  });
  const depth = ({ standing }: PlacedPart) => (standing.place - 1) / (standing.of - 1);
  const sorted = [...placed].sort((a, b) => depth(a) - depth(b) || b.part.full - a.part.full);
  const half = Math.min(most, Math.floor(sorted.length / 2));
  return {
    strong: sorted.slice(0, half).filter((one) => depth(one) < 0.5),
    weak: sorted
      .slice(-half || sorted.length)
      .filter((one) => depth(one) > 0.5)
      .reverse(),
  };
}
