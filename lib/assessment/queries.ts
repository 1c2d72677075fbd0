import { inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { run } from '@/db/schema/assessment';
import { peerGroup } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import type { ReplacedFigure, TargetAnswer } from '@/lib/assessment/runs/words';
import { outStates } from '@/lib/assessment/words';

/** The condition for runs that are out: published, or published until a later one replaced them. */
export const isOut: SQL = inArray(run.state, [...outStates]);

/**
 * The condition for runs that a principal may see: those that are out for every reader, trials and approved ones with the
 * view of runs and for the product itself.
 */
export function inSight(principal: Principal): SQL {
  if (readsNothing(principal)) return sql`false`;
  return maySee(principal.role, 'runs') || principal.role === 'system' ? sql`true` : isOut;
}

/** The condition for runs shown as a whole: a principal limited to some units sees none. */
export function inSightWhole(principal: Principal): SQL {
  return principal.units === 'all' ? inSight(principal) : sql`false`;
}

/** The sequence of a run under its name at that time; of a run from before that was stored, under its present name. */
export const groupThen = {
  code: peerGroup.code,
  nameZh: sql<string>`coalesce(${run.terms} -> 'group' ->> 'nameZh', ${peerGroup.nameZh})`,
  nameEn: sql<string>`coalesce(${run.terms} -> 'group' ->> 'nameEn', ${peerGroup.nameEn})`,
};

/** The earlier figures of a run that were replaced since units merged or split. */
export const replacedOf = sql<readonly ReplacedFigure[]>`coalesce(${run.terms} -> 'replaced', '[]')`;

/**
 * What the targets of a unit lack by indicator: its answer to them as the histories say it, for a run that is out at the
 * time of its publication, so that later answers do not change it. None for targets without a history.
 */
export const targetAnswers = (unit: SQLWrapper, runId: SQLWrapper) => sql<Readonly<Record<string, TargetAnswer>>>`(
  select coalesce(jsonb_object_agg(last.indicator_code,
    case last.kind when 'disputed' then 'disputedTarget' else 'openTarget' end), '{}')
  from (
    select distinct on (e.indicator_code) e.indicator_code, e.kind
    from target_event e join run its on its.id = ${runId} join period p on p.code = its.period_code and p.year = e.year
    where e.org_unit_code = ${unit} and (its.published_at is null or e.at <= its.published_at)
    order by e.indicator_code, e.step desc) last
  where last.kind in ('issued', 'changed', 'disputed'))`;
