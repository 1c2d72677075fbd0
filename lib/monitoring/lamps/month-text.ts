import type { LampMonth } from '@/lib/monitoring/lamps/shown/words';

/** A month as addresses and forms have it, 2026-03. */
export const monthText = ({ year, month }: LampMonth): string => `${year}-${`${month}`.padStart(2, '0')}`;

/** The first day of such a month. */
export const firstDay = (month: string): string => `${month}-01`;

/** The last day of such a month. */
export function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
