import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { proposal } from '@/db/schema/proposals';
import { command } from '@/lib/access/command';
import { decided, heldProposal, ProposalVersion } from '@/lib/catalogue/proposals/decide/held-proposal';
import { Refusal } from '@/lib/errors';

/** Takes a proposal back; only the person who made it may. */
export const takeBackProposal = command({
  name: 'proposal.takeBack',
  input: z.strictObject(ProposalVersion),
  async run(work, asked) {
    const held = await heldProposal(work, asked);
    if (held.proposedBy !== work.principal.userId) throw new Refusal('forbidden', 'proposals.refused.notYours');
    await work.tx
      .update(proposal)
      .set(decided(work, held, 'takenBack'))
      .where(eq(proposal.id, held.id));
    return {
      result: held.id,
      changes: [{ subject: `proposal/${held.id}`, before: { state: 'waiting' }, after: { state: 'takenBack' } }],
    };
  },
});
