import { command } from '@/lib/access/command';
import { FollowUpWords, OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';
import { Day } from '@/lib/reporting/collections/terms';

/** 申请延期: the unit asks for a later due date, for a reason. Refuses a second request while one waits. */
export const askExtension = command({
  name: 'followUp.askExtension',
  input: OwnFollowUp.extend({ until: Day, reason: FollowUpWords }),
  run: (work, { until, reason, ...shown }) => takeStep(work, shown, { kind: 'askExtension', until }, reason),
});
