import { groupEquals } from '@/lib/assessment/ranks/group-equals';
import type { Grades, Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { quotaSeats } from './quota';

type Quota = Extract<Grades, { by: 'quota' }>;

/** A ranked unit. Units with equal totals have the same rank; `order` is the place in the official order. */
export type Ranked = { readonly unit: string; readonly rank: number; readonly order: number };

export type QuotaGrades = {
  /** The index of the grade of each ranked unit, 0 for the best. */
  readonly grades: ReadonlyMap<string, number>;
  readonly promoted: ReadonlySet<string>;
  readonly notesOf: ReadonlyMap<string, Note>;
  readonly notes: readonly Note[];
};

/**
 * Grades ranked units by quota, in the order of their ranks. A unit promoted by name takes one of the places of its
 * grade, or an additional one; a promotion to a grade that the unit reaches anyway has no effect.
 */
export function gradeByQuota(by: Quota, ranked: readonly Ranked[], promotions: Scheme['promotions']): QuotaGrades {
  const { seats, notes } = quotaSeats(by, ranked.length);
  const position = new Map(by.grades.map(({ key }, at) => [key, at]));
  const isRanked = new Set(ranked.map(({ unit }) => unit));
  const wanted = new Map(
    promotions.flatMap(({ unit, grade, usesQuota }) => {
      const at = position.get(grade);
      return at === undefined || !isRanked.has(unit) ? [] : [[unit, { at, usesQuota }] as const];
    }),
  );
  // A promoted unit may push another promoted unit below its grade, so the seating repeats until none is pushed.
  const promoted = new Set<string>();
  for (;;) {
    const free = ranked.filter(({ unit }) => !promoted.has(unit));
    const left = seats.slice();
    for (const unit of promoted) {
      const { at, usesQuota } = wanted.get(unit) ?? { at: 0, usesQuota: false };
      const taken = usesQuota ? at : left.length - 1;
      left[taken] = Math.max(0, (left[taken] ?? 0) - 1);
    }
    const { grades, notesOf } = seatUnits(by, free, left);
    const more = [...wanted].filter(([unit, { at }]) => !promoted.has(unit) && (grades.get(unit) ?? 0) > at);
    for (const [unit] of more) promoted.add(unit);
    if (more.length > 0) continue;
    for (const unit of promoted) grades.set(unit, wanted.get(unit)?.at ?? 0);
    return { grades, promoted, notesOf, notes };
  }
}

/**
 * Fills the places from the best grade down. Units with equal totals on both sides of a line are treated by the
 * scheme's rule and noted.
 */
function seatUnits(by: Quota, ranked: readonly Ranked[], seats: readonly number[]) {
  const grades = new Map<string, number>();
  const notesOf = new Map<string, Note>();
  const lines = seats.map((_, at) => seats.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
  const gradeAt = (place: number) => {
    const at = lines.findIndex((line) => place < line);
    return at < 0 ? seats.length - 1 : at;
  };
  let from = 0;
  for (const equals of groupEquals(ranked, ({ rank }) => rank, Object.is)) {
    const [best, worst] = [gradeAt(from), gradeAt(from + equals.length - 1)];
    const inOrder = by.line === 'officialOrder' ? [...equals].sort((a, b) => a.order - b.order) : equals;
    inOrder.forEach(({ unit }, at) => {
      const grade = by.line === 'above' ? best : by.line === 'below' ? worst : gradeAt(from + at);
      grades.set(unit, grade);
      if (best !== worst) notesOf.set(unit, { kind: 'gradeLine', values: { grade: by.grades[grade]?.key ?? '' } });
    });
    from += equals.length;
  }
  return { grades, notesOf };
}
