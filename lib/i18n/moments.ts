const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** A moment in the form of both languages, Shanghai time: 2026-09-15 14:03. */
export function writtenMoment(moment: Date): string {
  return format.format(moment);
}

const exact = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

/** A moment to the second, Shanghai time: 2026-09-15 14:03:22. */
export function writtenSecond(moment: Date): string {
  return exact.format(moment);
}

/** The moment at which a day (2026-09-15) begins in Shanghai, which has no summer time; or the day after it. */
export function startOfDay(day: string, { after = false } = {}): Date {
  const start = new Date(`${day}T00:00:00+08:00`);
  return after ? new Date(start.getTime() + 86_400_000) : start;
}

/** The calendar days in Shanghai from one moment to another: 0 on the same day, however many hours lie between. */
export function daysBetween(from: Date, to: Date): number {
  const dayOf = (moment: Date) => startOfDay(writtenMoment(moment).slice(0, 10)).getTime();
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

/** The time from one moment to another, either way round, in its largest unit; days are calendar days in Shanghai. */
export function distanceBetween(from: Date, to: Date): { unit: 'Days' | 'Hours' | 'Minutes'; count: number } {
  const rest = Math.abs(to.getTime() - from.getTime());
  if (rest >= 86_400_000) return { unit: 'Days', count: Math.abs(daysBetween(from, to)) };
  if (rest >= 3_600_000) return { unit: 'Hours', count: Math.floor(rest / 3_600_000) };
  return { unit: 'Minutes', count: Math.max(1, Math.floor(rest / 60_000)) };
}

const field = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/**
 * The first instant of a minute in a form, Shanghai time (2026-11-01T12:00), or of a second (2026-11-01T12:00:05); null
 * for any other text.
 */
export function momentIn(text: string): Date | null {
  const found = field.exec(text);
  if (!found) return null;
  const moment = new Date(`${text}${found[1] ? '' : ':00'}+08:00`);
  if (Number.isNaN(moment.getTime())) return null;
  return writtenSecond(moment).replace(' ', 'T').startsWith(text) ? moment : null;
}

/** Milliseconds from the beginning of a minute to its last instant. */
export const lastOfMinute = 59_999;

/** The last instant of such a minute or second: everything recorded within it is known by then. */
export function endOfMinute(text: string): Date | null {
  const moment = momentIn(text);
  return moment && new Date(moment.getTime() + (field.exec(text)?.[1] ? 999 : lastOfMinute));
}

/** A moment for a field of a form, the inverse of `momentIn`. */
export function momentField(moment: Date): string {
  return writtenMoment(moment).replace(' ', 'T');
}

/** The last instant of a past minute in an address; null for an invalid or a future one. */
export function pastMoment(text: string | undefined, now: Date): Date | null {
  const moment = text === undefined ? null : endOfMinute(text);
  return moment && moment < now ? moment : null;
}
