import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import { coursesOf } from '@/lib/monitoring/targets/grid/queries';
import type { GridIndicator, YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { noCourse } from '@/lib/monitoring/targets/propose';
import type { TargetPlan } from '@/lib/monitoring/targets/words';

/** A target that was issued to the own unit. */
export type OwnTarget = {
  readonly indicator: GridIndicator;
  readonly base: string;
  readonly stretch: string | null;
  readonly note: string;
  readonly plan: TargetPlan | null;
  readonly answer: 'none' | 'confirmed' | 'disputed';
  readonly answerReason: string;
  readonly version: number;
  readonly course: YearlyCourse;
};

/** The targets of the principal's unit in a year, those without an answer first; the years with any, the latest first. */
export async function ownTargets(
  principal: Principal,
  year: number | null,
): Promise<{ unit: Named; year: number; years: readonly number[]; targets: readonly OwnTarget[] } | null> {
  const { unitCode } = principal;
  if (unitCode === null || !maySee(principal.role, 'ownTargets')) return null;
  const [head] = await db().execute<{ unit: Named; years: number[] }>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      array(select distinct t.year from target t where t.org_unit_code = u.code order by 1 desc) as years
    from org_unit u where u.code = ${unitCode}`);
  if (!head) return null;
  const shown = year ?? head.years[0] ?? 0;
  const rows = await db().execute<Omit<OwnTarget, 'course'>>(sql`
    select json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh,
        'unitEn', i.unit_en, 'decimals', i.decimals, 'measure', i.measure, 'direction', i.direction,
        'basis', i.basis) as indicator,
      t.base::text as base, t.stretch::text as stretch, t.note, t.plan, t.answer, t.answer_reason as "answerReason",
      t.version
    from target t join indicator i on i.code = t.indicator_code
    where t.org_unit_code = ${unitCode} and t.year = ${shown}
    order by t.answer <> 'none', i.sort_order, i.code`);
  const indicators = rows.map(({ indicator }) => indicator.code);
  const courses = await coursesOf(principal, db(), { year: shown, units: [unitCode], indicators });
  const courseOf = (indicator: string) => courses.get(targetKey({ unit: unitCode, indicator })) ?? noCourse;
  return {
    ...{ unit: head.unit, year: shown, years: head.years },
    targets: rows.map((row) => ({ ...row, course: courseOf(row.indicator.code) })),
  };
}

/** What waits: for a unit its targets without an answer, for the office disputes, changes to confirm and its own changes. */
export async function targetWork(principal: Principal): Promise<{
  readonly unanswered: number;
  readonly disputed: readonly WaitingTarget[];
  readonly confirmable: readonly WaitingTarget[];
  readonly changing: readonly WaitingTarget[];
}> {
  if (principal.unitCode !== null && maySee(principal.role, 'ownTargets')) {
    const [row] = await db().execute<{ n: number }>(sql`
      select count(*)::int as n from target where org_unit_code = ${principal.unitCode} and answer = 'none'
        and exists (select from target_event e where e.org_unit_code = target.org_unit_code
          and e.indicator_code = target.indicator_code and e.year = target.year)`);
    return { unanswered: row?.n ?? 0, disputed: [], confirmable: [], changing: [] };
  }
  if (!maySee(principal.role, 'manageTargets')) return { unanswered: 0, disputed: [], confirmable: [], changing: [] };
  const rows = await db().execute<WaitingTarget & { isChange: boolean }>(sql`
    select w.year, w.reason, w."isChange", w.by,
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) as indicator
    from (
      select d.org_unit_code, d.indicator_code, d.year, d.reason, true as "isChange", d.edited_by as by
      from target_draft d where d.changes > 0
      union all
      select t.org_unit_code, t.indicator_code, t.year, t.answer_reason, false, t.answered_by
      from target t where t.answer = 'disputed'
        and not exists (select from target_draft d where d.org_unit_code = t.org_unit_code
          and d.indicator_code = t.indicator_code and d.year = t.year)) w
    join org_unit u on u.code = w.org_unit_code
    join indicator i on i.code = w.indicator_code
    order by w.year desc, u.sort_order, i.sort_order
    limit 200`);
  return {
    unanswered: 0,
    disputed: rows.filter(({ isChange }) => !isChange),
    confirmable: rows.filter(({ isChange, by }) => isChange && by !== principal.userId),
    changing: rows.filter(({ isChange, by }) => isChange && by === principal.userId),
  };
}

export type WaitingTarget = {
  readonly year: number;
  readonly unit: Named;
  readonly indicator: Named;
  readonly reason: string;
  readonly by: string | null;
};
