import { sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { todayOf } from '@/lib/catalogue/today';
import type { Named } from '@/lib/i18n/words';
import type { HeldRules } from '@/lib/monitoring/lamps/held-rules';
import { judgedLamps, type LampPlace, type Memory, type Remembered } from '@/lib/monitoring/lamps/lighting/queries';
import {
  type ColourCounts,
  type LampIndicator,
  type Trial,
  type TriedLamp,
  triedMonths,
} from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampColour } from '@/lib/monitoring/lamps/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';

/**
 * What a set of rules would have said of the past 24 months, this one included, as if it had held all the time; nothing is
 * stored. Null for who may not see drafts, and for no such set.
 */
export async function trialOf(
  principal: Principal,
  { code, number }: { readonly code: string; readonly number: number },
  now: Date,
): Promise<Trial | null> {
  if (!maySee(principal.role, 'lampRuleDrafts')) return null;
  return db().transaction(async (tx) => {
    const rules = await triedRules(tx, code, number);
    return rules && tried(tx, principal, rules, now);
  });
}

async function triedRules(tx: Tx, code: string, number: number): Promise<HeldRules | null> {
  const [found] = await tx.execute<HeldRules>(sql`
    select code, number, peer_group_code as "group", indicators, rules, by_earlier_years as "byEarlierYears",
      '1900-01-01' as "validFrom", null as "validTo"
    from lamp_rule_set where code = ${code} and number = ${number}`);
  return found ?? null;
}

async function tried(tx: Tx, principal: Principal, rules: HeldRules, now: Date): Promise<Trial> {
  const [thisYear, thisMonth] = todayOf({ now }).split('-').map(Number);
  const last = (thisYear ?? 0) * 12 + (thisMonth ?? 1) - 1;
  const months = Array.from({ length: triedMonths }, (_, at) => last - triedMonths + 1 + at).map((at) => ({
    year: Math.floor(at / 12),
    month: (at % 12) + 1,
  }));
  const isAsked = new Set(months.map(({ year, month }) => `${year} ${month}`));
  const [units, indicators] = [await unitsOf(tx, principal, rules.group), await indicatorNames(tx)];
  const lamps: (TriedLamp & { order: string })[] = [];
  let december = new Map<string, Remembered>();
  for (const year of new Set(months.map((one) => one.year))) {
    const places = await placesIn(tx, rules, year, [...units.keys()]);
    const held: Memory = december;
    const made = await judgedLamps(tx, principal, {
      ...{ held: [rules], group: rules.group, year, places },
      memory: async () => held,
    });
    december = new Map();
    for (const lamp of made.lamps) {
      const { unit: unitCode, indicator: code, month, colour, judged, redInRow, redInYear, facts } = lamp;
      if (month === 12)
        december.set(targetKey({ unit: unitCode, indicator: code }), {
          told: new Map([[0, { colour, redInRow, redInYear }]]),
          byHand: new Map(),
        });
      const [unit, indicator] = [units.get(unitCode), indicators.get(code)];
      if (!unit || !indicator || !isAsked.has(`${year} ${month}`)) continue;
      lamps.push({
        ...{ unit: unit.name, indicator: indicator.name, year, month, colour, judged, redInRow, redInYear, facts },
        order: `${unit.at} ${indicator.at} ${year} ${`${month}`.padStart(2, '0')}`,
      });
    }
  }
  lamps.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return {
    counts: countsOf(lamps),
    months: months.map(({ year, month }) => ({
      ...{ year, month },
      counts: countsOf(lamps.filter((one) => one.year === year && one.month === month)),
    })),
    lamps: lamps.map(({ order: _, ...lamp }) => lamp),
  };
}

function countsOf(lamps: readonly { readonly colour: LampColour }[]): ColourCounts {
  const counts = { red: 0, yellow: 0, green: 0 };
  for (const { colour } of lamps) counts[colour] += 1;
  return counts;
}

async function unitsOf(tx: Tx, principal: Principal, group: string) {
  const rows = await tx.execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where ${readable(principal, sql`u.code`)}
      and exists (select from peer_group_member m where m.org_unit_code = u.code and m.peer_group_code = ${group})
    order by u.sort_order, u.code`);
  return inOrder(rows);
}

async function indicatorNames(tx: Tx) {
  const rows = await tx.execute<LampIndicator>(sql`
    select i.code, i.name_zh as "nameZh", i.name_en as "nameEn", i.unit_zh as "unitZh", i.unit_en as "unitEn", i.decimals,
      i.measure, i.direction
    from indicator i join topic p on p.code = i.topic_code order by p.sort_order, i.sort_order, i.code`);
  return inOrder(rows);
}

/** Rows by code, each with its place in their order as a text that sorts. */
const inOrder = <Row extends Named>(rows: readonly Row[]) =>
  new Map(rows.map((name, at) => [name.code, { name, at: `${at}`.padStart(6, '0') }]));

async function placesIn(tx: Tx, rules: HeldRules, year: number, units: readonly string[]): Promise<LampPlace[]> {
  if (rules.indicators.length > 0)
    return rules.indicators.flatMap((indicator) => units.map((unit) => ({ indicator, unit })));
  return tx.execute<LampPlace>(sql`
    select indicator_code as indicator, org_unit_code as unit from target
    where year = ${year} and org_unit_code = any(${sql.param([...units])}::text[])`);
}
