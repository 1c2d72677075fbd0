import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { submission } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { writtenMoment } from '@/lib/i18n/moments';
import { extendedUntil } from '@/lib/reporting/collections/exceptions/extended-until';
import { decideExtension } from '@/lib/reporting/collections/exceptions/refuse-extension';
import { Code, CollectionId, Day, Reason, Time } from '@/lib/reporting/collections/terms';
import { lockedReturn, subjectOf } from '@/lib/reporting/entry/queries';
import { recordReturnStep } from '@/lib/reporting/entry/record-return-step';

/**
 * Extends the deadline of one unit, to a minute of a day, and grants by that the unit's pending request for more time.
 * Refuses what `extendedUntil` refuses, and the author of the request.
 */
export const extendDeadline = command({
  name: 'submission.extend',
  input: z.strictObject({ collectionId: CollectionId, unitCode: Code, untilOn: Day, untilTime: Time, reason: Reason }),
  async run({ tx, principal, now }, { collectionId, unitCode, untilOn, untilTime, reason }) {
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    const until = extendedUntil(one, { untilOn, untilTime }, now);
    const request = await decideExtension({ tx, principal, now }, one, { state: 'granted', reason });
    await tx
      .update(submission)
      .set({ extendedUntil: until, extendedReason: reason })
      .where(and(eq(submission.orgUnitCode, unitCode), eq(submission.collectionId, collectionId)));
    const written = `${writtenMoment(until)}：${reason}`;
    await recordReturnStep(tx, principal, one, { kind: 'extended', reason: written, at: now });
    const change = {
      subject: subjectOf(one),
      before: { extendedUntil: one.extendedUntil },
      after: { extendedUntil: until, reason, ...(request && { request: request.number }) },
    };
    return { result: unitCode, changes: [change] };
  },
});
