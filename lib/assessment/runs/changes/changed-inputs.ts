import type { ChangedInputs, MovedUnit, Standing } from '@/lib/assessment/runs/changes/words';
import type { FrozenEntry, FrozenUnit } from '@/lib/assessment/runs/words';
import type { Assessment } from '@/lib/assessment/scoring/words';

type Side = { readonly units: readonly Omit<FrozenUnit, 'order'>[]; readonly entries: readonly FrozenEntry[] };

/** The differences between frozen and present inputs: units in their order, figures in that of their keys. */
export function changedInputs(before: Side, after: Side): ChangedInputs {
  const codes = [...new Set([...before.units, ...after.units].map(({ code }) => code))];
  const [was, is] = [byCode(before), byCode(after)];
  // The inputs of units that joined or left are not compared.
  const stayed = codes.filter((code) => was.has(code) && is.has(code));
  const ids = (side: Side) => new Set(side.entries.map(({ id }) => id));
  const [had, has] = [ids(before), ids(after)];
  return {
    figures: stayed.flatMap((unit) =>
      pairs(was.get(unit)?.figures, is.get(unit)?.figures, (one) => `${one.indicator} ${one.period}`)
        .filter(([a, b]) => a?.value !== b?.value || a?.qualifier !== b?.qualifier)
        .map(([a, b, { indicator, period }]) => ({ unit, indicator, period, before: figureAt(a), after: figureAt(b) })),
    ),
    targets: stayed.flatMap((unit) =>
      pairs(was.get(unit)?.targets, is.get(unit)?.targets, (one) => one.indicator)
        .filter(([a, b]) => a?.base !== b?.base || a?.stretch !== b?.stretch)
        .map(([a, b, { indicator }]) => ({ unit, indicator, before: targetAt(a), after: targetAt(b) })),
    ),
    entries: [
      ...after.entries.filter(({ id, unit }) => was.has(unit) && !had.has(id)).map((one) => changedEntry(one, true)),
      ...before.entries.filter(({ id, unit }) => is.has(unit) && !has.has(id)).map((one) => changedEntry(one, false)),
    ],
    joined: codes.filter((code) => !was.has(code)),
    left: codes.filter((code) => !is.has(code)),
  };
}

/** Whether there is no difference. */
export function isUnchanged({ figures, targets, entries, joined, left }: ChangedInputs): boolean {
  return [figures, targets, entries, joined, left].every((list) => list.length === 0);
}

/**
 * The units whose published total, rank or grade differs between two results; in the order of the first, then of the
 * second.
 */
export function movedUnits(before: Assessment, after: Assessment): MovedUnit[] {
  const was = new Map(before.units.map((score) => [score.unit, standing(score)]));
  const is = new Map(after.units.map((score) => [score.unit, standing(score)]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((unit) => ({ unit, before: was.get(unit) ?? null, after: is.get(unit) ?? null }))
    .filter(({ before, after }) => !isSame(before, after));
}

function standing({ shown, rank, grade, notes }: Assessment['units'][number]): Standing {
  return { shown, rank, grade, notes };
}

function isSame(a: Standing | null, b: Standing | null): boolean {
  return a?.shown === b?.shown && a?.rank === b?.rank && a?.grade === b?.grade;
}

function byCode(side: Side): Map<string, Side['units'][number]> {
  return new Map(side.units.map((unit) => [unit.code, unit]));
}

/** The values under each key on both sides, with the key's last occurrence. */
function pairs<One>(
  before: readonly One[] = [],
  after: readonly One[] = [],
  keyOf: (one: One) => string,
): [One | undefined, One | undefined, One][] {
  const is = new Map(after.map((one) => [keyOf(one), one]));
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const all = new Map([...was, ...is]);
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [was.get(key), is.get(key), one]);
}

function figureAt(figure: FrozenUnit['figures'][number] | undefined) {
  return figure ? { value: figure.value, revision: figure.revision, source: figure.source } : null;
}

function targetAt(target: FrozenUnit['targets'][number] | undefined) {
  return target ? { base: target.base, stretch: target.stretch } : null;
}

function changedEntry({ id, unit, kind, node, points, reason }: FrozenEntry, isNew: boolean) {
  return { id, unit, kind, node, points, reason, isNew };
}
