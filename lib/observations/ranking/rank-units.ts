import type { Direction } from '@/lib/catalogue/words';
import { placesOf } from '@/lib/statistics/places';

/** A unit with its figure now and in the same period a year earlier, as decimal strings. */
export type Contender = { readonly code: string; readonly value: string | null; readonly earlier: string | null };

export type Standing = {
  readonly place: number | null;
  readonly tied: boolean;
  /** Places gained since a year earlier; null where that is unknown. */
  readonly change: number | null;
};

export type Standings = {
  readonly of: ReadonlyMap<string, Standing>;
  readonly isRanked: boolean;
  /** The number of units among which the change is counted; null without a change. */
  readonly compared: number | null;
};

/**
 * The least part of the ranked units that must also have an earlier figure, so that a change of place is meaningful.
 */
const comparable = 2 / 3;

/**
 * Competition ranking (1, 2, 2, 4) of the units that have a figure; bounds count by their number. Nothing is ranked
 * without a direction or with a single figure. The change of place is counted among the units that have both figures,
 * since a place among nine and a place among thirteen cannot be compared.
 */
export function rankUnits(contenders: readonly Contender[], direction: Direction): Standings {
  const known = contenders.filter(({ value }) => value !== null).length;
  const isRanked = known >= 2 && (direction === 'higher' || direction === 'lower');
  const places = isRanked
    ? placesOf(
        contenders.map(({ value }) => value),
        direction,
      )
    : contenders.map(() => null);
  const both = contenders.filter(({ value, earlier }) => value !== null && earlier !== null);
  const compared = isRanked && both.length >= 2 && both.length >= known * comparable ? both.length : null;
  const changes = compared === null ? new Map<string, number>() : changesAmong(both, direction);
  const sharing = new Map<number | null, number>();
  for (const place of places) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  const isShared = (place: number | null) => place !== null && (sharing.get(place) ?? 0) > 1;
  const of = new Map(
    contenders.map(({ code }, at): [string, Standing] => {
      const place = places[at] ?? null;
      return [code, { place, tied: isShared(place), change: changes.get(code) ?? null }];
    }),
  );
  return { of, isRanked, compared };
}

function changesAmong(both: readonly Contender[], direction: Direction): Map<string, number> {
  const now = placesOf(
    both.map(({ value }) => value),
    direction,
  );
  const then = placesOf(
    both.map(({ earlier }) => earlier),
    direction,
  );
  return new Map(both.map(({ code }, at) => [code, (then[at] ?? 0) - (now[at] ?? 0)]));
}
