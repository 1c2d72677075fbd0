import * as z from 'zod';
import { verifiedChain } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';

/** Walks the whole audit trail and notes in it how far it is whole: the number of its events, and where it breaks. */
export const checkChain = command({
  name: 'audit.check',
  input: z.strictObject({}),
  async run({ tx }) {
    const { events, broken } = await verifiedChain(tx);
    const after = { chainEvents: events, brokenAt: broken?.seq ?? null };
    return { result: after, changes: [{ subject: 'audit/chain', before: null, after }] };
  },
});
