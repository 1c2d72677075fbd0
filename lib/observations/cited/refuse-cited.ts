import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ChosenCited, chosenCited, closeCited } from '@/lib/observations/cited/chosen-cited';
import { decidedChanges } from '@/lib/observations/cited/decided-changes';
import { Reason } from '@/lib/reporting/collections/terms';

/** Refuses waiting figures, or those of a file, with a reason; pages show what they showed. Not one's own. */
export const refuseCited = command({
  name: 'cited.refuse',
  input: ChosenCited.extend({ reason: Reason }),
  async run(work, { reason, ...asked }) {
    const rows = await chosenCited(work, asked);
    if (rows.some(({ recordedBy }) => recordedBy === work.principal.userId)) {
      throw new Refusal('forbidden', 'cited.refused.own');
    }
    await closeCited(work, rows, { state: 'refused', decision: reason });
    return { result: rows.length, changes: decidedChanges(rows, 'refused', reason) };
  },
});
