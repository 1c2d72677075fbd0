import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Work } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { groupedBy } from '@/lib/grouped-by';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { lockCoverage } from '@/lib/observations/recording/record-figures';
import { changedLamps } from './changed-lamps';
import { heldRules, judgedLamps, type LampPlace } from './queries';
import { storeLamps } from './store-lamps';
import { memoryOf, type StoredLamps, storedLamps } from './stored-lamps';

type Place = LampPlace & { readonly year: number };

/**
 * Lights the lamps that depend on changed figures or targets, in their transaction. `changed` is a relation of
 * `indicator_code`, `org_unit_code` and `year`; where a rule compares peers, the lamps of the whole sequence are judged
 * anew. A lamp that was told stays; what it would be now is a further version.
 */
export async function lightLamps(tx: Tx, changed: SQL, now: Date): Promise<void> {
  const held = await heldRules(tx);
  if (held.length === 0) return;
  const named = held.flatMap(({ group, indicators }) => indicators.map((indicator) => ({ group, indicator })));
  const places = await tx.execute<Place & { group: string }>(sql`
    with asked as (select distinct indicator_code, org_unit_code, year from ${changed} c),
      -- Whether an indicator has a target in a year is looked up once, and not for each unit.
      issued as materialized (
        select indicator_code, year from (select distinct indicator_code, year from asked) a
        where (select true from target t where t.indicator_code = a.indicator_code and t.year = a.year limit 1))
    select c.indicator_code as indicator, c.org_unit_code as unit, c.year, m.peer_group_code as "group"
    from asked c
    join peer_group_member m on m.org_unit_code = c.org_unit_code
      and m.peer_group_code = any(${sql.param([...new Set(held.map(({ group }) => group))])}::text[])
      and m.valid_from <= make_date(c.year, 12, 31) and (m.valid_to is null or m.valid_to >= make_date(c.year, 1, 1))
    where (c.indicator_code, c.year) in (select indicator_code, year from issued)
      or (m.peer_group_code, c.indicator_code) in (
        select "group", indicator from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) n ("group" text, indicator text))
      or exists (select from lamp l where l.org_unit_code = c.org_unit_code and l.indicator_code = c.indicator_code
        and l.year = c.year)
    group by 1, 2, 3, 4 order by 4, 3, 1, 2`);
  for (const some of groupedBy(places, ({ group, year }) => `${group}\n${year}`).values()) {
    const [first] = some;
    if (!first) continue;
    const { group, year } = first;
    let stored: StoredLamps = new Map();
    const memory = async (judged: readonly LampPlace[]) => {
      stored = await storedLamps(tx, judged, year);
      return memoryOf(stored);
    };
    const made = await judgedLamps(tx, systemPrincipal('lamps'), { held, group, year, places: some, memory });
    await storeLamps(tx, { ...changedLamps(made.lamps, made.judged, stored), year, now });
  }
}

/** Lights the lamps of a command that changed targets: of `places` in a year. */
export async function lightTargets({ tx, now }: Work, year: number, places: readonly LampPlace[]): Promise<void> {
  // A figure of theirs that is approved at the same time would be judged by the former target.
  await lockCoverage(tx);
  const keys = JSON.stringify(places.map(({ unit, indicator }) => ({ unit, indicator })));
  const changed = sql`(select indicator as indicator_code, unit as org_unit_code, ${year}::int as year
    from jsonb_to_recordset(${keys}::jsonb) r (unit text, indicator text))`;
  await lightLamps(tx, changed, now);
}

/** Lights all lamps of a sequence from a day on, whose rules changed. */
export async function lightSequence({ tx, now }: Work, group: string, from: string): Promise<void> {
  await lockCoverage(tx);
  const first = Number(from.slice(0, 4));
  const members = sql`select org_unit_code as code from peer_group_member where peer_group_code = ${group}`;
  const changed = sql`(
    select indicator_code, org_unit_code, year::int from target
      where org_unit_code in (${members}) and year >= ${first}
    union
    select indicator_code, org_unit_code, year::int from lamp
      where org_unit_code in (${members}) and year >= ${first}
    union
    select named.code, member.code, year from lamp_rule_set s
      cross join lateral jsonb_array_elements_text(s.indicators) named (code)
      cross join (${members}) member
      cross join generate_series(${first}::int, ${Math.max(first, yearOf(now))}::int) year
    where s.peer_group_code = ${group})`;
  await lightLamps(tx, changed, now);
}
