import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { keptMapping } from '@/db/schema/mapping';
import { command, type Done } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { KeptName, keptNamed } from '@/lib/reporting/mapping/kept/locked-kept';
import { SheetVersion } from '@/lib/reporting/mapping/mapping-input';
import { keptOf, shapeOf } from '@/lib/reporting/mapping/shape';
import { lockedSheet, writeSheet } from '@/lib/reporting/mapping/sheets/locked-sheet';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';

/**
 * Keeps the mapping of an open sheet under a name, for the sheets of its shape that come in other months. The one that
 * the sheet began with is replaced under its own name; the name of another one is refused.
 */
export const keepMapping = command({
  name: 'mapping.keep',
  input: SheetVersion.extend({ name: KeptName }),
  async run(work, { name, ...shown }): Promise<Done<string>> {
    const { tx, principal, now } = work;
    const held = await lockedSheet(work, shown);
    const { holder, mapping } = held;
    const taken = await keptNamed(work, holder, name);
    if (taken && taken.id !== held.keptId)
      throw new Refusal('conflict', 'mapping.refused.nameTaken', { field: 'name' });
    const sheet = sheetIn(held.sheet);
    const id = taken?.id ?? randomUUID();
    const kept = {
      shape: shapeOf(sheet, { from: mapping.headFrom - 1, to: mapping.headTo - 1 }, mapping),
      mapping: keptOf(sheet, mapping),
      ...{ editedBy: principal.userId, editedAt: now },
    };
    await tx
      .insert(keptMapping)
      .values({ id, holder, name, ...kept })
      .onConflictDoUpdate({ target: keptMapping.id, set: { ...kept, version: sql`${keptMapping.version} + 1` } });
    await writeSheet(work, held, { keptId: id });
    const after = { name, fileName: held.fileName, sheetName: held.sheetName };
    return { result: held.id, changes: [{ subject: `keptMapping/${id}`, before: taken ? { name } : null, after }] };
  },
});
