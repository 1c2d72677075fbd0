import { command } from '@/lib/access/command';
import { ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 复核: somebody of the office takes a report to check it; never who reported. */
export const checkReport = command({
  name: 'followUp.check',
  input: ShownFollowUp,
  run: (work, shown) => takeStep(work, shown, { kind: 'check' }),
});
