import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** A parameter with grouping and its own decimals, six at most. */
export function writtenNumber(value: number): string {
  return groupedDecimal(plainNumber(value));
}

/** A parameter without grouping and with an ordinary minus sign, for a field or a file. */
export function plainNumber(value: number): string {
  const decimal = decimalOf(value, 6);
  return decimal.replace(/\.?0+$/, '');
}
