import type { RunLine } from '@/lib/assessment/runs/listing/words';

/**
 * Whether a person may take the next step of a run that waits: who computed it cannot approve it, and who approved it
 * cannot publish it.
 */
export function mayTakeNextStep(
  { state, ...run }: Pick<RunLine, 'state' | 'computedBy' | 'approvedBy'>,
  userId: string,
) {
  return (state === 'trial' ? run.computedBy : run.approvedBy) !== userId;
}
