import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { extensionRequest } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { writtenMoment } from '@/lib/i18n/moments';
import { extendedUntil } from '@/lib/reporting/collections/exceptions/extended-until';
import { Code, CollectionId, Day, Reason } from '@/lib/reporting/collections/terms';
import { lockedReturn, subjectOf } from '@/lib/reporting/entry/queries';
import { recordReturnStep } from '@/lib/reporting/entry/record-return-step';

/**
 * Requests more time for the own unit's return, to the hour of the deadline on a later day; the office extends or
 * refuses. Refuses what could not be extended, and a second request while one is pending.
 */
export const askExtension = command({
  name: 'submission.askExtension',
  input: z.strictObject({ collectionId: CollectionId, unitCode: Code, untilOn: Day, reason: Reason }),
  async run({ tx, principal, now }, { collectionId, unitCode, untilOn, reason }) {
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    extendedUntil(one, { untilOn, untilTime: writtenMoment(one.collection.dueAt).slice(11) }, now);
    const [before] = await tx.execute<{ last: number; pending: number }>(sql`
      select coalesce(max(number), 0)::int as last, (count(*) filter (where state = 'pending'))::int as pending
      from extension_request where org_unit_code = ${unitCode} and collection_id = ${collectionId}`);
    if (before && before.pending > 0) throw new Refusal('conflict', 'alreadyAsked');
    const number = (before?.last ?? 0) + 1;
    await tx.insert(extensionRequest).values({
      orgUnitCode: unitCode,
      collectionId,
      number,
      wishedOn: untilOn,
      reason,
      askedBy: principal.userId,
      askedAt: now,
    });
    await recordReturnStep(tx, principal, one, { kind: 'extensionAsked', reason: `${untilOn}：${reason}`, at: now });
    const after = { request: number, wishedOn: untilOn, reason };
    return { result: number, changes: [{ subject: subjectOf(one), before: null, after }] };
  },
});
