import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { extensionRequest, submission } from '@/db/schema/reporting';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { OwnExtension, PendingExtension } from '@/lib/reporting/collections/exceptions/words';

/** The pending requests for more time in an open collection, oldest first; of units that have submitted, none. */
export async function pendingExtensions(principal: Principal, id: string): Promise<PendingExtension[]> {
  if (!maySee(principal.role, 'collections')) return [];
  const request = extensionRequest;
  return db()
    .select({
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      number: request.number,
      wishedOn: request.wishedOn,
      reason: request.reason,
      askedBy: sql<string>`coalesce(${appUser.name}, ${request.askedBy})`,
      askedAt: request.askedAt,
    })
    .from(request)
    .innerJoin(
      submission,
      and(eq(submission.orgUnitCode, request.orgUnitCode), eq(submission.collectionId, request.collectionId)),
    )
    .innerJoin(collection, and(eq(collection.id, request.collectionId), eq(collection.state, 'open')))
    .innerJoin(orgUnit, eq(orgUnit.code, request.orgUnitCode))
    .leftJoin(appUser, eq(appUser.id, request.askedBy))
    .where(and(eq(request.collectionId, id), eq(request.state, 'pending'), isNull(submission.firstSubmittedAt)))
    .orderBy(asc(request.askedAt), asc(request.number));
}

/**
 * The last request for more time of the principal's own unit, and whether it may send one now. Once the unit has submitted
 * or the collection is closed there is neither.
 */
export async function ownExtension(
  principal: Principal,
  collectionId: string,
): Promise<{ last: OwnExtension | null; mayAsk: boolean }> {
  const request = extensionRequest;
  const [row] = await db()
    .select({
      wishedOn: request.wishedOn,
      reason: request.reason,
      state: request.state,
      decision: request.decision,
      isOpen: sql<boolean>`${collection.state} = 'open' and ${submission.firstSubmittedAt} is null`,
    })
    .from(submission)
    .innerJoin(collection, eq(collection.id, submission.collectionId))
    .leftJoin(
      request,
      and(eq(request.orgUnitCode, submission.orgUnitCode), eq(request.collectionId, submission.collectionId)),
    )
    .where(and(eq(submission.orgUnitCode, principal.unitCode ?? ''), eq(submission.collectionId, collectionId)))
    .orderBy(desc(request.number))
    .limit(1);
  if (!row?.isOpen) return { last: null, mayAsk: false };
  const { wishedOn, reason, state, decision } = row;
  if (wishedOn === null || reason === null || state === null) return { last: null, mayAsk: true };
  return { last: { wishedOn, reason, state, decision: decision ?? '' }, mayAsk: state !== 'pending' };
}
