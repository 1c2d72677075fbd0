import { command } from '@/lib/access/command';
import { OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 签收: the unit has read what it is to do. */
export const signFollowUp = command({
  name: 'followUp.sign',
  input: OwnFollowUp,
  run: (work, shown) => takeStep(work, shown, { kind: 'sign' }),
});
