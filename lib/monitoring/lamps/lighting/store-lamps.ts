import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { WrittenVersion } from './changed-lamps';
import type { StoredLamp } from './stored-lamps';

/** The most rows of one statement, so that none is as large as a whole sequence. */
const most = 50_000;

/** Writes versions of the lamps of a year, after those that they replace are gone. */
export async function storeLamps(
  tx: Tx,
  of: {
    readonly write: readonly WrittenVersion[];
    readonly replace: readonly StoredLamp[];
    readonly year: number;
    readonly now: Date;
  },
): Promise<void> {
  for (let from = 0; from < of.replace.length; from += most) {
    const keys = of.replace
      .slice(from, from + most)
      .map(({ unit, indicator, month, version }) => ({ unit, indicator, month, version }));
    await tx.execute(sql`
      delete from lamp l using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) n (unit text, indicator text, month smallint,
        version smallint)
      where l.org_unit_code = n.unit and l.indicator_code = n.indicator and l.year = ${of.year} and l.month = n.month
        and l.version = n.version`);
  }
  for (let from = 0; from < of.write.length; from += most) {
    const rows = of.write.slice(from, from + most);
    const column = (type: string, of: (row: WrittenVersion) => string | number | null) =>
      sql`${sql.param(rows.map(of))}::${sql.raw(type)}[]`;
    // Arrays are read in half the time of JSON.
    await tx.execute(sql`
      insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
        red_in_row, red_in_year, facts, set_by, set_reason, made_at)
      select unit, indicator, ${of.year}::smallint, month, version, set, number, colour, judged, in_row, in_year, facts::jsonb,
        by, why, ${of.now.toISOString()}::timestamptz
      from unnest(${column('text', ({ unit }) => unit)}, ${column('text', ({ indicator }) => indicator)},
        ${column('smallint', ({ month }) => month)}, ${column('smallint', ({ version }) => version)},
        ${column('text', ({ set }) => set)}, ${column('int', ({ number }) => number)},
        ${column('text', ({ lamp }) => lamp?.colour ?? null)}, ${column('text', ({ lamp }) => lamp?.judged ?? null)},
        ${column('smallint', ({ lamp }) => lamp?.redInRow ?? 0)}, ${column('smallint', ({ lamp }) => lamp?.redInYear ?? 0)},
        ${column('text', ({ lamp }) => JSON.stringify(lamp?.facts ?? {}))},
        ${column('text', ({ lamp }) => lamp?.byHand?.setBy ?? null)},
        ${column('text', ({ lamp }) => lamp?.byHand?.setReason ?? '')}
      ) r (unit, indicator, month, version, set, number, colour, judged, in_row, in_year, facts, by, why)`);
  }
}
