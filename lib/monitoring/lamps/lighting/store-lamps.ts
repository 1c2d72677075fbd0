import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { LampOfMonth } from '@/lib/monitoring/lamps/lamps-of-year';

type Made = LampOfMonth & { readonly indicator: string };

/**
 * Stores lamps of a year beside those that were there: one that is not told yet is replaced, one that was told gets a further
 * version where it would be another now. `judged` are the targets of which all lamps are given: a lamp of theirs that is not
 * among these has no figure any more.
 */
export async function storeLamps(
  tx: Tx,
  of: {
    readonly lamps: readonly Made[];
    readonly judged: readonly { readonly unit: string; readonly indicator: string }[];
    readonly year: number;
    readonly now: Date;
  },
): Promise<void> {
  const rows = of.lamps.map((lamp) => ({
    ...{ unit: lamp.unit, indicator: lamp.indicator, month: lamp.month, colour: lamp.colour, judged: lamp.judged },
    ...{ set: lamp.ruleSetCode, number: lamp.ruleSetNumber, in_row: lamp.redInRow, in_year: lamp.redInYear },
    facts: lamp.facts,
  }));
  // A temporary table, since each of its rows is compared with the last version of its lamp.
  await tx.execute(sql`
    create temporary table lamp_lit on commit drop as
    select j.unit, j.indicator, coalesce(r.month, held.month) as month, r.colour, r.judged,
      coalesce(r.set, held.rule_set_code) as set, coalesce(r.number, held.rule_set_number) as number,
      coalesce(r.in_row, 0) as in_row, coalesce(r.in_year, 0) as in_year, coalesce(r.facts, '{}') as facts,
      held.version, held.told_at is not null as is_told
    from jsonb_to_recordset(${JSON.stringify(of.judged)}::jsonb) j (unit text, indicator text)
    cross join generate_series(1, 12) at (month)
    left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (unit text, indicator text, month smallint, colour text,
      judged text, set text, number int, in_row smallint, in_year smallint, facts jsonb)
      on r.unit = j.unit and r.indicator = j.indicator and r.month = at.month
    left join lateral (
      select l.* from lamp l where l.org_unit_code = j.unit and l.indicator_code = j.indicator
        and l.year = ${of.year} and l.month = at.month order by l.version desc limit 1
    ) held on true
    where (r.month is not null or held.month is not null) and (
      held.month is null or r.colour is distinct from held.colour or r.judged is distinct from held.judged
      or r.in_row is distinct from held.red_in_row or r.in_year is distinct from held.red_in_year
      or r.facts is distinct from held.facts or r.set is distinct from held.rule_set_code
      or r.number is distinct from held.rule_set_number)
      and not (r.month is null and held.colour is null)`);
  await tx.execute(sql`
    delete from lamp l using lamp_lit n where not n.is_told and l.org_unit_code = n.unit and l.indicator_code = n.indicator
      and l.year = ${of.year} and l.month = n.month and l.version = n.version`);
  await tx.execute(sql`
    insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
      red_in_row, red_in_year, facts, made_at)
    select unit, indicator, ${of.year}, month, case when is_told then version + 1 else coalesce(version, 1) end, set, number,
      colour, judged, in_row, in_year, facts, ${of.now.toISOString()}::timestamptz
    from lamp_lit where colour is not null or is_told`);
  await tx.execute(sql`drop table lamp_lit`);
}
