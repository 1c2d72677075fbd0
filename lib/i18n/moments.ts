const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** A moment as it is written in both languages, Shanghai time: 2026-09-15 14:03. */
export function writtenMoment(moment: Date): string {
  return format.format(moment);
}

const exact = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

/** A moment to the second, Shanghai time: 2026-09-15 14:03:22. */
export function writtenSecond(moment: Date): string {
  return exact.format(moment);
}

/** The moment at which a day (2026-09-15) begins in Shanghai, which keeps one clock all year; or the day after it. */
export function startOfDay(day: string, { after = false } = {}): Date {
  const start = new Date(`${day}T00:00:00+08:00`);
  return after ? new Date(start.getTime() + 86_400_000) : start;
}
