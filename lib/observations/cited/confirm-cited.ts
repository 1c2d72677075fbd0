import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ChosenCited, chosenCited, closeCited } from '@/lib/observations/cited/chosen-cited';
import { decidedChanges } from '@/lib/observations/cited/decided-changes';
import { publishCited } from '@/lib/observations/cited/publish-cited';

/**
 * Confirms what somebody else recorded: the figures become the current ones, each with a revision, in the transaction of
 * the confirmation. Refuses one's own, and a figure whose shown value has moved since it was recorded.
 */
export const confirmCited = command({
  name: 'cited.confirm',
  input: ChosenCited,
  async run(work, asked) {
    const rows = await chosenCited(work, asked);
    if (rows.some(({ recordedBy }) => recordedBy === work.principal.userId)) {
      throw new Refusal('forbidden', 'cited.refused.own');
    }
    await publishCited(work, rows);
    await closeCited(work, rows, { state: 'confirmed', decision: '' });
    return { result: rows.length, changes: decidedChanges(rows, 'confirmed') };
  },
});
