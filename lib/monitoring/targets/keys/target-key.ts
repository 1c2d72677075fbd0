import type { TargetPlace } from '@/lib/monitoring/targets/words';

/** A target of a year as one string, `GDP JIA`: neither code contains a space. */
export const targetKey = ({ indicator, unit }: TargetPlace): string => `${indicator} ${unit}`;

/** The target in a string that `targetKey` wrote; null for any other string. */
export function placeOf(key: string): TargetPlace | null {
  const [indicator, unit, more] = key.split(' ');
  return indicator && unit && more === undefined ? { indicator, unit } : null;
}

/** What the audit trail calls the targets of a unit in a year. */
export const targetSubject = (year: number, unit: string) => `target/${year}/${unit}`;

/** What the audit trail calls one of them: the indicator and the year, as it calls a figure. */
export const targetName = (indicator: string, year: number) => `${indicator} ${year}`;
