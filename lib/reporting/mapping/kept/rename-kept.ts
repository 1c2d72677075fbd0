import { eq } from 'drizzle-orm';
import { keptMapping } from '@/db/schema/mapping';
import { command, type Done } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { KeptName, KeptVersion, keptNamed, lockedKept } from '@/lib/reporting/mapping/kept/locked-kept';

/** Gives a kept mapping another name. Refuses that of another one. */
export const renameKept = command({
  name: 'mapping.rename',
  input: KeptVersion.extend({ name: KeptName }),
  async run(work, { name, ...shown }): Promise<Done<string>> {
    const { tx, principal, now } = work;
    const found = await lockedKept(work, shown);
    if (found.name === name) return { result: name, repeated: true };
    if (await keptNamed(work, found.holder, name)) {
      throw new Refusal('conflict', 'mapping.refused.nameTaken', { field: 'name' });
    }
    await tx
      .update(keptMapping)
      .set({ name, version: found.version + 1, editedBy: principal.userId, editedAt: now })
      .where(eq(keptMapping.id, found.id));
    return {
      result: name,
      changes: [{ subject: `keptMapping/${found.id}`, before: { name: found.name }, after: { name } }],
    };
  },
});
