import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { otherBases } from '@/lib/catalogue/comparing/queries';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import { redefined } from '@/lib/catalogue/indicators/queries';
import { periodCode } from '@/lib/catalogue/periods/period';
import type { Direction, Measure } from '@/lib/catalogue/words';
import { groupedBy } from '@/lib/grouped-by';
import { type HeldRules, looksAtPeers, rulesInYear } from '@/lib/monitoring/lamps/held-rules';
import { type LampByHand, type LampOfMonth, type LampUnit, lampsOfYear } from '@/lib/monitoring/lamps/lamps-of-year';
import { lastDay, monthText } from '@/lib/monitoring/lamps/month-text';
import type { Before } from '@/lib/monitoring/lamps/remember';
import { type YearEnds, yearEnds } from '@/lib/monitoring/progress/queries';
import type { EarlierYear } from '@/lib/monitoring/progress/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import type { TargetPlan } from '@/lib/monitoring/targets/words';

const months = Array.from({ length: 12 }, (_, at) => at + 1);
/** The earlier years that shapes are taken from. */
const earlierYears = 3;

/** How many years after that of a figure have lamps that depend on it: more where rules expect the shape of earlier years. */
export const yearsAfter: SQL = sql`(case when exists (
  select from lamp_rule_set where adopted_at is not null and by_earlier_years) then ${earlierYears + 1}::int else 1 end)`;

export type LampPlace = { readonly indicator: string; readonly unit: string };
export type MadeLamp = LampOfMonth & { readonly indicator: string };

/** The lamps that the rules of a sequence make, and the places of which all lamps are given. */
export type Judged = { readonly lamps: readonly MadeLamp[]; readonly judged: readonly LampPlace[] };

/** What is remembered of a year: the months that were told, 0 for last December, and those set by hand. */
export type Remembered = {
  readonly told: ReadonlyMap<number, Before>;
  readonly byHand: ReadonlyMap<number, LampByHand>;
};
/** What is remembered, by `targetKey`. */
export type Memory = ReadonlyMap<string, Remembered>;

/** The lamps of a sequence in a year that are to be judged by these rules. */
export type LampsAsked = {
  readonly held: readonly HeldRules[];
  readonly group: string;
  readonly year: number;
  readonly places: readonly LampPlace[];
  readonly memory: (places: readonly LampPlace[]) => Promise<Memory>;
};

/**
 * The lamps of a year as the rules judge them, without storing any; `judged` are the places of which all lamps are given: more
 * than were asked for where a rule looks at peers.
 */
export async function judgedLamps(
  tx: Tx,
  principal: Principal,
  { held, group, year, places, memory }: LampsAsked,
): Promise<Judged> {
  const changed = groupedBy(places, ({ indicator }) => indicator);
  const sets = new Map([...changed.keys()].map((code) => [code, rulesInYear(held, { group, indicator: code, year })]));
  const indicators = await indicatorsOf(tx, [...changed.keys()]);
  const ofPeers = (code: string) => sets.get(code)?.some((set) => set && looksAtPeers(set.rules)) === true;
  // A figure of a large sequence concerns its own unit alone, unless a rule compares peers.
  const alone = [...changed.keys()].some(ofPeers) ? null : [...new Set(places.map(({ unit }) => unit))];
  const members = await membersOf(tx, { group, year, alone });
  const isMember = membershipIn(members, year);
  const unitsOf = (code: string) => {
    const own = new Set(changed.get(code)?.map(({ unit }) => unit));
    return ofPeers(code) ? members : members.filter(({ unit }) => own.has(unit));
  };
  const judged = indicators.flatMap(({ code }) => unitsOf(code).map(({ unit }) => ({ unit, indicator: code })));
  const units = [...new Set(judged.map(({ unit }) => unit))];
  const codes = indicators.map(({ code }) => code);
  const shaped = [...sets.values()].some((own) => own.some((set) => set?.byEarlierYears));
  // Where no shape is asked for, last year is enough.
  const past = shaped ? earlierYears + 1 : 1;
  const years = Array.from({ length: past + 1 }, (_, at) => year - at);
  const [ends, targets, remembered, basesOf] = await Promise.all([
    yearEnds(principal, { indicators, units, years }, tx),
    targetsOf(tx, { units, codes, year }),
    memory(judged),
    otherBasesOf(tx, principal, { units, codes, year }),
  ]);
  const lamps = indicators.flatMap((indicator) => {
    const { code, measure, direction } = indicator;
    const adds = addsThroughYear(indicator);
    const isOther = months.map((month) =>
      isRedefined(indicator.redefined, monthCode(year - 1, month), monthCode(year, month)),
    );
    const lit = lampsOfYear({
      ...{ measure, direction, adds, sets: sets.get(code) ?? [] },
      units: unitsOf(code).map(({ unit }): LampUnit => {
        const key = targetKey({ unit, indicator: code });
        const [own, last] = [ends(unit, code, year), ends(unit, code, year - 1)];
        const target = targets.get(key);
        const within = isMember.get(unit);
        return {
          unit,
          ends: within?.every(Boolean) ? own : own.map((end, at) => (within?.[at] ? end : null)),
          bases: last.map((base, at) => (isOther[at] ? null : basesOf(unit, code, at + 1, base))),
          target: target?.base ?? null,
          plan: target?.plan ?? null,
          earlier: earlierOf(ends, { unit, code, year, past }),
          december: remembered.get(key)?.told.get(0) ?? null,
          told: remembered.get(key)?.told ?? new Map(),
          byHand: remembered.get(key)?.byHand ?? new Map(),
        };
      }),
    });
    return lit.map((lamp) => ({ ...lamp, indicator: code }));
  });
  return { lamps, judged };
}

/** The sets of rules that hold, or held until they were ended. */
export async function heldRules(tx: Tx): Promise<readonly HeldRules[]> {
  return tx.execute<HeldRules>(sql`
    select code, number, peer_group_code as "group", indicators, rules, by_earlier_years as "byEarlierYears",
      valid_from::text as "validFrom", valid_to::text as "validTo"
    from lamp_rule_set where adopted_at is not null`);
}

const monthCode = (year: number, month: number) => periodCode('month', year, month);

function earlierOf(
  ends: YearEnds,
  { unit, code, year, past }: { unit: string; code: string; year: number; past: number },
): EarlierYear[] {
  return Array.from({ length: past }, (_, at) => year - 1 - at).map((earlier) => ({
    year: earlier,
    ends: ends(unit, code, earlier).map((end) => (end === null ? null : Number(end))),
  }));
}

async function indicatorsOf(tx: Tx, codes: readonly string[]) {
  return tx.execute<{
    code: string;
    measure: Measure;
    basis: Parameters<typeof addsThroughYear>[0]['basis'];
    direction: Direction;
    redefined: string[];
  }>(sql`
    select indicator.code, indicator.measure, indicator.basis, indicator.direction, ${redefined} as redefined
    from indicator where indicator.code = any(${sql.param([...codes])}::text[]) order by 1`);
}

/** The members of a sequence in a year with their days; some `alone`, or all. */
async function membersOf(
  tx: Tx,
  { group, year, alone }: { readonly group: string; readonly year: number; readonly alone: readonly string[] | null },
) {
  const some = alone ? sql`org_unit_code = any(${sql.param([...alone])}::text[])` : sql`true`;
  return tx.execute<{ unit: string; spans: readonly { from: string; to: string | null }[] }>(sql`
    select org_unit_code as unit, json_agg(json_build_object('from', valid_from, 'to', valid_to)) as spans
    from peer_group_member where peer_group_code = ${group} and ${some}
      and valid_from <= make_date(${year}::int, 12, 31) and (valid_to is null or valid_to >= make_date(${year}::int, 1, 1))
    group by 1 order by 1`);
}

/** Whether each unit is a member at the end of each month. */
function membershipIn(members: Awaited<ReturnType<typeof membersOf>>, year: number): Map<string, readonly boolean[]> {
  const days = months.map((month) => lastDay(monthText({ year, month })));
  return new Map(
    members.map(({ unit, spans }) => [
      unit,
      days.map((day) => spans.some(({ from, to }) => from <= day && (to === null || to >= day))),
    ]),
  );
}

type Within = { readonly units: readonly string[]; readonly codes: readonly string[]; readonly year: number };
const within = ({ units, codes }: Within, alias: string): SQL => sql`
  ${sql.raw(alias)}.org_unit_code = any(${sql.param([...units])}::text[])
  and ${sql.raw(alias)}.indicator_code = any(${sql.param([...codes])}::text[])`;

async function targetsOf(tx: Tx, asked: Within) {
  const rows = await tx.execute<{ unit: string; indicator: string; base: string; plan: TargetPlan | null }>(sql`
    select t.org_unit_code as unit, t.indicator_code as indicator, t.base::text as base, t.plan
    from target t where t.year = ${asked.year} and ${within(asked, 't')}`);
  return new Map(rows.map((row) => [targetKey(row), row]));
}

/** What this year's values of units that merged or split compare with. */
async function otherBasesOf(tx: Tx, principal: Principal, { units, codes, year }: Within) {
  const changes = await tx.execute<{ unit: string }>(sql`
    select predecessor_code as unit from org_unit_succession union select successor_code from org_unit_succession`);
  const moved = new Set(changes.map(({ unit }) => unit));
  const asked = units
    .filter((unit) => moved.has(unit))
    .flatMap((unit) =>
      codes.flatMap((indicator) =>
        months.map((month) => ({ unit, indicator, earlier: endCode(year - 1, month), later: endCode(year, month) })),
      ),
    );
  const otherOf = asked.length > 0 ? await otherBases(principal, asked, { database: tx }) : () => null;
  return (unit: string, indicator: string, month: number, own: string | null) => {
    if (!moved.has(unit)) return own;
    const other = otherOf({ unit, indicator, earlier: endCode(year - 1, month), later: endCode(year, month) });
    return other ? other.value : own;
  };
}

const endCode = (year: number, month: number) => periodCode('yearToDate', year, month);
