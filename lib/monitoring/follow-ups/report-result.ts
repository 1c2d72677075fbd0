import { command } from '@/lib/access/command';
import { FollowUpWords, OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 反馈: the unit reports the matter as settled, for the office to check. */
export const reportResult = command({
  name: 'followUp.report',
  input: OwnFollowUp.extend({ report: FollowUpWords }),
  run: (work, { report, ...shown }) => takeStep(work, shown, { kind: 'report' }, report),
});
