import { Refusal } from '@/lib/errors';
import { type TargetEntry, type TargetFault, targetFields } from '@/lib/monitoring/targets/words';
import { readFigure } from '@/lib/reporting/reading/read-figure';
import { countFault } from '@/lib/reporting/rules/counts';
import type { CheckedIndicator } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

type Indicator = Pick<CheckedIndicator, 'nameZh' | 'unitZh' | 'unitEn' | 'measure' | 'decimals'>;

/** A typed target as read: a decimal in the indicator's own unit, null for an empty one, or why it is no target. */
export type TargetReading = { readonly value: string | null } | { readonly fault: TargetFault };

/**
 * Reads a typed target as figures are read. A target is an exact number, 约100 and 100以上 are refused; so is a number that a
 * figure of the indicator cannot be, such as half a firm.
 */
export function readTarget(typed: string, indicator: Indicator): TargetReading {
  const reading = readFigure(typed, indicator);
  if (reading.kind === 'absent' && reading.absence === 'blank') return { value: null };
  if (reading.kind !== 'number') return { fault: 'unreadable' };
  if (reading.qualifier !== 'exact') return { fault: 'qualified' };
  const fault = countFault(reading.value, indicator);
  return fault ? { fault } : { value: reading.value };
}

/** The text of a target as the grid shows it; two texts of one number are the same entry. */
export function typedTarget(value: string | null): string {
  return value === null ? '' : value;
}

/** How a target with a fault is refused. */
export const refusedFor = (fault: TargetFault) =>
  `targets.refused.${fault === 'qualified' ? 'unreadable' : fault}` as const;

type Asked = { readonly unitName: string; readonly indicatorOf: Indicator };

/** Both values of a typed entry. Refuses texts that are no targets of the indicator, each by its field. */
export function readEntry(
  entry: TargetEntry,
  { unitName, indicatorOf }: Asked,
): Record<keyof TargetEntry, string | null> {
  const about = { unit: unitName, indicator: indicatorOf.nameZh };
  const read = { base: readTarget(entry.base, indicatorOf), stretch: readTarget(entry.stretch, indicatorOf) };
  const faults = targetFields.flatMap((field) => {
    const one = read[field];
    return 'fault' in one ? [{ field, key: refusedFor(one.fault), details: { ...about, field } }] : [];
  });
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.key, first.details, faults);
  const valueIn = (one: TargetReading) => ('fault' in one ? null : one.value);
  return { base: valueIn(read.base), stretch: valueIn(read.stretch) };
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
