import { groupedBy } from '@/lib/grouped-by';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
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
  for (const lamp of made) {
    const { unit, indicator, month, ruleSetCode: set, ruleSetNumber: number } = lamp;
    const last = stored.get(targetKey(lamp))?.findLast((one) => one.month === month);
    if (last && isSameLamp(lamp, last)) continue;
    if (last && !last.isTold) replace.push(last);
    const version = last ? last.version + (last.isTold ? 1 : 0) : 1;
    write.push({ unit, indicator, month, version, lamp, set, number });
  }
  const lit = new Set(made.map((lamp) => `${targetKey(lamp)} ${lamp.month}`));
  for (const { unit, indicator } of judged) {
    const key = targetKey({ unit, indicator });
    for (const [month, versions] of groupedBy(stored.get(key) ?? [], (one) => one.month)) {
      const last = versions.at(-1);
      if (!last || month === 0 || lit.has(`${key} ${month}`) || last.isByHand || last.colour === null) continue;
      if (!last.isTold) replace.push(last);
      // Above a version that was told stands one that says that nothing can be judged any more.
      if (!versions.some(({ isTold }) => isTold)) continue;
      const version = last.version + (last.isTold ? 1 : 0);
      write.push({ unit, indicator, month, version, lamp: null, set: last.set, number: last.number });
    }
  }
  return { write, replace };
}

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
