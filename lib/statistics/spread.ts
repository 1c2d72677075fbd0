/** The mean of doubles; sums run in the given order, so that the same input gives the same last digit. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation, of a whole group or estimated from a sample; 0 for a sample of one value. */
export function deviationOf(values: readonly number[], of: 'population' | 'sample'): number {
  const divisor = of === 'sample' ? values.length - 1 : values.length;
  if (divisor <= 0) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / divisor);
}

/** The value below which `percent` of the values lie, by linear interpolation (position (n − 1) × percent / 100). */
export function quantileOf(ascending: readonly number[], percent: number): number {
  const position = ((ascending.length - 1) * percent) / 100;
  const at = Math.floor(position);
  const lower = ascending[at] ?? Number.NaN;
  const upper = ascending[at + 1] ?? lower;
  return lower + (upper - lower) * (position - at);
}
