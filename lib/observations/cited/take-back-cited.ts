import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ChosenCited, chosenCited, closeCited } from '@/lib/observations/cited/chosen-cited';
import { decidedChanges } from '@/lib/observations/cited/decided-changes';

/** Takes back figures that one recorded oneself and that nobody has decided. */
export const takeBackCited = command({
  name: 'cited.takeBack',
  input: ChosenCited,
  async run(work, asked) {
    const rows = await chosenCited(work, asked);
    if (rows.some(({ recordedBy }) => recordedBy !== work.principal.userId)) {
      throw new Refusal('forbidden', 'cited.refused.notOwn');
    }
    await closeCited(work, rows, { state: 'takenBack', decision: '' });
    return { result: rows.length, changes: decidedChanges(rows, 'takenBack') };
  },
});
