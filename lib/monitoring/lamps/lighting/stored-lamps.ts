import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { groupedBy } from '@/lib/grouped-by';
import type { LampByHand } from '@/lib/monitoring/lamps/lamps-of-year';
import type { LampPlace, MadeLamp, Memory, Remembered } from '@/lib/monitoring/lamps/lighting/queries';
import type { Before } from '@/lib/monitoring/lamps/remember';
import type { StoredFacts } from '@/lib/monitoring/lamps/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';

/** A stored version of a lamp, as far as it is compared with what it would be now. */
export type StoredLamp = {
  readonly unit: string;
  readonly indicator: string;
  readonly month: number;
  readonly version: number;
  readonly colour: MadeLamp['colour'] | null;
  readonly judged: MadeLamp['judged'] | null;
  readonly set: string;
  readonly number: number;
  readonly redInRow: number;
  readonly redInYear: number;
  readonly facts: StoredFacts;
  readonly isTold: boolean;
  readonly setBy: string | null;
  readonly setReason: string;
};

/** Lamps of a year that are stored, by `targetKey`; month 0 is last December. */
export type StoredLamps = ReadonlyMap<string, readonly StoredLamp[]>;

/** Every version of the lamps of places in a year, the oldest first, and those of last December. */
export async function storedLamps(tx: Tx, places: readonly LampPlace[], year: number): Promise<StoredLamps> {
  const units = sql.param([...new Set(places.map(({ unit }) => unit))]);
  const codes = sql.param([...new Set(places.map(({ indicator }) => indicator))]);
  const rows = await tx.execute<StoredLamp>(sql`
    select l.org_unit_code as unit, l.indicator_code as indicator, case when l.year = ${year} then l.month else 0 end as month,
      l.version, l.colour, l.judged, l.rule_set_code as set, l.rule_set_number as number, l.red_in_row as "redInRow",
      l.red_in_year as "redInYear", l.facts, l.told_at is not null as "isTold", l.set_by as "setBy",
      l.set_reason as "setReason"
    from lamp l
    where l.org_unit_code = any(${units}::text[]) and l.indicator_code = any(${codes}::text[])
      and (l.year = ${year} or l.year = ${year - 1} and l.month = 12)
    order by l.month, l.version`);
  return groupedBy(rows, targetKey);
}

/** What is remembered of a year: the months that were told as they were told, last December, and what was set by hand. */
export function memoryOf(stored: StoredLamps): Memory {
  const found = new Map<string, Remembered>();
  for (const [key, versions] of stored) {
    const [own, byHand] = [new Map<number, Before>(), new Map<number, LampByHand>()];
    const isOwnTold = new Set<number>();
    for (const version of versions) {
      const { month, colour, judged, redInRow, redInYear, isTold, setBy, setReason } = version;
      if (month > 0 && setBy !== null && judged === null) byHand.delete(month);
      if (month > 0 && setBy !== null && judged !== null) {
        const rules = { ruleSetCode: version.set, ruleSetNumber: version.number };
        byHand.set(month, { colour: judged, setBy, setReason, ...rules });
      }
      // Of December the told version counts before a later one; of this year's months only told ones are remembered.
      if (colour === null || (month > 0 && !isTold) || (isOwnTold.has(month) && !isTold)) continue;
      own.set(month, { colour, redInRow, redInYear });
      if (isTold) isOwnTold.add(month);
    }
    if (own.size + byHand.size > 0) found.set(key, { told: own, byHand });
  }
  return found;
}
