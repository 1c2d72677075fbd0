/** Computed amounts nearer than this are equal: what separates them is the noise of the arithmetic. */
export const noise = 1e-9;

/** The same as a part of great amounts: the last digits of a double. */
export const lastDigits = 1e-12;

/** Whether parts that were added up make their whole. */
export function makesUp(sum: number, whole: number): boolean {
  return Math.abs(sum - whole) <= noise * Math.max(1, whole);
}
