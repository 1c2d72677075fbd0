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
 * where it would be another now, and so does one that was set by hand once the rules can judge. `judged` are the places of
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
    const versions = stored.get(targetKey(lamp))?.filter((one) => one.month === month) ?? [];
    const last = versions.at(-1);
    if (last && isSameLamp(lamp, last)) continue;
    // What somebody set comes back where the rules can judge no more: it stands below what they judged.
    if (last && !isKept(last)) replace.push(last);
    const kept = versions.findLast(isKept);
    if (kept && isSameLamp(lamp, kept)) continue;
    // What somebody set is counted anew after the months before it.
    const isRecounted = kept !== undefined && !kept.isTold && lamp.byHand !== null && isSetAlike(lamp, kept);
    if (isRecounted) replace.push(kept);
    const version = kept ? kept.version + (isRecounted ? 0 : 1) : 1;
    write.push({ unit, indicator, month, version, lamp, set, number });
  }
  const lit = new Set(made.map((lamp) => `${targetKey(lamp)} ${lamp.month}`));
  for (const { unit, indicator } of judged) {
    const key = targetKey({ unit, indicator });
    for (const [month, versions] of groupedBy(stored.get(key) ?? [], (one) => one.month)) {
      const last = versions.at(-1);
      if (!last || month === 0 || lit.has(`${key} ${month}`) || last.colour === null) continue;
      if (!isKept(last)) replace.push(last);
      // Above a version that was told, or set, stands one that says that nothing can be judged any more.
      const kept = versions.findLast(isKept);
      if (!kept || kept.colour === null) continue;
      write.push({ unit, indicator, month, version: kept.version + 1, lamp: null, set: last.set, number: last.number });
    }
  }
  return { write, replace };
}

/** Whether a version stays: it was told, or somebody set it. */
const isKept = ({ isTold, setBy }: StoredLamp) => isTold || setBy !== null;

/** Whether both say what the same person set for the same reason. */
const isSetAlike = ({ byHand }: MadeLamp, { setBy, setReason }: StoredLamp) =>
  (byHand?.setBy ?? null) === setBy && (byHand === null || byHand.setReason === setReason);

function isSameLamp(lamp: MadeLamp, last: StoredLamp): boolean {
  return (
    lamp.colour === last.colour &&
    lamp.judged === last.judged &&
    lamp.redInRow === last.redInRow &&
    lamp.redInYear === last.redInYear &&
    lamp.ruleSetCode === last.set &&
    lamp.ruleSetNumber === last.number &&
    isSetAlike(lamp, last) &&
    isSameFacts(lamp.facts, last.facts)
  );
}

/** Stored facts come back with their keys in another order. */
function isSameFacts(one: MadeLamp['facts'], other: MadeLamp['facts']): boolean {
  const [own, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return own.length === theirs.size && own.every(([fact, value]) => theirs.get(fact) === value);
}
