import { and, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { followUp, followUpFile } from '@/db/schema/follow-ups';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { groupedBy } from '@/lib/grouped-by';
import type { Named } from '@/lib/i18n/words';
import { metBy } from '@/lib/monitoring/follow-ups/condition/queries';
import type { FollowUpView, HistoryStep } from '@/lib/monitoring/follow-ups/page/words';
import { inSight } from '@/lib/monitoring/follow-ups/queries';
import { remarkOf } from '@/lib/monitoring/follow-ups/remarks/queries';
import { isTakenIn } from '@/lib/monitoring/follow-ups/steps';
import { type FollowUp, followUpStates, type Step } from '@/lib/monitoring/follow-ups/words';
import type { EvidenceLine } from '@/lib/reporting/attachments/words';

/** A follow-up as its page shows it; null where there is none, or none that somebody sees. */
export async function followUpView(principal: Principal, id: string): Promise<FollowUpView | null> {
  const [row] = await db()
    .select()
    .from(followUp)
    .where(and(eq(followUp.id, id), inSight(principal)));
  if (!row) return null;
  const { orgUnitCode: unit, updatedBy: _by, updatedAt: _at, ...rest } = row;
  const held: FollowUp = { ...rest, unit };
  const isReadable = held.condition === null || (await mayRead(principal, held.condition.unit));
  const [histories, files, mergedRows, mergeable, remark, met] = await Promise.all([
    historiesOf(principal, id),
    evidenceOf(principal, id),
    db()
      .select({ id: followUp.id, title: followUp.title })
      .from(followUp)
      .where(and(eq(followUp.mergedInto, id), inSight(principal)))
      .orderBy(followUp.id),
    mergeableWith(principal, id, held),
    held.origin.kind === 'remark' ? remarkOf(principal, held.origin.remark, { inSight: true }) : null,
    held.condition && held.state !== 'closed' ? metBy(principal, held.condition) : null,
  ]);
  const history = (histories.get(id) ?? []).map((one) => (isReadable ? one : withoutFigure(one)));
  const closed = history.findLast(({ step }) => step.kind === 'close')?.step;
  const isClosed = closed?.kind === 'close';
  const names = await mentionedIn(principal, held, history);
  return {
    ...held,
    ...{ id, ...names, remark, files, history, mergeable },
    metBy: isClosed ? closed.metBy : met,
    isClosedDespite: isClosed && closed.despite,
    askedBy: history.findLast(({ step }) => step.kind === 'askExtension')?.by ?? '',
    merged: mergedRows.map((one) => ({ ...one, history: histories.get(one.id) ?? [] })),
  };
}

async function mayRead(principal: Principal, unit: string): Promise<boolean> {
  return (await db().execute(sql`select where ${readable(principal, sql`${unit}::text`)}`)).length > 0;
}

/** A step without the figure that satisfied its condition, for who may not read figures of its unit. */
function withoutFigure(one: HistoryStep): HistoryStep {
  return one.step.kind === 'close' ? { ...one, step: { ...one.step, metBy: null } } : one;
}

/** The steps of a follow-up, and of those merged into it that are in sight, by number. */
async function historiesOf(principal: Principal, id: string): Promise<ReadonlyMap<string, HistoryStep[]>> {
  const rows = await db().execute<{
    id: string;
    kind: Step['kind'];
    facts: Record<string, unknown>;
    words: string;
    by: string;
    at: string;
  }>(sql`
    select e.follow_up_id as id, e.kind, e.facts, e.words, coalesce(a.name, e.actor) as by, e.at
    from follow_up_event e join follow_up f on f.id = e.follow_up_id left join app_user a on a.id = e.actor
    where (f.id = ${id} or f.merged_into = ${id}) and ${inSight(principal, sql`f`)}
    order by e.follow_up_id, e.step`);
  const grouped = groupedBy(rows, (row) => row.id);
  return new Map(
    [...grouped].map(([of, steps]) => [
      of,
      steps.map(({ kind, facts, words, by, at }) => ({
        step: { kind, ...facts } as Step,
        words,
        by,
        at: new Date(at),
      })),
    ]),
  );
}

async function evidenceOf(principal: Principal, id: string): Promise<EvidenceLine[]> {
  const rows = await db().execute<EvidenceLine>(sql`
    select e.sha256, e.file_name as "fileName", e.size, coalesce(a.name, e.uploaded_by) as by, e.uploaded_at as "uploadedAt"
    from follow_up_file e join follow_up f on f.id = e.follow_up_id left join app_user a on a.id = e.uploaded_by
    where f.id = ${id} and ${inSight(principal, sql`f`)} order by e.uploaded_at, e.sha256`);
  return rows.map((row) => ({ ...row, uploadedAt: new Date(row.uploadedAt) }));
}

/** A file of evidence with its content; null where there is none, or none that somebody sees. */
export async function evidenceFile(principal: Principal, id: string, sha256: string) {
  const [found] = await db()
    .select({ fileName: followUpFile.fileName, mediaType: followUpFile.mediaType, content: followUpFile.content })
    .from(followUpFile)
    .innerJoin(followUp, eq(followUp.id, followUpFile.followUpId))
    .where(and(eq(followUpFile.followUpId, id), eq(followUpFile.sha256, sha256), inSight(principal)));
  return found ?? null;
}

async function mergeableWith(principal: Principal, id: string, held: FollowUp) {
  if (!maySee(principal.role, 'manageFollowUps') || !isTakenIn(held.state, 'merge')) return [];
  const states = followUpStates.filter((state) => isTakenIn(state, 'absorb'));
  return db()
    .select({ id: followUp.id, title: followUp.title })
    .from(followUp)
    .where(
      and(
        eq(followUp.orgUnitCode, held.unit),
        sql`${followUp.id} <> ${id}`,
        sql`${followUp.state} = any(${sql.param(states)}::text[])`,
      ),
    )
    .orderBy(desc(followUp.updatedAt))
    .limit(200);
}

/** The names of the units and indicators that a follow-up and its history mention. */
async function mentionedIn(principal: Principal, held: FollowUp, history: readonly HistoryStep[]) {
  const { origin, condition } = held;
  const moves = history.flatMap(({ step }) => (step.kind === 'transfer' ? [step.to] : []));
  const units = [held.unit, ...held.assisting, ...moves, ...('unit' in origin ? [origin.unit] : [])];
  const indicators = 'indicator' in origin ? [origin.indicator] : [];
  if (condition) {
    units.push(condition.unit);
    indicators.push(condition.indicator);
  }
  const named = maySee(principal.role, 'followUps');
  const [unitRows, indicatorRows] = await Promise.all([
    db().execute<Named>(sql`select code, name_zh as "nameZh", name_en as "nameEn" from org_unit
      where ${named}::boolean and code = any(${sql.param([...new Set(units)])}::text[])`),
    db().execute<Named & { unitZh: string; unitEn: string }>(sql`
      select code, name_zh as "nameZh", name_en as "nameEn", unit_zh as "unitZh", unit_en as "unitEn" from indicator
      where ${named}::boolean and code = any(${sql.param([...new Set(indicators)])}::text[])`),
  ]);
  return {
    units: new Map(unitRows.map((one) => [one.code, one])),
    indicators: new Map(indicatorRows.map((one) => [one.code, one])),
  };
}
