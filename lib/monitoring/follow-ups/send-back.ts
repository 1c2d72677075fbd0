import { command } from '@/lib/access/command';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 退回办理: the check finds the matter unsettled, for a reason that the unit reads; never by who reported. */
export const sendFollowUpBack = command({
  name: 'followUp.sendBack',
  input: ShownFollowUp.extend({ reason: FollowUpWords }),
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'sendBack' }, reason),
});
