import { writtenMoment } from '@/lib/i18n/moments';

/** The day in Shanghai on which a command is given: 2026-11-25. */
export function todayOf({ now }: { readonly now: Date }): string {
  return writtenMoment(now).slice(0, 10);
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
