import { decimalOf } from '@/lib/statistics/numbers';

/** Removes rounding errors: a total of 84.9949999999999 that should be 84.995 is rounded as the latter. */
function settleTotal(total: number): number {
  return Math.abs(total) < 1e6 ? Math.round(total * 1e9) / 1e9 : total;
}

/** A total as it is published: a decimal string, half up. */
export function publishedTotal(total: number, decimals: number): string {
  return decimalOf(settleTotal(total), decimals);
}

/** A total as the number that is published, quickly: thousands of draws round each. NaN for none. */
export function roundTotal(total: number, decimals: number): number {
  const scale = 10 ** decimals;
  const steps = Math.abs(settleTotal(total)) * scale;
  // A settled total has nine decimals, so that less than a thousandth of a step is the noise of the product.
  const rounded = Math.floor(steps + 0.5 + 1e-5) / scale;
  return total < 0 && rounded > 0 ? -rounded : rounded;
}
