import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import { attachment } from '@/db/schema/collections';
import { submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';

/** A file as lists name it. */
export type AttachmentLine = { readonly id: string; readonly fileName: string; readonly size: number };

/** The files that explain a collection to those who report to it. */
export async function instructionFiles(_principal: Principal, collectionId: string): Promise<AttachmentLine[]> {
  return db()
    .select({ id: attachment.id, fileName: attachment.fileName, size: attachment.size })
    .from(attachment)
    .where(and(eq(attachment.collectionId, collectionId), isNull(attachment.orgUnitCode)))
    .orderBy(asc(attachment.uploadedAt));
}

/**
 * A file with its content, for who may open it: instructions for everybody who has to do with the collection, evidence for
 * the unit's own people, the office, and the department whose indicator it proves. Null for none.
 */
export async function attachmentFile(principal: Principal, id: string) {
  const [found] = await db().select().from(attachment).where(eq(attachment.id, id));
  return found && (await mayOpen(principal, found)) ? found : null;
}

async function mayOpen(
  principal: Principal,
  { id, collectionId, orgUnitCode }: typeof attachment.$inferSelect,
): Promise<boolean> {
  if (principal.role === 'assessmentOffice') return true;
  const ofUnit = principal.role === 'reporter' || principal.role === 'unitReviewer';
  if (ofUnit && orgUnitCode !== null) return orgUnitCode === principal.unitCode;
  if (ofUnit) {
    const [own] = await db()
      .select({ unit: submission.orgUnitCode })
      .from(submission)
      .where(and(eq(submission.collectionId, collectionId), eq(submission.orgUnitCode, principal.unitCode ?? '')));
    return own !== undefined;
  }
  if (principal.role !== 'departmentReviewer') return false;
  if (orgUnitCode === null) return true;
  const [proved] = await db()
    .select({ code: indicator.code })
    .from(submissionValue)
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .where(and(eq(submissionValue.evidenceId, id), eq(indicator.responsibleZh, principal.department ?? '')))
    .limit(1);
  return proved !== undefined;
}
