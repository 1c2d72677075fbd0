import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { proposal } from '@/db/schema/proposals';
import { command } from '@/lib/access/command';
import { decided, heldProposal, ProposalVersion } from '@/lib/catalogue/proposals/decide/held-proposal';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/** Refuses a proposal with a reason; by somebody else than who made it, who takes it back. */
export const refuseProposal = command({
  name: 'proposal.refuse',
  input: z.strictObject({ ...ProposalVersion, reason: Reason }),
  async run(work, { reason, ...asked }) {
    const held = await heldProposal(work, asked);
    if (held.proposedBy === work.principal.userId) throw new Refusal('forbidden', 'proposals.refused.own');
    await work.tx
      .update(proposal)
      .set(decided(work, held, 'refused', reason))
      .where(eq(proposal.id, held.id));
    return {
      result: held.id,
      changes: [{ subject: `proposal/${held.id}`, before: { state: 'waiting' }, after: { state: 'refused', reason } }],
    };
  },
});
