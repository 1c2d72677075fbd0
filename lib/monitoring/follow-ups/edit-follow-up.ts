import { command } from '@/lib/access/command';
import { checkedTerms } from '@/lib/monitoring/follow-ups/checked-terms';
import { ShownFollowUp, TermsInput } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** Changes the terms of a follow-up that is not assigned yet. */
export const editFollowUp = command({
  name: 'followUp.edit',
  input: TermsInput.extend(ShownFollowUp.shape),
  run: (work, { id, version, ...typed }) =>
    takeStep(work, { id, version }, async () => ({ kind: 'edit', ...(await checkedTerms(work, typed)) })),
});
