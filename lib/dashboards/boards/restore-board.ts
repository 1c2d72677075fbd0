import * as z from 'zod';
import { command } from '@/lib/access/command';
import { ShownBoard } from './board-input';
import { boardSubject, lockedBoard, lockedEdition } from './queries';
import { saveEdition } from './save-edition';

/** Saves an earlier edition of one's own board again, as its next one. */
export const restoreBoard = command({
  name: 'board.restore',
  input: ShownBoard.extend({ edition: z.int().min(1) }),
  async run(work, { id, version, edition }) {
    const held = await lockedBoard(work, id, version);
    const told = await saveEdition(work, held, await lockedEdition(work, id, edition), edition);
    return { result: { id }, changes: [{ subject: boardSubject(id), ...told }] };
  },
});
