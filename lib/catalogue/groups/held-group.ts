import { eq } from 'drizzle-orm';
import { peerGroup } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';

/** A sequence at the version that a page showed, locked until the transaction ends. Refuses an unknown or a moved one. */
export async function heldGroup(work: Work, { code, version }: { code: string; version: number }) {
  const [held] = await work.tx.select().from(peerGroup).where(eq(peerGroup.code, code)).for('update');
  if (!held) throw new Refusal('notFound', 'groups.refused.unknown');
  if (held.version !== version) throw await movedRefusal(work, `group/${code}`, 'groups.refused.moved');
  return held;
}
