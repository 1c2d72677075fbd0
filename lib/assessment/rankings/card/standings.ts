import { noise } from '@/lib/statistics/noise';
import type { Standing } from './unit-result';

/** The shares of one ranked unit at every part, in percent of the full score; null for none. */
export type PartShares = {
  readonly code: string;
  readonly blocks: readonly (number | null)[];
  readonly items: readonly (number | null)[];
};

/** How every block and item of a unit stands among the ranked units; a part without any score among them is left out. */
export function standingsAmong(peers: readonly PartShares[], own: PartShares): Standing[] {
  const isRanked = peers.some(({ code }) => code === own.code);
  return (['blocks', 'items'] as const).flatMap((list) =>
    own[list].flatMap((share, at): Standing[] => {
      const known = peers.flatMap((peer) => peer[list][at] ?? []).sort((a, b) => a - b);
      const [median, best] = [medianOf(known), known.at(-1)];
      if (median === null || best === undefined) return [];
      const better = share === null ? 0 : known.filter((other) => other > share + noise).length;
      const place = isRanked && share !== null ? better + 1 : null;
      const equal = share === null ? 0 : known.filter((other) => Math.abs(other - share) <= noise).length;
      const shared = place === null ? 0 : equal;
      return [{ kind: list === 'blocks' ? 'block' : 'item', at, place, shared, of: known.length, median, best }];
    }),
  );
}

function medianOf(ascending: readonly number[]): number | null {
  const middle = (ascending.length - 1) / 2;
  const [low, high] = [ascending[Math.floor(middle)], ascending[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
