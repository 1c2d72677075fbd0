/** A day as official documents write it: 2026年11月3日. */
export function writtenDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
