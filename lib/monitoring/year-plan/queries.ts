import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { stateOf, yearSteps } from './steps';
import type { DatedStep, PlannedStep, StepOutcome, YearPlan, YearStep } from './words';
import { stepKey } from './written';

/**
 * The steps of a year with their days and what became of them on `today`. A step is done once each sequence whose rules of
 * lamps hold in its last month has a published report of it.
 */
export async function yearPlan(principal: Principal, year: number, today: string): Promise<YearPlan> {
  if (!maySee(principal.role, 'yearPlan')) return { year, version: 0, steps: [] };
  const [[stored], reports, expected, collections] = await Promise.all([
    db().execute<{ version: number; steps: readonly DatedStep[] }>(sql`
      select version, steps from year_plan where year = ${year}`),
    db().execute<YearStep & StepOutcome>(sql`
      select distinct on (r.peer_group_code, r.kind, r.month) r.kind, r.month, r.id as report,
        to_char(r.published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
        json_build_object('code', g.code, 'nameZh', g.name_zh, 'nameEn', g.name_en) as "group"
      from monitoring_report r join peer_group g on g.code = r.peer_group_code
      where r.year = ${year} and r.state = 'published'
      order by r.peer_group_code, r.kind, r.month, r.number`),
    db().execute<{ month: number; groups: string[] }>(sql`
      select month, array_agg(distinct s.peer_group_code) as groups
      from generate_series(1, 12) month join lamp_rule_set s on s.adopted_at is not null
        and s.valid_from <= make_date(${year}::int, month, 1)
        and (s.valid_to is null or s.valid_to >= make_date(${year}::int, month, 1))
      group by 1`),
    db().execute<{ month: number; all: number; closed: number }>(sql`
      select extract(month from p.ends_on)::int as month, count(*)::int as all,
        (count(*) filter (where c.state <> 'open'))::int as closed
      from collection c join period p on p.code = c.period_code where p.year = ${year} and p.ends_on is not null group by 1`),
  ]);
  const days = new Map(stored?.steps.map((step) => [stepKey(step), step.dueOn]));
  const expectedIn = new Map(expected.map(({ month, groups }) => [month, groups]));
  const collectedIn = new Map(collections.map((row) => [row.month, row]));
  const steps = yearSteps.map((step): PlannedStep => {
    const outcomes = reports
      .filter((one) => stepKey(one) === stepKey(step))
      .map(({ report, group, day }) => ({ report, group, day }));
    const groups = expectedIn.get(step.month) ?? [];
    const isDone = groups.length > 0 && groups.every((code) => outcomes.some(({ group }) => group.code === code));
    const dueOn = days.get(stepKey(step)) ?? null;
    const collected = step.kind === 'month' ? collectedIn.get(step.month) : undefined;
    return {
      ...step,
      ...{ dueOn, outcomes, state: stateOf({ dueOn, isDone }, today), expected: groups.length },
      ...{ collections: collected?.all ?? 0, closed: collected?.closed ?? 0 },
    };
  });
  return { year, version: stored?.version ?? 0, steps };
}

/** The steps that are late or due within a fortnight, of this year and of the one before, by their days. */
export async function stepsDue(
  principal: Principal,
  today: string,
): Promise<readonly (PlannedStep & { readonly year: number })[]> {
  const year = Number(today.slice(0, 4));
  const plans = await Promise.all([yearPlan(principal, year - 1, today), yearPlan(principal, year, today)]);
  const due = plans.flatMap((plan) =>
    plan.steps
      .filter(({ state }) => state === 'late' || state === 'soon')
      .map((step) => ({ ...step, year: plan.year })),
  );
  return due.toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
}
