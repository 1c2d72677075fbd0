import { eq } from 'drizzle-orm';
import { board } from '@/db/schema/boards';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ShownBoard } from './board-input';
import { boardInSight, boardSubject } from './queries';

/**
 * Publishes the edition of a board that the office sees, its own or one that was shared with it. Later editions are not
 * published before this is done again. Refuses an edition that is published already.
 */
export const publishBoard = command({
  name: 'board.publish',
  input: ShownBoard,
  async run(work, { id, version }) {
    const held = await boardInSight(work, id, version);
    if (held.publishedEdition === held.edition) throw new Refusal('conflict', 'boards.refused.published');
    const { principal, now } = work;
    await work.tx
      .update(board)
      .set({
        ...{ publishedEdition: held.edition, publishedBy: principal.userId, publishedAt: now },
        version: version + 1,
      })
      .where(eq(board.id, id));
    const [before, after] = [{ published: held.publishedEdition }, { published: held.edition }];
    return { result: { id }, changes: [{ subject: boardSubject(id), before, after }] };
  },
});
