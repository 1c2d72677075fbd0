import type { Standing, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { itemParts, type ResultRun, type SchemePart } from '@/lib/assessment/rankings/result-run';

/**
 * An item's place compared with the unit's rank by total. `ahead` is the number of places by which the item is better;
 * negative is behind.
 */
export type MatchedItem = {
  readonly part: SchemePart;
  readonly share: number | null;
  readonly place: number | null;
  readonly ahead: number | null;
};

/** 位次匹配: every item of a unit compared with its rank, farthest ahead first and those without a place last. */
export function rankMatch(
  run: Pick<ResultRun, 'scheme'>,
  unit: Pick<UnitResult, 'rank' | 'items'>,
  standings: readonly Standing[],
): MatchedItem[] {
  const { rank } = unit;
  return itemParts(run.scheme)
    .map((part): MatchedItem => {
      const place = standings.find(({ kind, at }) => kind === 'item' && at === part.at)?.place ?? null;
      const ahead = place === null || rank === null ? null : rank - place;
      return { part, share: unit.items[part.at]?.share ?? null, place, ahead };
    })
    .sort(
      (a, b) => (b.ahead ?? Number.NEGATIVE_INFINITY) - (a.ahead ?? Number.NEGATIVE_INFINITY) || a.part.at - b.part.at,
    );
}
