import { eq } from 'drizzle-orm';
import { keptMapping } from '@/db/schema/mapping';
import { command, type Done } from '@/lib/access/command';
import { KeptVersion, lockedKept } from '@/lib/reporting/mapping/kept/locked-kept';

/** Takes a kept mapping out of use: one that no sheet was recorded by is deleted, another one is offered no more. */
export const retireKept = command({
  name: 'mapping.retire',
  input: KeptVersion,
  async run(work, shown): Promise<Done<string>> {
    const { tx, principal, now } = work;
    const { id, name, uses, version } = await lockedKept(work, shown);
    const own = eq(keptMapping.id, id);
    if (uses === 0) await tx.delete(keptMapping).where(own);
    else {
      const edited = { version: version + 1, editedBy: principal.userId, editedAt: now };
      await tx
        .update(keptMapping)
        .set({ isRetired: true, ...edited })
        .where(own);
    }
    const after = uses === 0 ? null : { name, state: 'retired' };
    return { result: name, changes: [{ subject: `keptMapping/${id}`, before: { name }, after }] };
  },
});
