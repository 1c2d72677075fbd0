import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { proposal } from '@/db/schema/proposals';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import type { ProposalState } from '@/lib/catalogue/proposals/words';
import { Refusal } from '@/lib/errors';

export const ProposalVersion = { id: z.string().regex(/^[\w-]{1,64}$/), version: z.int() };

/** A proposal that waits, locked until the transaction ends. Refuses one that is unknown, decided or has moved. */
export async function heldProposal(work: Work, { id, version }: { id: string; version: number }) {
  const [held] = await work.tx.select().from(proposal).where(eq(proposal.id, id)).for('update');
  if (!held) throw new Refusal('notFound', 'proposals.refused.unknown');
  if (held.state !== 'waiting' || held.version !== version)
    throw await movedRefusal(work, `proposal/${id}`, 'proposals.refused.moved');
  return held;
}

/** The columns of a proposal that has been decided. */
export function decided(work: Work, held: { version: number }, state: ProposalState, decision = '') {
  return { state, decision, decidedBy: work.principal.userId, decidedAt: work.now, version: held.version + 1 };
}
