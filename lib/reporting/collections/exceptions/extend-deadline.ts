import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { submission } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { writtenMoment } from '@/lib/i18n/moments';
import { Code, CollectionId, Day, momentOf, Reason, Time } from '@/lib/reporting/collections/terms';
import { lockedReturn, subjectOf } from '@/lib/reporting/entry/queries';
import { recordReturnStep } from '@/lib/reporting/entry/record-return-step';

/**
 * Gives one unit more time than the others, until a minute of a day. Refuses a moment that has passed or is no later than
 * the deadline, a closed collection, and a unit that has submitted: whether it was in time is a fact by then.
 */
export const extendDeadline = command({
  name: 'submission.extend',
  input: z.strictObject({ collectionId: CollectionId, unitCode: Code, untilOn: Day, untilTime: Time, reason: Reason }),
  async run({ tx, principal, now }, { collectionId, unitCode, untilOn, untilTime, reason }) {
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    if (one.collection.state !== 'open') throw new Refusal('conflict', 'collections.refused.collectionClosed');
    if (one.firstSubmittedAt) throw new Refusal('conflict', 'collections.refused.alreadySubmitted');
    const until = momentOf(untilOn, untilTime);
    if (until <= now) throw new Refusal('invalid', 'collections.refused.untilPassed', { field: 'untilOn' });
    if (until <= one.collection.dueAt)
      throw new Refusal('invalid', 'collections.refused.untilBeforeDue', { field: 'untilOn' });
    await tx
      .update(submission)
      .set({ extendedUntil: until, extendedReason: reason })
      .where(and(eq(submission.orgUnitCode, unitCode), eq(submission.collectionId, collectionId)));
    const written = `${writtenMoment(until)}：${reason}`;
    await recordReturnStep(tx, principal, one, { kind: 'extended', reason: written, at: now });
    const change = {
      subject: subjectOf(one),
      before: { extendedUntil: one.extendedUntil },
      after: { extendedUntil: until, reason },
    };
    return { result: unitCode, changes: [change] };
  },
});
