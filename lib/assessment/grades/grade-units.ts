import type { Scheme, VetoRule } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';
import { gradeByQuota } from './grade-by-quota';

/**
 * A unit to be graded; `value` is the total that ranks are based on, null for none, and `rank` is null for an unranked
 * unit.
 */
export type Gradable = {
  readonly unit: string;
  readonly value: number | null;
  /** The total as published. */
  readonly shown: string | null;
  readonly rank: number | null;
  readonly order: number;
  readonly isApart: boolean;
  /** Whether some of its items are still pending. */
  readonly waits: boolean;
  readonly vetoes: readonly VetoRule[];
};

export type Graded = { readonly grade: string | null; readonly isEligible: boolean; readonly notes: readonly Note[] };

/**
 * Grades units in this order: by total, promotions by name, vetoes. All units are given, the ranked ones in the order
 * of their ranks. Vetoes first lower by steps and then limit to the least grade named; the lost place is not passed on.
 * A unit that waits for figures gets no grade; by quota nobody does while a unit of the group waits, since the places of
 * a quota are those of the whole group.
 */
export function gradeUnits(
  scheme: Pick<Scheme, 'grades' | 'promotions'>,
  units: readonly Gradable[],
): { readonly graded: ReadonlyMap<string, Graded>; readonly notes: readonly Note[] } {
  const { grades } = scheme;
  const keys = grades.by === 'none' ? [] : grades.grades.map(({ key }) => key);
  const { positions, notesOf, notes } = earnedGrades(scheme, units);
  const graded = new Map(
    units.map((unit) => [
      unit.unit,
      afterVetoes(unit, keys, positions.get(unit.unit) ?? null, notesOf.get(unit.unit) ?? []),
    ]),
  );
  return { graded, notes };
}

type Earned = { positions: Map<string, number>; notesOf: Map<string, Note[]>; notes: readonly Note[] };

function earnedGrades(
  { grades, promotions }: Pick<Scheme, 'grades' | 'promotions'>,
  units: readonly Gradable[],
): Earned {
  const positions = new Map<string, number>();
  const notesOf = new Map<string, Note[]>();
  if (grades.by === 'none') return { positions, notesOf, notes: [] };
  const note = (unit: string, one: Note) => notesOf.set(unit, [...(notesOf.get(unit) ?? []), one]);
  const waiting = units.filter(({ waits, isApart }) => waits && !isApart).length;
  const quotaWaits = grades.by === 'quota' && waiting > 0;
  const scored = units.flatMap((unit) => {
    if (unit.value === null) return [];
    if (!unit.waits && !quotaWaits) return [{ ...unit, value: unit.value }];
    note(unit.unit, unit.waits ? { kind: 'gradeWaits' } : { kind: 'quotaWaits', values: { count: waiting } });
    return [];
  });
  if (quotaWaits) return { positions, notesOf, notes: [] };
  const keyOf = (at: number) => grades.grades[at]?.key ?? '';
  if (grades.by === 'cutoff') {
    const last = grades.grades.length - 1;
    for (const { unit, value, shown } of scored) {
      const at = grades.grades.findIndex(({ atLeast }) => atLeast !== null && value >= atLeast - noise);
      positions.set(unit, at < 0 ? last : at);
      const line = grades.grades[(at < 0 ? last : at) - 1]?.atLeast ?? null;
      if (line !== null && shown !== null && Number(shown) >= line) {
        note(unit, { kind: 'belowLine', values: { total: value, shown, line } });
      }
    }
    for (const { unit, grade } of promotions) {
      const at = grades.grades.findIndex(({ key }) => key === grade);
      const now = positions.get(unit);
      if (at < 0 || now === undefined || now <= at) continue;
      positions.set(unit, at);
      note(unit, { kind: 'promoted', values: { from: keyOf(now), grade } });
    }
    for (const { unit, isApart } of scored) {
      if (isApart) note(unit, { kind: 'apart', values: { grade: keyOf(positions.get(unit) ?? last) } });
    }
    return { positions, notesOf, notes: [] };
  }
  const ranked = scored.flatMap((one) => (one.rank === null || one.isApart ? [] : [{ ...one, rank: one.rank }]));
  const quota = gradeByQuota(grades, ranked, promotions);
  for (const [unit, at] of quota.grades) positions.set(unit, at);
  for (const [unit, one] of quota.notesOf) note(unit, one);
  for (const unit of quota.promoted)
    note(unit, { kind: 'promoted', values: { grade: keyOf(positions.get(unit) ?? 0) } });
  const reached = ranked.filter(({ unit }) => !quota.promoted.has(unit));
  for (const { unit, value, isApart } of scored) {
    if (!isApart) continue;
    const at = gradeLike(value, reached, positions, grades.grades.length - 1);
    const promotion = promotions.find((one) => one.unit === unit);
    const raised = grades.grades.findIndex(({ key }) => key === promotion?.grade);
    positions.set(unit, raised >= 0 && raised < at ? raised : at);
    note(unit, { kind: 'apart', values: { grade: keyOf(positions.get(unit) ?? at) } });
    if (raised >= 0 && raised < at) note(unit, { kind: 'promoted', values: { from: keyOf(at), grade: keyOf(raised) } });
  }
  return { positions, notesOf, notes: quota.notes };
}

/** The best grade by quota among ranked units with no greater total: the grade that the score would earn. */
function gradeLike(
  value: number,
  ranked: readonly { unit: string; value: number }[],
  positions: ReadonlyMap<string, number>,
  last: number,
): number {
  return ranked.reduce(
    (best, one) => (one.value <= value + noise ? Math.min(best, positions.get(one.unit) ?? last) : best),
    last,
  );
}

function afterVetoes(
  { vetoes }: Gradable,
  keys: readonly string[],
  position: number | null,
  before: readonly Note[],
): Graded {
  const notes = [...before];
  let at = position;
  for (const { key, effect } of vetoes) {
    if (effect.kind === 'gradeDown' && at !== null) at = Math.min(at + effect.steps, keys.length - 1);
    notes.push({ kind: 'veto', values: { rule: key, effect: effect.kind } });
  }
  for (const { effect } of vetoes) {
    if (effect.kind === 'gradeAtMost' && at !== null) at = Math.max(at, keys.indexOf(effect.grade));
  }
  const isEligible = !vetoes.some(({ effect }) => effect.kind === 'ineligible');
  return { grade: at === null || !isEligible ? null : (keys[at] ?? null), isEligible, notes };
}
