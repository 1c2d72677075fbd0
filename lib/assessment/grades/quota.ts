import type { Grades } from '@/lib/assessment/schemes/document/scheme';
import type { Note, QuotaRounding } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';

type Quota = Extract<Grades, { by: 'quota' }>;

/** The number of places that a percentage of `count` units gives, by the scheme's rounding: 35 % of 8 are 2 or 3. */
export function seatsOf(percent: number, count: number, rounding: QuotaRounding): number {
  const exact = (percent * count) / 100;
  switch (rounding) {
    case 'down':
      return Math.floor(exact + noise);
    case 'up':
      return Math.ceil(exact - noise);
    case 'halfUp':
      return Math.floor(exact + 0.5 + noise);
    case 'atLeastOne':
      return exact > 0 ? Math.max(1, Math.floor(exact + noise)) : 0;
  }
}

/** The places of each grade from the best down, with the roundings noted. The last grade takes the rest. */
export function quotaSeats({ grades, rounding }: Quota, count: number): { seats: number[]; notes: Note[] } {
  const notes: Note[] = [];
  let left = count;
  const seats = grades.map(({ key, percent, count: fixed }, at) => {
    if (at === grades.length - 1) return left;
    const exact = fixed ?? ((percent ?? 0) * count) / 100;
    const wanted = fixed ?? seatsOf(percent ?? 0, count, rounding);
    if (fixed === null && Math.abs(wanted - exact) > noise) {
      notes.push({ kind: 'quotaRounded', values: { grade: key, exact, seats: wanted } });
    }
    const given = Math.min(wanted, left);
    left -= given;
    return given;
  });
  return { seats, notes };
}
