import { command } from '@/lib/access/command';
import { Measures, OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 办理: the unit types the measures that it takes, or changes them. */
export const planMeasures = command({
  name: 'followUp.plan',
  input: OwnFollowUp.extend({ measures: Measures }),
  run: (work, { measures, ...shown }) => takeStep(work, shown, { kind: 'plan', measures }),
});
