import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { systemPrincipal } from '@/lib/access/principal';
import { otherBases } from '@/lib/catalogue/comparing/queries';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import { redefined } from '@/lib/catalogue/indicators/queries';
import { periodCode } from '@/lib/catalogue/periods/period';
import type { Direction, Measure } from '@/lib/catalogue/words';
import { groupedBy } from '@/lib/grouped-by';
import { type YearEnds, yearEnds } from '@/lib/monitoring/progress/queries';
import type { EarlierYear } from '@/lib/monitoring/progress/words';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import type { TargetPlan } from '@/lib/monitoring/targets/words';
import { type HeldRules, looksAtPeers, rulesInYear } from './held-rules';
import { type LampOfMonth, type LampUnit, lampsOfYear } from './lamps-of-year';
import { storeLamps } from './store-lamps';

const months = Array.from({ length: 12 }, (_, at) => at + 1);
/** The earlier years that shapes are taken from. */
const earlierYears = 3;

type Place = { readonly indicator: string; readonly unit: string; readonly year: number };

/**
 * Lights the lamps that depend on changed figures or targets, in their transaction. `changed` is a relation of
 * `indicator_code`, `org_unit_code` and `year`; where a rule compares peers, the lamps of the whole sequence are judged
 * anew. A lamp that was told stays; what it would be now is a further version.
 */
export async function lightLamps(tx: Tx, changed: SQL, now: Date): Promise<void> {
  const held = await heldRules(tx);
  if (held.length === 0) return;
  const places = await tx.execute<Place & { group: string }>(sql`
    select distinct c.indicator_code as indicator, c.org_unit_code as unit, c.year, m.peer_group_code as "group"
    from ${changed} c
    join peer_group_member m on m.org_unit_code = c.org_unit_code
      and m.peer_group_code = any(${sql.param([...new Set(held.map(({ group }) => group))])}::text[])
      and m.valid_from <= make_date(c.year, 12, 31) and (m.valid_to is null or m.valid_to >= make_date(c.year, 1, 1))
    where exists (select from target t where t.indicator_code = c.indicator_code and t.year = c.year)
    order by 4, 3, 1, 2`);
  for (const some of groupedBy(places, ({ group, year }) => `${group}\n${year}`).values()) {
    const [first] = some;
    if (first) await lightGroup(tx, { held, group: first.group, year: first.year, places: some, now });
  }
}

/** The sets of rules that hold. */
export async function heldRules(tx: Pick<Tx, 'execute'>): Promise<readonly HeldRules[]> {
  return tx.execute<HeldRules>(sql`
    select code, number, peer_group_code as "group", indicators, rules, by_earlier_years as "byEarlierYears",
      valid_from::text as "validFrom"
    from lamp_rule_set where state = 'held'`);
}

type Asked = {
  readonly held: readonly HeldRules[];
  readonly group: string;
  readonly year: number;
  readonly places: readonly Place[];
  readonly now: Date;
};

async function lightGroup(tx: Tx, { held, group, year, places, now }: Asked): Promise<void> {
  const changed = groupedBy(places, ({ indicator }) => indicator);
  const sets = new Map([...changed.keys()].map((code) => [code, rulesInYear(held, { group, indicator: code, year })]));
  const indicators = (await indicatorsOf(tx, [...changed.keys()])).filter(({ code }) =>
    sets.get(code)?.some((set) => set !== null),
  );
  if (indicators.length === 0) return;
  const members = await membersOf(tx, group, year);
  const ofPeers = (code: string) => sets.get(code)?.some((set) => set && looksAtPeers(set.rules)) === true;
  const unitsOf = (code: string) => {
    const own = new Set(changed.get(code)?.map(({ unit }) => unit));
    return ofPeers(code) ? members : members.filter(({ unit }) => own.has(unit));
  };
  const units = [...new Set(indicators.flatMap(({ code }) => unitsOf(code).map(({ unit }) => unit)))];
  const codes = indicators.map(({ code }) => code);
  const years = Array.from({ length: earlierYears + 2 }, (_, at) => year - at);
  const [ends, targets, stored, basesOf] = [
    await yearEnds(systemPrincipal('lamps'), { indicators, units, years }, tx),
    await targetsOf(tx, { units, codes, year }),
    await storedBefore(tx, { units, codes, year }),
    await otherBasesOf(tx, { units, codes, year }),
  ];
  const made: (LampOfMonth & { indicator: string })[] = [];
  for (const indicator of indicators) {
    const { code, measure, direction } = indicator;
    const adds = addsThroughYear(indicator);
    const lit = lampsOfYear({
      ...{ measure, direction, adds, sets: sets.get(code) ?? [] },
      units: unitsOf(code).map(({ unit, from, to }): LampUnit => {
        const key = `${unit}\n${code}`;
        const isMember = (month: number) => from <= lastDay(year, month) && (to === null || to >= lastDay(year, month));
        const own = ends(unit, code, year);
        return {
          unit,
          ends: months.map((month) => (isMember(month) ? (own[month - 1] ?? null) : null)),
          bases: months.map((month) =>
            isRedefined(indicator.redefined, monthCode(year - 1, month), monthCode(year, month))
              ? null
              : basesOf(unit, code, month, ends(unit, code, year - 1)[month - 1] ?? null),
          ),
          target: targets.get(key)?.base ?? null,
          plan: targets.get(key)?.plan ?? null,
          earlier: earlierOf(ends, unit, code, year),
          december: stored.get(key)?.get(0) ?? null,
          told: stored.get(key) ?? new Map(),
        };
      }),
    });
    made.push(...lit.map((lamp) => ({ ...lamp, indicator: code })));
  }
  await storeLamps(tx, {
    lamps: made,
    year,
    judged: indicators.flatMap(({ code }) => unitsOf(code).map(({ unit }) => ({ unit, indicator: code }))),
    now,
  });
}

const monthCode = (year: number, month: number) => periodCode('month', year, month);
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

function earlierOf(ends: YearEnds, unit: string, code: string, year: number): EarlierYear[] {
  return Array.from({ length: earlierYears + 1 }, (_, at) => year - 1 - at).map((past) => ({
    year: past,
    ends: ends(unit, code, past).map((end) => (end === null ? null : Number(end))),
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

async function membersOf(tx: Tx, group: string, year: number) {
  return tx.execute<{ unit: string; from: string; to: string | null }>(sql`
    select org_unit_code as unit, min(valid_from)::text as "from",
      case when bool_or(valid_to is null) then null else max(valid_to)::text end as "to"
    from peer_group_member where peer_group_code = ${group}
      and valid_from <= make_date(${year}::int, 12, 31) and (valid_to is null or valid_to >= make_date(${year}::int, 1, 1))
    group by 1 order by 1`);
}

type Within = { readonly units: readonly string[]; readonly codes: readonly string[]; readonly year: number };
const within = ({ units, codes }: Within, alias: string): SQL => sql`
  ${sql.raw(alias)}.org_unit_code = any(${sql.param([...units])}::text[])
  and ${sql.raw(alias)}.indicator_code = any(${sql.param([...codes])}::text[])`;

async function targetsOf(tx: Tx, asked: Within) {
  const rows = await tx.execute<{ unit: string; indicator: string; base: string; plan: TargetPlan | null }>(sql`
    select t.org_unit_code as unit, t.indicator_code as indicator, t.base::text as base, t.plan
    from target t where t.year = ${asked.year} and ${within(asked, 't')}`);
  return new Map(rows.map((row) => [`${row.unit}\n${row.indicator}`, row]));
}

type StoredBefore = { colour: 'green' | 'yellow' | 'red'; redInRow: number; redInYear: number };

/** What earlier months are remembered as: by target the months that were told as they were told, and 0 for last December. */
async function storedBefore(tx: Tx, asked: Within) {
  const rows = await tx.execute<StoredBefore & { unit: string; indicator: string; at: number }>(sql`
    select distinct on (l.org_unit_code, l.indicator_code, l.year, l.month) l.org_unit_code as unit,
      l.indicator_code as indicator, case when l.year = ${asked.year} then l.month else 0 end as at, l.colour,
      l.red_in_row as "redInRow", l.red_in_year as "redInYear"
    from lamp l
    where ${within(asked, 'l')} and l.colour is not null
      and (l.year = ${asked.year} and l.told_at is not null or l.year = ${asked.year - 1} and l.month = 12)
    order by l.org_unit_code, l.indicator_code, l.year, l.month, l.told_at nulls last, l.version desc`);
  const found = new Map<string, Map<number, StoredBefore>>();
  for (const { unit, indicator, at, colour, redInRow, redInYear } of rows) {
    const own = found.get(`${unit}\n${indicator}`) ?? new Map<number, StoredBefore>();
    own.set(at, { colour, redInRow, redInYear });
    found.set(`${unit}\n${indicator}`, own);
  }
  return found;
}

/** What this year's values of units that merged or split compare with. */
async function otherBasesOf(tx: Tx, { units, codes, year }: Within) {
  const asked = units.flatMap((unit) =>
    codes.flatMap((indicator) =>
      months.map((month) => ({ unit, indicator, earlier: endCode(year - 1, month), later: endCode(year, month) })),
    ),
  );
  const [changes] = await tx.execute(sql`select from org_unit_succession limit 1`);
  const otherOf = changes ? await otherBases(systemPrincipal('lamps'), asked, { database: tx }) : () => null;
  return (unit: string, indicator: string, month: number, own: string | null) => {
    const other = otherOf({ unit, indicator, earlier: endCode(year - 1, month), later: endCode(year, month) });
    return other ? other.value : own;
  };
}

const endCode = (year: number, month: number) => periodCode('yearToDate', year, month);
