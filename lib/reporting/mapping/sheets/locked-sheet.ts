import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import { mappedSheet } from '@/db/schema/mapping';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { holderOf } from '@/lib/reporting/mapping/holder';
import type { SheetVersion } from '@/lib/reporting/mapping/mapping-input';

export type LockedSheet = Omit<typeof mappedSheet.$inferSelect, 'content'>;

/**
 * An open sheet of one's own desk, locked until the transaction ends. One of another desk is not found; one that is done,
 * or that a colleague changed meanwhile, is refused.
 */
export async function lockedSheet(work: Work, { id, version }: z.output<typeof SheetVersion>): Promise<LockedSheet> {
  const { tx, principal } = work;
  const [found] = await tx
    .select()
    .from(mappedSheet)
    .where(and(eq(mappedSheet.id, id), eq(mappedSheet.holder, holderOf(principal) ?? '')))
    .for('update');
  if (!found) throw new Refusal('notFound', 'mapping.refused.noSheet');
  if (found.version !== version) throw await movedRefusal(work, `mappedSheet/${id}`, 'mapping.refused.moved');
  if (found.state !== 'open') throw new Refusal('conflict', 'mapping.refused.done');
  const { content: _, ...sheet } = found;
  return sheet;
}

/** Writes what has changed of a locked sheet, as its next version. */
export async function writeSheet(
  { tx, principal, now }: Work,
  { id, version }: Pick<LockedSheet, 'id' | 'version'>,
  changed: Partial<typeof mappedSheet.$inferInsert>,
): Promise<void> {
  const edited = { version: version + 1, editedBy: principal.userId, editedAt: now };
  await tx
    .update(mappedSheet)
    .set({ ...changed, ...edited })
    .where(eq(mappedSheet.id, id));
}
