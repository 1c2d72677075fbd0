const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** A moment as it is written in both languages, Shanghai time: 2026-09-15 14:03. */
export function writtenMoment(moment: Date): string {
  return format.format(moment);
}
