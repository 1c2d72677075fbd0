import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** A computed double with a number of decimals; a dash for none. */
export function ScoreNumber({ value, digits }: { value: number | null | undefined; digits: number }) {
  if (value === null || value === undefined) return <span className="text-ink-2">—</span>;
  return groupedDecimal(decimalOf(value, digits));
}
