import { eq } from 'drizzle-orm';
import { board } from '@/db/schema/boards';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ShownBoard } from './board-input';
import { boardInSight, boardSubject } from './queries';

/** Takes a published board back: those with whom it is not shared see it no more. Refuses one that is not published. */
export const withdrawBoard = command({
  name: 'board.withdraw',
  input: ShownBoard,
  async run(work, { id, version }) {
    const held = await boardInSight(work, id, version);
    if (held.publishedEdition === null) throw new Refusal('conflict', 'boards.refused.notPublished');
    await work.tx
      .update(board)
      .set({ publishedEdition: null, publishedBy: null, publishedAt: null, version: version + 1 })
      .where(eq(board.id, id));
    const [before, after] = [{ published: held.publishedEdition }, { published: null }];
    return { result: { id }, changes: [{ subject: boardSubject(id), before, after }] };
  },
});
