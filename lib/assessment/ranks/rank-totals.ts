import type { Note, TieRule } from '@/lib/assessment/words';
import { groupEquals } from './group-equals';

/** A unit to be ranked: its total, its published total, and its tie-breaking scores in order. */
export type Contender = {
  readonly unit: string;
  readonly value: number;
  readonly shown: string;
  readonly breakers: readonly (number | null)[];
};

export type Placed<C extends Contender = Contender> = {
  readonly contender: C;
  readonly rank: number;
  readonly isTied: boolean;
  readonly notes: readonly Note[];
};

/**
 * Ranks from the highest total down. Equal totals (within 1e-9) are ordered by the tie-breakers, whose keys serve the
 * notes; totals still equal share a rank by the rule. The result is in the order of ranks, equal ranks by unit code.
 */
export function rankTotals<C extends Contender>(
  contenders: readonly C[],
  rule: TieRule,
  breakers: readonly string[],
): Placed<C>[] {
  const ordered = [...contenders].sort((a, b) => b.value - a.value);
  const runs = groupEquals(ordered, ({ value }) => value);
  const groups = runs.flatMap((run) => toldApart(run, breakers, 0, []));
  const near = nearAtPrecision(runs);
  const placed: Placed<C>[] = [];
  groups.forEach(({ units, brokenBy }, index) => {
    const rank = rankOf(rule, placed.length, index, units.length);
    for (const contender of units) {
      const notes: Note[] = brokenBy.map((by) => ({ kind: 'tieBroken', values: { by } }));
      if (units.length > 1) notes.push({ kind: 'tie', values: { rank, count: units.length } });
      if (near.has(contender)) notes.push({ kind: 'tieAtPrecision', values: { total: contender.shown } });
      placed.push({ contender, rank, isTied: units.length > 1, notes });
    }
  });
  return placed;
}

function rankOf(rule: TieRule, before: number, groupsBefore: number, size: number): number {
  if (rule === 'dense') return groupsBefore + 1;
  return rule === 'average' ? before + (size + 1) / 2 : before + 1;
}

type Group<C> = { readonly units: readonly C[]; readonly brokenBy: readonly string[] };

function toldApart<C extends Contender>(
  run: readonly C[],
  breakers: readonly string[],
  from: number,
  brokenBy: readonly string[],
): Group<C>[] {
  const by = breakers[from];
  if (run.length === 1 || by === undefined) return [{ units: [...run].sort(byCode), brokenBy }];
  // A unit without a score comes after those with one.
  const scoreOf = ({ breakers: scores }: C) => scores[from] ?? Number.NEGATIVE_INFINITY;
  const ordered = [...run].sort((a, b) => (scoreOf(a) === scoreOf(b) ? 0 : scoreOf(b) > scoreOf(a) ? 1 : -1));
  const groups = groupEquals(ordered, scoreOf);
  const told = groups.length > 1 ? [...brokenBy, by] : brokenBy;
  return groups.flatMap((group) => toldApart(group, breakers, from + 1, told));
}

function byCode(a: Contender, b: Contender): number {
  return a.unit < b.unit ? -1 : 1;
}

/** Neighbours with different totals that are equal as published. */
function nearAtPrecision<C extends Contender>(runs: readonly (readonly C[])[]): Set<C> {
  const near = new Set<C>();
  runs.forEach((run, at) => {
    const next = runs[at + 1];
    if (!next || run[0]?.shown !== next[0]?.shown) return;
    for (const one of [...run, ...next]) near.add(one);
  });
  return near;
}
