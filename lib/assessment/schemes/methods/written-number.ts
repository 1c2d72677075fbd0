import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** A parameter as it is written: grouped, with no more decimals than it has, six at most. */
export function writtenNumber(value: number): string {
  return groupedDecimal(plainNumber(value));
}

/** The same without grouping and with an ordinary minus sign, as a field or a file takes it. */
export function plainNumber(value: number): string {
  const decimal = decimalOf(value, 6);
  return decimal.replace(/\.?0+$/, '');
}
