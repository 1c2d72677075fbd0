import { groupedDecimal, roundHalfUp } from '@/lib/statistics/numbers';

type Indicator = { readonly decimals: number };

/**
 * The decimals with which a target is written: those of its indicator, so that the targets of one indicator stand alike, or
 * more where it was set with more.
 */
export const decimalsOfTarget = (value: string, { decimals }: Indicator): number =>
  Math.max(decimals, value.split('.')[1]?.length ?? 0);

/** A target as pages write it; a dash for none. */
export function writtenTarget(value: string | null, indicator: Indicator): string {
  return value === null ? '—' : groupedDecimal(roundHalfUp(value, decimalsOfTarget(value, indicator)));
}
