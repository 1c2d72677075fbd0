import { command } from '@/lib/access/command';
import { FollowUpWords, OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** Notes how far the unit has come. */
export const noteProgress = command({
  name: 'followUp.note',
  input: OwnFollowUp.extend({ note: FollowUpWords }),
  run: (work, { note, ...shown }) => takeStep(work, shown, { kind: 'note' }, note),
});
