/** Computed amounts nearer than this are equal: what separates them is the noise of the arithmetic. */
export const noise = 1e-9;

/** The same as a part of amounts of any size: the last digits of a double. */
export const lastDigits = 1e-12;

/** Whether two amounts of any size are equal up to the last digits of a double. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= lastDigits * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether an amount is at a line or on its better side; the last digits of a double take none below it: 57 ÷ 100 × 100. */
export function reaches(amount: number, line: number, better: 'higher' | 'lower'): boolean {
  return isSame(amount, line) || (better === 'higher' ? amount > line : amount < line);
}

/**
 * Removes the noise of a difference of amounts of the given size, so that what remains compares by its own size:
 * 0.3 − 0.1 − 0.2 is zero.
 */
export function settleDifference(difference: number, size: number): number {
  const digits = 12 - Math.floor(Math.log10(size));
  if (!Number.isFinite(digits)) return difference;
  const [grid, times] = [10 ** Math.abs(digits), digits < 0];
  const settled = times ? Math.round(difference / grid) * grid : Math.round(difference * grid) / grid;
  return Number.isFinite(settled) ? settled + 0 : difference;
}

/** Whether parts that were added up make their whole. */
export function makesUp(sum: number, whole: number): boolean {
  return Math.abs(sum - whole) <= noise * Math.max(1, whole);
}
