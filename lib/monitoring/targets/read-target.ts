import type { TargetEntry, TargetFault } from '@/lib/monitoring/targets/words';
import { readFigure } from '@/lib/reporting/reading/read-figure';
import type { CheckedIndicator } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

type Indicator = Pick<CheckedIndicator, 'unitZh' | 'unitEn' | 'measure'>;

/** A typed target as read: a decimal in the indicator's own unit, null for an empty one, or why it is no target. */
export type TargetReading = { readonly value: string | null } | { readonly fault: TargetFault };

/** Reads a typed target as figures are read. A target is an exact number: 约100 and 100以上 are refused. */
export function readTarget(typed: string, indicator: Indicator): TargetReading {
  const reading = readFigure(typed, indicator);
  if (reading.kind === 'absent' && reading.absence === 'blank') return { value: null };
  if (reading.kind !== 'number') return { fault: 'unreadable' };
  return reading.qualifier === 'exact' ? { value: reading.value } : { fault: 'qualified' };
}

/** The text of a target as the grid shows it; two texts of one number are the same entry. */
export function typedTarget(value: string | null): string {
  return value === null ? '' : value;
}

/** Both values of an entry; null where one of them is no target. */
export function readEntry(entry: TargetEntry, indicator: Indicator): Record<keyof TargetEntry, string | null> | null {
  const [base, stretch] = [readTarget(entry.base, indicator), readTarget(entry.stretch, indicator)];
  return 'fault' in base || 'fault' in stretch ? null : { base: base.value, stretch: stretch.value };
}

/**
 * Whether a stretch target asks for less than the base target does, by the better direction of the indicator. Never
 * where the indicator has none, or where one of them is open.
 */
export function isStretchWorse(direction: string, base: string | null, stretch: string | null): boolean {
  if (base === null || stretch === null) return false;
  const order = compareDecimals(stretch, base);
  return direction === 'higher' ? order < 0 : direction === 'lower' ? order > 0 : false;
}
