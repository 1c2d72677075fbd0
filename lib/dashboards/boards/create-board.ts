import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { board, boardEdition } from '@/db/schema/boards';
import { command } from '@/lib/access/command';
import { BoardDocument } from './document';
import { boardSubject } from './queries';

/** Saves a new board of its own; nobody else sees it before it is shared or published. */
export const createBoard = command({
  name: 'board.create',
  input: z.strictObject({ document: BoardDocument }),
  async run({ tx, principal, now }, { document }) {
    const [id, { title }]: [string, typeof document] = [randomUUID(), document];
    await tx.insert(board).values({ id, title, ownerId: principal.userId, createdAt: now, editedAt: now });
    await tx.insert(boardEdition).values({ boardId: id, number: 1, document, savedBy: principal.userId, savedAt: now });
    const after = { title, edition: 1, cards: document.cards.length };
    return { result: { id }, changes: [{ subject: boardSubject(id), before: null, after }] };
  },
});
