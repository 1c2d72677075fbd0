import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import { attachment } from '@/db/schema/collections';
import { submission, submissionValue } from '@/db/schema/reporting';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';

/** A file in a list. */
export type AttachmentLine = { readonly id: string; readonly fileName: string; readonly size: number };

/** The files that explain a collection to those who report to it, for them and for who may look at collections. */
export async function instructionFiles(principal: Principal, collectionId: string): Promise<AttachmentLine[]> {
  const mayList = maySee(principal.role, 'collections') || (await mayOpenInstructions(principal, collectionId));
  if (!mayList) return [];
  return db()
    .select({ id: attachment.id, fileName: attachment.fileName, size: attachment.size })
    .from(attachment)
    .where(and(eq(attachment.collectionId, collectionId), isNull(attachment.orgUnitCode)))
    .orderBy(asc(attachment.uploadedAt));
}

/**
 * A file with its content, if the principal may open it: instructions for everybody involved in the collection,
 * evidence for the unit's own people, the office, and the responsible department of the indicator. Null otherwise.
 */
export async function attachmentFile(principal: Principal, id: string) {
  const [found] = await db().select().from(attachment).where(eq(attachment.id, id));
  return found && (await mayOpen(principal, found)) ? found : null;
}

async function mayOpen(
  principal: Principal,
  { id, collectionId, orgUnitCode }: typeof attachment.$inferSelect,
): Promise<boolean> {
  if (orgUnitCode === null) return mayOpenInstructions(principal, collectionId);
  if (principal.role === 'assessmentOffice') return true;
  if (isOfUnit(principal)) return orgUnitCode === principal.unitCode;
  if (principal.role !== 'departmentReviewer') return false;
  const [proved] = await db()
    .select({ code: indicator.code })
    .from(submissionValue)
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .where(and(eq(submissionValue.evidenceId, id), eq(indicator.responsibleZh, principal.department ?? '')))
    .limit(1);
  return proved !== undefined;
}

const isOfUnit = ({ role }: Principal) => role === 'reporter' || role === 'unitReviewer';

/** Instructions are for the office, for departments, and for the units that the collection asks. */
async function mayOpenInstructions(principal: Principal, collectionId: string): Promise<boolean> {
  if (!isOfUnit(principal)) return principal.role === 'assessmentOffice' || principal.role === 'departmentReviewer';
  const [own] = await db()
    .select({ unit: submission.orgUnitCode })
    .from(submission)
    .where(and(eq(submission.collectionId, collectionId), eq(submission.orgUnitCode, principal.unitCode ?? '')));
  return own !== undefined;
}
