import { command } from '@/lib/access/command';
import { RemarkWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** 批示 of a leader upon a follow-up that is not ended: a step of its history, which its office and its unit are told. */
export const remarkUpon = command({
  name: 'followUp.remarkUpon',
  input: ShownFollowUp.extend({ remark: RemarkWords }),
  run: (work, { remark, ...shown }) => takeStep(work, shown, { kind: 'remark' }, remark),
});
