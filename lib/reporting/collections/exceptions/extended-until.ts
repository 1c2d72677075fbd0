import { Refusal } from '@/lib/errors';
import { momentOf } from '@/lib/reporting/collections/terms';
import type { LockedReturn } from '@/lib/reporting/entry/queries';

/**
 * The moment to which the deadline of a return is moved, or asked to be moved. Refuses a past moment, one no later than
 * the deadline or the extension that was given meanwhile, a closed collection, and a unit that has submitted, since its
 * timeliness is then a fact.
 */
export function extendedUntil(
  one: LockedReturn,
  { untilOn, untilTime }: { readonly untilOn: string; readonly untilTime: string },
  now: Date,
): Date {
  if (one.collection.state !== 'open') throw new Refusal('conflict', 'collections.refused.collectionClosed');
  if (one.firstSubmittedAt) throw new Refusal('conflict', 'collections.refused.alreadySubmitted');
  const until = momentOf(untilOn, untilTime);
  if (until <= now) throw new Refusal('invalid', 'collections.refused.untilPassed', { field: 'untilOn' });
  if (until <= (one.extendedUntil ?? one.collection.dueAt))
    throw new Refusal('invalid', 'collections.refused.untilBeforeDue', { field: 'untilOn' });
  return until;
}
