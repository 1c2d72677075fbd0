import { held, type Outcome, type Peers, type Prepared } from '@/lib/assessment/methods/kit/peers';
import type { Bonus } from './schema';

/**
 * 加分: points per counted item, or the points in the ledger, up to the item's points. Letters of the unit: counted, or
 * granted in points.
 */
export function prepareBonus({ from, pointsEach }: Bonus, peers: Peers): Prepared {
  const shareOf = (points: number) => (points / peers.weight) * 100;
  return {
    basis: { terms: {}, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (unit, x) => {
      if (from === 'value') return bonusOutcome(pointsEach, peers.weight, x);
      const granted = peers.entries(unit, 'bonus').reduce((sum, { points }) => sum + points, 0);
      return held(shareOf(granted), 0, 100, { granted });
    },
  };
}

export function bonusOutcome(pointsEach: number, weight: number, counted: number): Outcome {
  return held(((counted * pointsEach) / weight) * 100, 0, 100, { counted });
}
