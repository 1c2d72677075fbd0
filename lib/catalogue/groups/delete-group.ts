import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { coverage } from '@/db/schema/observations';
import { command } from '@/lib/access/command';
import { heldGroup } from '@/lib/catalogue/groups/held-group';
import { usesOfGroup } from '@/lib/catalogue/groups/queries';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/** Deletes a sequence that no scheme, run or collection names and that ranked nothing yet. */
export const deleteGroup = command({
  name: 'group.delete',
  input: z.strictObject({ code: Code, version: z.int() }),
  async run(work, asked) {
    const { tx } = work;
    const held = await heldGroup(work, asked);
    const [use] = await usesOfGroup(tx, asked.code);
    if (use) throw new Refusal('invalid', `groups.refused.used.${use.what}`, { count: use.count });
    await tx.delete(coverage).where(eq(coverage.peerGroupCode, asked.code));
    await tx.delete(peerGroupMember).where(eq(peerGroupMember.peerGroupCode, asked.code));
    await tx.delete(peerGroup).where(eq(peerGroup.code, asked.code));
    const { nameZh, nameEn } = held;
    return {
      result: asked.code,
      changes: [{ subject: `group/${asked.code}`, before: { nameZh, nameEn }, after: null }],
    };
  },
});
