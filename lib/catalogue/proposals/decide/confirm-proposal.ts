import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { proposal } from '@/db/schema/proposals';
import { command } from '@/lib/access/command';
import { decided, heldProposal, ProposalVersion } from '@/lib/catalogue/proposals/decide/held-proposal';
import { changesOf } from '@/lib/catalogue/proposals/decide/kinds';
import { Refusal } from '@/lib/errors';

/** Confirms a proposal of somebody else, which holds from then on; whatever forbids the change now refuses it. */
export const confirmProposal = command({
  name: 'proposal.confirm',
  input: z.strictObject(ProposalVersion),
  async run(work, asked) {
    const held = await heldProposal(work, asked);
    if (held.proposedBy === work.principal.userId) throw new Refusal('forbidden', 'proposals.refused.own');
    const made = await changesOf(work, held.kind, held.input);
    await work.tx
      .update(proposal)
      .set(decided(work, held, 'confirmed'))
      .where(eq(proposal.id, held.id));
    const after = { state: 'confirmed', proposed: held.kind, concerns: held.subject };
    return {
      result: held.id,
      changes: [{ subject: `proposal/${held.id}`, before: { state: 'waiting' }, after }, ...made],
    };
  },
});
