import type { Assessment } from '@/lib/assessment/scoring/words';

/** The published result of a unit, as far as a what-if compares with it. */
export type PublishedRow = {
  readonly unit: string;
  readonly rank: number | null;
  readonly total: number | null;
  readonly shown: string | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
};

/**
 * A unit's ranks before and after. `places` is the number of places gained; null where it has no rank in one of the
 * two, and `turn` tells whether it came into the ranks or fell out of them.
 */
export type Move = {
  readonly unit: string;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly isProvisional: boolean;
  readonly total: number | null;
  readonly shown: string | null;
  readonly before: PublishedRow | null;
  readonly places: number | null;
  readonly turn: 'in' | 'out' | null;
};

/** The units of an assessment in its order, each compared with the published result. */
export function movesOf(published: readonly PublishedRow[], assessment: Assessment): readonly Move[] {
  const before = new Map(published.map((row) => [row.unit, row]));
  return assessment.units.map(({ unit, rank, isTied, isApart, isProvisional, total, shown }) => {
    const was = before.get(unit) ?? null;
    const hasBoth = was !== null && was.rank !== null && rank !== null;
    const places = hasBoth ? (was.rank ?? 0) - (rank ?? 0) : null;
    const isSteady = was === null || (was.rank === null) === (rank === null);
    const turn = isSteady ? null : rank === null ? 'out' : 'in';
    return { unit, rank, isTied, isApart, isProvisional, total, shown, before: was, places, turn };
  });
}

/** The number of units that change rank, the largest change in places, and the units that come into the ranks or fall out. */
export function extentOf(moves: readonly Move[]): {
  readonly moved: number;
  readonly farthest: number;
  readonly turned: number;
} {
  const distances = moves.map(({ places }) => Math.abs(places ?? 0));
  return {
    moved: distances.filter((one) => one > 0).length,
    farthest: Math.max(0, ...distances),
    turned: moves.filter(({ turn }) => turn !== null).length,
  };
}
