import * as z from 'zod';
import type { Change } from '@/lib/access/audit/record-event';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Code, CollectionId, Reason } from '@/lib/reporting/collections/terms';
import { FigureVersion } from '@/lib/reporting/entry/entry-input';
import { approveIn } from '@/lib/reporting/review/approve-figures';
import { atOwnMoment } from '@/lib/reporting/review/decision-moment';
import type { LookedAt } from '@/lib/reporting/review/queries';
import { returnIn } from '@/lib/reporting/review/return-figures';

/** Figures of several units' returns for one collection. */
const AcrossInput = z.strictObject({
  collectionId: CollectionId,
  figures: z
    .array(FigureVersion.extend({ unitCode: Code }))
    .min(1)
    .max(500),
});

/** Approves figures of several units at once, all or none, under the same conditions as those of one return. */
export const approveAcrossUnits = command({
  name: 'review.approveUnits',
  input: AcrossInput,
  run: async (work, asked) => {
    const decided = await atOwnMoment(work);
    return inEachReturn(asked, (one) => approveIn(decided, one, { reason: '', isBatch: asked.figures.length > 1 }));
  },
});

/** Returns figures of several units at once with one reason, all or none. */
export const returnAcrossUnits = command({
  name: 'review.returnUnits',
  input: AcrossInput.extend({ reason: Reason }),
  run: async (work, { reason, ...asked }) => {
    const decided = await atOwnMoment(work);
    return inEachReturn(asked, (one) => returnIn(decided, one, reason));
  },
});

/** Decides return by return, in the order of their units, so that two reviewers at once wait for each other. */
async function inEachReturn(
  { collectionId, figures }: z.output<typeof AcrossInput>,
  decide: (one: LookedAt) => Promise<{ count: number; change: Change }>,
): Promise<{ result: number; changes: readonly [Change, ...Change[]] }> {
  const units = [...new Set(figures.map(({ unitCode }) => unitCode))].sort();
  const changes: Change[] = [];
  let result = 0;
  for (const unitCode of units) {
    const own = figures.filter((figure) => figure.unitCode === unitCode);
    const { count, change } = await decide({ collectionId, unitCode, figures: own });
    result += count;
    changes.push(change);
  }
  const [first, ...more] = changes;
  if (!first) throw new Refusal('conflict', 'reviewMoved');
  return { result, changes: [first, ...more] };
}
