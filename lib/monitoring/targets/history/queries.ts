import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser, auditEvent, auditSubjects } from '@/db/schema/access';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { target, targetDraft, targetEvent } from '@/db/schema/monitoring';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { coursesOf } from '@/lib/monitoring/targets/grid/queries';
import type { TargetPage } from '@/lib/monitoring/targets/history/words';
import { targetKey, targetName, targetSubject } from '@/lib/monitoring/targets/keys/target-key';
import { noCourse } from '@/lib/monitoring/targets/propose';
import type { TargetKey } from '@/lib/monitoring/targets/words';

/**
 * A target of a unit with its history. Null for an unknown unit or indicator; and, for those who set no targets, for one
 * that was never issued. Who reads no units' figures but some sees no course of others.
 */
export async function targetPage(principal: Principal, key: TargetKey): Promise<TargetPage | null> {
  if (!maySee(principal.role, 'responsibilities')) return null;
  const sets = maySee(principal.role, 'manageTargets');
  const here = <T extends typeof target | typeof targetDraft | typeof targetEvent>(table: T) =>
    and(eq(table.orgUnitCode, key.unit), eq(table.indicatorCode, key.indicator), eq(table.year, key.year));
  const asked = { year: key.year, units: [key.unit], indicators: [key.indicator] };
  const [[named], [issued], [draft], steps, courses] = await Promise.all([
    db()
      .select({
        unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
        indicator: {
          ...{ code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn },
          ...{ unitZh: indicator.unitZh, unitEn: indicator.unitEn, decimals: indicator.decimals },
          ...{ measure: indicator.measure, direction: indicator.direction, basis: indicator.basis },
        },
      })
      .from(orgUnit)
      .innerJoin(indicator, eq(indicator.code, key.indicator))
      .where(eq(orgUnit.code, key.unit)),
    db()
      .select({
        ...{ base: target.base, stretch: target.stretch, note: target.note, plan: target.plan },
        ...{ answer: target.answer, answerReason: target.answerReason, version: target.version },
        updatedAt: target.updatedAt,
      })
      .from(target)
      .where(here(target)),
    db()
      .select({
        ...{ base: targetDraft.base, stretch: targetDraft.stretch, note: targetDraft.note, plan: targetDraft.plan },
        ...{ reason: targetDraft.reason, changes: targetDraft.changes, version: targetDraft.version },
        ...{ editedBy: targetDraft.editedBy, editor: appUser.name },
      })
      .from(targetDraft)
      .leftJoin(appUser, eq(appUser.id, targetDraft.editedBy))
      .where(here(targetDraft)),
    db()
      .select({
        ...{ step: targetEvent.step, kind: targetEvent.kind, base: targetEvent.base, stretch: targetEvent.stretch },
        ...{ plan: targetEvent.plan, note: targetEvent.note, reason: targetEvent.reason, at: targetEvent.at },
        ...{ actor: targetEvent.actor, name: appUser.name },
        proposedBy: proposerOf(key),
      })
      .from(targetEvent)
      .leftJoin(appUser, eq(appUser.id, targetEvent.actor))
      .where(here(targetEvent))
      .orderBy(asc(targetEvent.step)),
    coursesOf(principal, db(), asked),
  ]);
  if (!named || (!sets && !issued && steps.length === 0)) return null;
  return {
    ...{ year: key.year, ...named, issued: issued ?? null },
    draft: sets && draft ? { ...draft, editor: draft.editor ?? draft.editedBy } : null,
    steps: steps.map(({ actor, name, ...step }) => ({ ...step, by: name ?? actor })),
    course: courses.get(targetKey(key)) ?? noCourse,
  };
}

/** Who proposed the change or the withdrawal that a step confirms, by the audit trail; null for other steps. */
function proposerOf({ unit, indicator: code, year }: TargetKey) {
  const [subject, name] = [targetSubject(year, unit), targetName(code, year)];
  return sql<string | null>`case when ${targetEvent.kind} in ('changed', 'withdrawn') then (
    select coalesce(proposer.name, ${auditEvent.actor}) from ${auditEvent}
      cross join jsonb_array_elements(${auditEvent.changes}::jsonb) told
      left join app_user proposer on proposer.id = ${auditEvent.actor}
    where ${auditSubjects} ? ${subject}::text and ${auditEvent.at} <= ${targetEvent.at}
      and told ->> 'subject' = ${subject} and told -> 'after' -> ${name}::text ->> 'state' = 'waiting'
    order by ${auditEvent.seq} desc limit 1) end`;
}
