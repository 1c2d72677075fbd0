import { eq } from 'drizzle-orm';
import { board, boardEdition } from '@/db/schema/boards';
import type { Work } from '@/lib/access/command';
import type { lockedBoard } from './queries';
import type { BoardDocument } from './words';

type Held = Awaited<ReturnType<typeof lockedBoard>>;

/** Adds an edition to a held board, which becomes the current one, and says what changed for the trail. */
export async function saveEdition(work: Work, held: Held, document: BoardDocument, restored: number | null = null) {
  const { tx, principal, now } = work;
  const number = held.edition + 1;
  const { title } = document;
  await tx
    .update(board)
    .set({ title, edition: number, version: held.version + 1, editedAt: now })
    .where(eq(board.id, held.id));
  const saved = { savedBy: principal.userId, savedAt: now };
  await tx.insert(boardEdition).values({ boardId: held.id, number, document, restored, ...saved });
  return {
    before: { title: held.title, edition: held.edition },
    after: { title, edition: number, cards: document.cards.length, ...(restored !== null && { restored }) },
  };
}
