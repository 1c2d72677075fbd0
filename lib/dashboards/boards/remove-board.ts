import { eq } from 'drizzle-orm';
import { board } from '@/db/schema/boards';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ShownBoard } from './board-input';
import { boardSubject, lockedBoard } from './queries';

/** Removes one's own board from all lists; its editions stay. Refuses a published one, which the office takes back first. */
export const removeBoard = command({
  name: 'board.remove',
  input: ShownBoard,
  async run(work, { id, version }) {
    const held = await lockedBoard(work, id, version);
    if (held.publishedEdition !== null) throw new Refusal('conflict', 'boards.refused.stillPublished');
    await work.tx
      .update(board)
      .set({ removedAt: work.now, version: version + 1 })
      .where(eq(board.id, id));
    const before = { title: held.title, edition: held.edition };
    return { result: { id }, changes: [{ subject: boardSubject(id), before, after: null }] };
  },
});
