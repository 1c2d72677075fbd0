import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Basis } from '@/lib/catalogue/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import { lampIndicator, lampVersions } from '@/lib/monitoring/lamps/shown/queries';
import type { CourseMonth, LampCourse } from '@/lib/monitoring/lamps/shown/words';
import { forecastOf } from '@/lib/monitoring/progress/forecast';
import { progressOf } from '@/lib/monitoring/progress/progress-of';
import { yearEnds } from '@/lib/monitoring/progress/queries';
import { yearCurve } from '@/lib/monitoring/progress/year-curve';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import type { TargetPlan } from '@/lib/monitoring/targets/words';

/** The earlier years that a shape or a forecast is taken from, and the one before them. */
const earlierYears = 4;

type Head = {
  readonly unit: Named;
  readonly indicator: LampIndicator & { readonly basis: Basis };
  /** Who answers for the indicator; empty for nobody. */
  readonly owner: Name;
  readonly years: readonly number[];
};

/**
 * The course of an indicator of a unit in a year: the lamp of each month with every version that was stored, what was expected
 * and reached, and the forecast from the last month that is known. Null where there is no such unit or indicator, and for a
 * unit of which somebody may not read. Without a year it is the newest that has a lamp or a target.
 */
export async function lampCourse(
  principal: Principal,
  asked: { readonly unit: string; readonly indicator: string; readonly year: number | undefined },
): Promise<LampCourse | null> {
  const head = await headOf(principal, asked);
  const newest = head?.years[0];
  if (!head || newest === undefined) return null;
  const { unit, indicator, owner, years } = head;
  const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : newest;
  const key = { unit: unit.code, indicator: indicator.code, year };
  const known = Array.from({ length: earlierYears + 1 }, (_, at) => year - at);
  const [ends, [target], versions] = await Promise.all([
    yearEnds(principal, { indicators: [indicator], units: [unit.code], years: known }, db()),
    db().execute<{ base: string; plan: TargetPlan | null }>(sql`
      select base::text as base, plan from target
      where org_unit_code = ${unit.code} and indicator_code = ${indicator.code} and year = ${year}`),
    lampVersions(principal, key),
  ]);
  const endsOf = (past: number) =>
    ends(unit.code, indicator.code, past).map((end) => (end === null ? null : Number(end)));
  const earlier = known.slice(1).map((past) => ({ year: past, ends: endsOf(past) }));
  const adds = addsThroughYear(indicator);
  const byEarlierYears = await expectsByYears(versions.at(-1)?.ruleSet);
  const curve = target
    ? yearCurve(
        { adds, target: Number(target.base), plan: target.plan, last: earlier[0]?.ends.at(-1) ?? null, earlier },
        byEarlierYears,
      )
    : null;
  const actuals = endsOf(year);
  const months = actuals.map((actual, at): CourseMonth => {
    const month = at + 1;
    const own = versions.filter((one) => one.month === month);
    const told = own.findLast(({ toldAt }) => toldAt !== null);
    const last = own.at(-1) ?? null;
    const progress =
      actual === null || curve === null ? null : progressOf(curve, { actual, month, direction: indicator.direction });
    const lamp = told ? { ...told, isRevised: last !== null && last.version > told.version } : last;
    return { month, actual, progress, lamp, versions: own };
  });
  const latest = months.findLast(({ actual }) => actual !== null);
  const forecast =
    latest?.actual === undefined || latest.actual === null
      ? null
      : forecastOf({ adds, actual: latest.actual, month: latest.month, year, earlier });
  return { unit, indicator, owner, adds, year, years, target: target?.base ?? null, curve, months, forecast };
}

async function headOf(
  principal: Principal,
  { unit, indicator }: { readonly unit: string; readonly indicator: string },
): Promise<Head | null> {
  const [found] = await db().execute<Head>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      ${lampIndicator} || jsonb_build_object('basis', i.basis) as indicator,
      json_build_object('nameZh', i.responsible_zh, 'nameEn', i.responsible_en) as owner,
      array(select year::int from target where org_unit_code = u.code and indicator_code = i.code
        union select year::int from lamp where org_unit_code = u.code and indicator_code = i.code order by 1 desc) as years
    from org_unit u cross join indicator i
    where u.code = ${unit} and i.code = ${indicator} and ${readable(principal, sql`u.code`)}`);
  return found ?? null;
}

async function expectsByYears(set: { readonly code: string; readonly number: number } | undefined): Promise<boolean> {
  if (!set) return false;
  const [found] = await db().execute<{ byYears: boolean }>(sql`
    select by_earlier_years as "byYears" from lamp_rule_set where code = ${set.code} and number = ${set.number}`);
  return found?.byYears ?? false;
}
