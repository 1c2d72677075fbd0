import { held } from '@/lib/assessment/methods/kit/peers';
import type { ExponentialEfficacy } from './schema';

/** 功效系数, exponential. Letters, of the basis: low, high, and of peers n. */
export function scaleOf({ bounds, base }: ExponentialEfficacy) {
  return {
    bounds,
    base,
    full: 100,
    outcome: (x: number, low: number, high: number) =>
      held(base * Math.exp(Math.log(100 / base) * ((x - low) / (high - low))), base, 100),
  };
}
