import type { LampPlace, MadeLamp } from './queries';
import type { StoredLamp, StoredLamps } from './stored-lamps';

/** A version of a lamp that is to be written; without a colour for one that can be judged no more. */
export type WrittenVersion = {
  readonly unit: string;
  readonly indicator: string;
  readonly month: number;
  readonly version: number;
  readonly lamp: MadeLamp | null;
  /** The rules of the version before, for one that can be judged no more. */
  readonly set: string;
  readonly number: number;
};

const lampKey = ({ unit, indicator }: LampPlace) => `${unit}\n${indicator}`;

/**
 * What changes in the stored lamps of a year: one that is not told yet is replaced, one that was told gets a further version
 * where it would be another now, and one that was set by hand stays until the rules can judge. `judged` are the places of
 * which all lamps are given.
 */
export function changedLamps(
  made: readonly MadeLamp[],
  judged: readonly LampPlace[],
  stored: StoredLamps,
): { readonly write: readonly WrittenVersion[]; readonly replace: readonly StoredLamp[] } {
  const write: WrittenVersion[] = [];
  const replace: StoredLamp[] = [];
  const asked = new Set(judged.map(lampKey));
  const lit = new Map<string, Set<number>>();
  for (const lamp of made) {
    const key = lampKey(lamp);
    const months = lit.get(key);
    if (months) months.add(lamp.month);
    else lit.set(key, new Set([lamp.month]));
    const last = stored.get(key)?.findLast(({ month }) => month === lamp.month);
    if (last && isSameLamp(lamp, last)) continue;
    if (last && !last.isTold) replace.push(last);
    const version = last ? last.version + (last.isTold ? 1 : 0) : 1;
    const { unit, indicator, month, ruleSetCode: set, ruleSetNumber: number } = lamp;
    write.push({ unit, indicator, month, version, lamp, set, number });
  }
  for (const [key, versions] of stored) {
    if (!asked.has(key)) continue;
    for (const month of new Set(versions.map((one) => one.month))) {
      const last = versions.findLast((one) => one.month === month);
      if (!last || month === 0 || lit.get(key)?.has(month) || last.isByHand || last.colour === null) continue;
      if (!last.isTold) replace.push(last);
      else
        write.push({
          ...placeOf(last),
          month,
          version: last.version + 1,
          lamp: null,
          set: last.set,
          number: last.number,
        });
      // A version that was told stands under one that could be judged, which goes.
      const told = versions.findLast((one) => one.month === month && one.isTold);
      if (!last.isTold && told)
        write.push({ ...placeOf(last), month, version: last.version, lamp: null, set: last.set, number: last.number });
    }
  }
  return { write, replace };
}

const placeOf = ({ unit, indicator }: StoredLamp) => ({ unit, indicator });

function isSameLamp(lamp: MadeLamp, last: StoredLamp): boolean {
  return (
    lamp.colour === last.colour &&
    lamp.judged === last.judged &&
    lamp.redInRow === last.redInRow &&
    lamp.redInYear === last.redInYear &&
    lamp.ruleSetCode === last.set &&
    lamp.ruleSetNumber === last.number &&
    !last.isByHand &&
    isSameFacts(lamp.facts, last.facts)
  );
}

/** Stored facts come back with their keys in another order. */
function isSameFacts(one: MadeLamp['facts'], other: MadeLamp['facts']): boolean {
  const [own, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return own.length === theirs.size && own.every(([fact, value]) => theirs.get(fact) === value);
}
