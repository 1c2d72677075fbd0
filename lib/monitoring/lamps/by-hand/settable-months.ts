import { todayOf } from '@/lib/catalogue/today';
import type { LampCourse, ShownLamp } from '@/lib/monitoring/lamps/shown/words';

/** A month that somebody may set, the version of its lamp that was shown, 0 for none, and what was set; null for nothing. */
export type SettableMonth = { readonly month: number; readonly version: number; readonly lamp: ShownLamp | null };

/** The months of a year up to this one that the rules did not judge. */
export function settableMonths({ year, months }: Pick<LampCourse, 'year' | 'months'>, now: Date): SettableMonth[] {
  const [thisYear = 0, thisMonth = 0] = todayOf({ now }).split('-').map(Number);
  return months.flatMap(({ month, versions }): SettableMonth[] => {
    const last = versions.at(-1) ?? null;
    const isOver = year < thisYear || (year === thisYear && month <= thisMonth);
    if (!isOver || (last && last.colour !== null && last.setBy === null)) return [];
    return [{ month, version: last?.version ?? 0, lamp: last?.colour ? last : null }];
  });
}
