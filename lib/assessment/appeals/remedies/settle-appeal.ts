import { command } from '@/lib/access/command';
import { RemedyInput, ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { remediesSince } from '@/lib/assessment/appeals/remedies/queries';
import { sameRemedy } from '@/lib/assessment/appeals/remedies/same-remedy';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { Refusal } from '@/lib/errors';
import { lines } from '@/lib/reporting/collections/terms';

/**
 * Records what an appeal that was upheld led to: an entry of the ledger, a corrected figure or a newer run. Refuses one that
 * does not concern the unit and its scheme, or is older than the appeal.
 */
export const settleAppeal = command({
  name: 'appeal.settle',
  input: ShownAppeal.extend({ remedy: RemedyInput, note: lines(0, 1000) }),
  run: (work, { remedy, note, ...shown }) =>
    takeStep(
      work,
      shown,
      { kind: 'settle', remedy },
      {
        words: note,
        look: async () => {
          const found = await remediesSince(work.principal, shown.id, work.tx);
          if (!found.some((one) => sameRemedy(one.remedy, remedy)))
            throw new Refusal('invalid', 'appeals.refused.noSuchRemedy', { field: 'remedy' });
        },
      },
    ),
});
