import { held } from '@/lib/assessment/methods/kit/peers';
import type { Efficacy } from './schema';

/** 功效系数, linear. Letters, of the basis: low, high, and of peers n. */
export function scaleOf({ bounds, base }: Efficacy) {
  return {
    bounds,
    base,
    full: 100,
    outcome: (x: number, low: number, high: number) =>
      held(base + (100 - base) * ((x - low) / (high - low)), base, 100),
  };
}
