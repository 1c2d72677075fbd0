import { held, type Outcome } from '@/lib/assessment/methods/kit/peers';
import type { MinMax } from './schema';

/** Min-max. Letters, of the basis: low, high, and of peers n. */
export function scaleOf({ bounds, from, to, clamp }: MinMax) {
  return {
    bounds,
    base: from,
    full: to,
    outcome: (x: number, low: number, high: number): Outcome => {
      const share = from + (to - from) * ((x - low) / (high - low));
      return clamp ? held(share, Math.min(from, to), Math.max(from, to)) : { share };
    },
  };
}
