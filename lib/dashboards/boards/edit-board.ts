import { command } from '@/lib/access/command';
import { ShownBoard } from './board-input';
import { BoardDocument } from './document';
import { boardSubject, lockedBoard } from './queries';
import { saveEdition } from './save-edition';

/** Saves the next edition of one's own board; what is published stays at the edition that was published. */
export const editBoard = command({
  name: 'board.edit',
  input: ShownBoard.extend({ document: BoardDocument }),
  async run(work, { id, version, document }) {
    const held = await lockedBoard(work, id, version);
    const told = await saveEdition(work, held, document);
    return { result: { id }, changes: [{ subject: boardSubject(id), ...told }] };
  },
});
