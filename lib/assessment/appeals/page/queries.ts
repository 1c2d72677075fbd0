import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appeal, appealFile } from '@/db/schema/appeals';
import { run, schemeVersion } from '@/db/schema/assessment';
import { orgUnit } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { AppealView, HistoryStep } from '@/lib/assessment/appeals/page/words';
import { heldIn, inSight } from '@/lib/assessment/appeals/queries';
import { remediesSince } from '@/lib/assessment/appeals/remedies/queries';
import { sameRemedy } from '@/lib/assessment/appeals/remedies/same-remedy';
import type { Remedy, Step } from '@/lib/assessment/appeals/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { EvidenceLine } from '@/lib/reporting/attachments/words';

/** An appeal as its page shows it; null where there is none, or none that somebody sees. */
export async function appealView(principal: Principal, id: string): Promise<AppealView | null> {
  const [row] = await db()
    .select({
      appeal,
      named: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      document: schemeVersion.document,
      periodCode: run.periodCode,
      publisher: run.publishedBy,
    })
    .from(appeal)
    .innerJoin(orgUnit, eq(orgUnit.code, appeal.orgUnitCode))
    .innerJoin(run, eq(run.id, appeal.runId))
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .where(and(eq(appeal.id, id), inSight(principal)));
  if (!row) return null;
  const held = heldIn(row.appeal);
  const [files, history, remedies] = await Promise.all([
    evidenceOf(principal, id),
    historyOf(principal, id),
    held.outcome === null ? [] : remediesSince(principal, id),
  ]);
  const scheme = Scheme.parse(row.document);
  const items = itemsOf(scheme);
  const lineOf = (remedy: Remedy | null) => remedy && (remedies.find((one) => sameRemedy(one.remedy, remedy)) ?? null);
  return {
    ...held,
    ...{ id, files, named: row.named, publisher: row.publisher },
    history: history.map((one) => ({ ...one, settled: one.step.kind === 'settle' ? lineOf(one.step.remedy) : null })),
    result: { scheme, periodCode: row.periodCode },
    items: held.about.map((key) => items.find((item) => item.key === key) ?? null),
    remedies: maySee(principal.role, 'manageAppeals') ? remedies : [],
    settled: lineOf(held.remedy),
  };
}

async function historyOf(principal: Principal, id: string): Promise<Omit<HistoryStep, 'settled'>[]> {
  const rows = await db().execute<{
    kind: Step['kind'];
    facts: Record<string, unknown>;
    words: string;
    by: string;
    at: string;
  }>(sql`
    select e.kind, e.facts, e.words, coalesce(u.name, e.actor) as by, e.at
    from appeal_event e join appeal a on a.id = e.appeal_id left join app_user u on u.id = e.actor
    where a.id = ${id} and ${inSight(principal, sql`a`)} order by e.step`);
  return rows.map(({ kind, facts, at, ...said }) => ({ ...said, step: { kind, ...facts } as Step, at: new Date(at) }));
}

async function evidenceOf(principal: Principal, id: string): Promise<EvidenceLine[]> {
  const rows = await db().execute<EvidenceLine>(sql`
    select e.sha256, e.file_name as "fileName", e.size, coalesce(u.name, e.uploaded_by) as by, e.uploaded_at as "uploadedAt"
    from appeal_file e join appeal a on a.id = e.appeal_id left join app_user u on u.id = e.uploaded_by
    where a.id = ${id} and ${inSight(principal, sql`a`)} order by e.uploaded_at, e.sha256`);
  return rows.map((row) => ({ ...row, uploadedAt: new Date(row.uploadedAt) }));
}

/** A file of evidence with its content; null where there is none, or none that somebody sees. */
export async function appealFileOf(principal: Principal, id: string, sha256: string) {
  const [found] = await db()
    .select({ fileName: appealFile.fileName, mediaType: appealFile.mediaType, content: appealFile.content })
    .from(appealFile)
    .innerJoin(appeal, eq(appeal.id, appealFile.appealId))
    .where(and(eq(appealFile.appealId, id), eq(appealFile.sha256, sha256), inSight(principal)));
  return found ?? null;
}
