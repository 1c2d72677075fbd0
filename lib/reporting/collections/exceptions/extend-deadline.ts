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
 * Extends the deadline of one unit, to a minute of a day. Refuses a past moment, one no later than the deadline or
 * the extension that another person gave meanwhile, a closed collection, and a unit that has submitted, since its timeliness is then a fact.
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
    if (until <= (one.extendedUntil ?? one.collection.dueAt))
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
