import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Work } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { groupedBy } from '@/lib/grouped-by';
import type { HeldRules } from '@/lib/monitoring/lamps/held-rules';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { lockCoverage } from '@/lib/observations/recording/record-figures';
import { changedLamps } from './changed-lamps';
import { lampsOfAll } from './lamps-of-all';
import { heldRules, type Judged, judgedLamps, type LampPlace } from './queries';
import { storeLamps } from './store-lamps';
import { memoryOf, type StoredLamp, storedLamps } from './stored-lamps';

type Place = LampPlace & { readonly year: number };

/**
 * Lights the lamps that depend on changed figures or targets, in their transaction. `changed` is a relation of
 * `indicator_code`, `org_unit_code` and `year`; where a rule compares peers, the lamps of the whole sequence are judged
 * anew. A lamp that was told stays; what it would be now is a further version. A December that changes is remembered by
 * the lamps of the next year.
 */
export async function lightLamps(tx: Tx, changed: SQL, now: Date): Promise<void> {
  const held = await heldRules(tx);
  if (held.length === 0) return;
  const places = await placesOf(tx, held, changed);
  const carried: Place[] = [];
  for (const [year, some] of [...groupedBy(places, (one) => one.year)].sort(([a], [b]) => a - b)) {
    const moved = await lightYear(tx, { held, year, places: some, now });
    const isLater = new Set(places.filter((one) => one.year === year + 1).map(targetKey));
    carried.push(...moved.filter((one) => !isLater.has(targetKey(one))).map((one) => ({ ...one, year: year + 1 })));
  }
  if (carried.length === 0) return;
  const next = sql`(select l.indicator_code, l.org_unit_code, l.year::int from lamp l
    join jsonb_to_recordset(${JSON.stringify(carried)}::jsonb) r (unit text, indicator text, year int)
      on l.org_unit_code = r.unit and l.indicator_code = r.indicator and l.year = r.year)`;
  await lightLamps(tx, next, now);
}

type GroupPlace = Place & { readonly group: string };

/** The places of changed figures in the sequences that have rules, in the order in which the rules of these count. */
async function placesOf(tx: Tx, held: readonly HeldRules[], changed: SQL): Promise<GroupPlace[]> {
  const named = held.flatMap(({ group, indicators }) => indicators.map((indicator) => ({ group, indicator })));
  return tx.execute<GroupPlace>(sql`
    with asked as (select distinct indicator_code, org_unit_code, year from ${changed} c),
      -- Only the memberships of these units are read: each is looked up by its index, however many a sequence has.
      member as materialized (
        select m.* from (select distinct org_unit_code from asked) u
        cross join lateral (
          select * from peer_group_member m where m.org_unit_code = u.org_unit_code
            and m.peer_group_code = any(${sql.param([...new Set(held.map(({ group }) => group))])}::text[]) offset 0) m),
      -- Whether an indicator has a target in a year is looked up once, and not for each unit.
      issued as materialized (
        select indicator_code, year from (select distinct indicator_code, year from asked) a
        where (select true from target t where t.indicator_code = a.indicator_code and t.year = a.year limit 1))
    select c.indicator_code as indicator, c.org_unit_code as unit, c.year, m.peer_group_code as "group", g.sort_order
    from asked c
    join member m on m.org_unit_code = c.org_unit_code and m.valid_from <= make_date(c.year, 12, 31) and (m.valid_to is null or m.valid_to >= make_date(c.year, 1, 1))
    join peer_group g on g.code = m.peer_group_code
    where (c.indicator_code, c.year) in (select indicator_code, year from issued)
      or (m.peer_group_code, c.indicator_code) in (
        select "group", indicator from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) n ("group" text, indicator text))
      -- In the order of the index and with a limit each is looked up there, never among all lamps, whatever is estimated.
      or (select true from lamp l where l.org_unit_code = c.org_unit_code and l.indicator_code = c.indicator_code
        and l.year = c.year order by l.month limit 1)
    group by 1, 2, 3, 4, 5 order by 5, 4, 3, 1, 2`);
}

/** Lights the lamps of a year; gives the places whose December changed. */
async function lightYear(
  tx: Tx,
  { held, year, places, now }: { held: readonly HeldRules[]; year: number; places: readonly GroupPlace[]; now: Date },
): Promise<LampPlace[]> {
  const stored = new Map<string, readonly StoredLamp[]>();
  const memory = async (judged: readonly LampPlace[]) => {
    for (const [key, versions] of await storedLamps(tx, judged, year)) stored.set(key, versions);
    return memoryOf(stored);
  };
  const runs = new Map<string, Judged>();
  const asked = new Map<string, LampPlace[]>();
  for (const [group, some] of groupedBy(places, (one) => one.group)) asked.set(group, [...some]);
  const shared = new Map<string, readonly string[]>();
  const looked = new Set<string>();
  // A unit of several sequences is judged in each of them, also where it is looked at as a peer.
  for (let open = [...asked.keys()]; open.length > 0; ) {
    for (const group of open) {
      const own = asked.get(group) ?? [];
      runs.set(group, await judgedLamps(tx, systemPrincipal('lamps'), { held, group, year, places: own, memory }));
    }
    const met = [...runs.values()].flatMap(({ judged }) => judged.map(({ unit }) => unit));
    const units = [...new Set(met)].filter((unit) => !looked.has(unit));
    for (const [unit, groups] of await groupsOfShared(tx, { held, year, units })) shared.set(unit, groups);
    for (const unit of units) looked.add(unit);
    open = missingIn(runs, asked, shared);
  }
  const order = [...new Set([...shared.values()].flat())];
  const inOrder = [...runs].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, run]) => run);
  const judged = [...new Map(inOrder.flatMap((run) => run.judged).map((one) => [targetKey(one), one])).values()];
  const changes = changedLamps(lampsOfAll(inOrder, memoryOf(stored)), judged, stored);
  await storeLamps(tx, { ...changes, year, now });
  return [...changes.write, ...changes.replace].filter(({ month }) => month === 12).map(placeOf);
}

const placeOf = ({ unit, indicator }: LampPlace): LampPlace => ({ unit, indicator });

/** The sequences with rules of each of `units` that is in several of them in a year, in the order in which their rules count. */
async function groupsOfShared(
  tx: Tx,
  { held, year, units }: { held: readonly HeldRules[]; year: number; units: readonly string[] },
): Promise<Map<string, string[]>> {
  const groups = [...new Set(held.map(({ group }) => group))];
  if (groups.length < 2 || units.length === 0) return new Map();
  const rows = await tx.execute<{ unit: string; groups: string[] }>(sql`
    select org_unit_code as unit, array_agg(code order by sort_order, code) as groups from (
      select distinct m.org_unit_code, g.code, g.sort_order from peer_group_member m
      join peer_group g on g.code = m.peer_group_code
      where m.org_unit_code = any(${sql.param([...units])}::text[])
        and m.peer_group_code = any(${sql.param(groups)}::text[]) and m.valid_from <= make_date(${year}::int, 12, 31)
        and (m.valid_to is null or m.valid_to >= make_date(${year}::int, 1, 1))) m
    group by 1 having count(*) > 1`);
  return new Map(rows.map(({ unit, groups: own }) => [unit, own]));
}

/** Asks the other sequences of units for what one of them judged; gives those that were not asked for all of it yet. */
function missingIn(
  runs: ReadonlyMap<string, Judged>,
  asked: Map<string, LampPlace[]>,
  shared: ReadonlyMap<string, readonly string[]>,
): string[] {
  const known = new Map([...runs].map(([group, run]) => [group, new Set(run.judged.map(targetKey))]));
  const open = new Set<string>();
  for (const { judged } of runs.values()) {
    for (const place of judged) {
      for (const group of shared.get(place.unit) ?? []) {
        const own = known.get(group) ?? new Set();
        if (own.has(targetKey(place))) continue;
        asked.set(group, [...(asked.get(group) ?? []), placeOf(place)]);
        known.set(group, own.add(targetKey(place)));
        open.add(group);
      }
    }
  }
  return [...open];
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

/** Lights the lamps of units from a day on, whose predecessors changed. */
export async function lightUnits({ tx, now }: Work, units: readonly string[], from: string): Promise<void> {
  await lockCoverage(tx);
  const within = sql`org_unit_code = any(${sql.param([...units])}::text[]) and year >= ${Number(from.slice(0, 4))}`;
  const changed = sql`(select indicator_code, org_unit_code, year::int from target where ${within}
    union select indicator_code, org_unit_code, year::int from lamp where ${within})`;
  await lightLamps(tx, changed, now);
}

/** Lights all lamps of sequences from a day on, whose rules or members changed. */
export async function lightSequences({ tx, now }: Work, groups: readonly string[], from: string): Promise<void> {
  await lockCoverage(tx);
  const first = Number(from.slice(0, 4));
  const ofThem = sql`= any(${sql.param([...groups])}::text[])`;
  const members = sql`select org_unit_code as code from peer_group_member where peer_group_code ${ofThem}`;
  const changed = sql`(
    select indicator_code, org_unit_code, year::int from target
      where org_unit_code in (${members}) and year >= ${first}
    union
    select indicator_code, org_unit_code, year::int from lamp
      where org_unit_code in (${members}) and year >= ${first}
    union
    select named.code, member.org_unit_code, year from lamp_rule_set s
      cross join lateral jsonb_array_elements_text(s.indicators) named (code)
      join peer_group_member member on member.peer_group_code = s.peer_group_code
      cross join generate_series(${first}::int, ${Math.max(first, yearOf(now))}::int) year
    where s.peer_group_code ${ofThem})`;
  await lightLamps(tx, changed, now);
}
