import { writtenMoment } from '@/lib/i18n/moments';

/** The day in Shanghai on which a command is given: 2026-11-25. */
export function todayOf({ now }: { readonly now: Date }): string {
  return writtenMoment(now).slice(0, 10);
}

/** The days from a day to a later one. */
export const daysSince = (day: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(day)) / 86_400_000);

/** A day some days later, or earlier where they are negative. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day before a day. */
export const dayBefore = (day: string): string => dayPlus(day, -1);

/** The day after a day. */
export const dayAfter = (day: string): string => dayPlus(day, 1);
