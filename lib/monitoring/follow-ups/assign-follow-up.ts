import { command } from '@/lib/access/command';
import { ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 交办: hands a follow-up to its unit, which sees it from now on. Refuses one whose due date is over. */
export const assignFollowUp = command({
  name: 'followUp.assign',
  input: ShownFollowUp,
  run: (work, shown) => takeStep(work, shown, { kind: 'assign' }),
});
