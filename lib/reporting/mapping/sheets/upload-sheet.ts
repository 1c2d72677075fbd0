import { createHash, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { mappedSheet } from '@/db/schema/mapping';
import { command, type Done } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { begunMapping } from '@/lib/reporting/mapping/begin-mapping';
import { holderOf } from '@/lib/reporting/mapping/holder';
import { keptShapes } from '@/lib/reporting/mapping/kept/queries';
import { sheetInput } from '@/lib/reporting/mapping/sheet-input';
import { mappableNames } from '@/lib/reporting/mapping/sheets/queries';
import { longestStored, storedSheet } from '@/lib/reporting/mapping/stored-sheet';

/**
 * Keeps a sheet as it came, with what it probably means: what a kept mapping of its shape says, else what is proposed.
 * The same file that is still open is opened again, with all that was done to it. Writes no figure.
 */
export const uploadSheet = command({
  name: 'mapping.upload',
  input: z.strictObject({
    fileName: z.string().min(1).max(255),
    content: z.instanceof(Uint8Array),
    sheet: sheetInput,
  }),
  async run({ tx, principal, now }, { fileName, content, sheet }): Promise<Done<string>> {
    const holder = holderOf(principal);
    if (holder === null) throw new Refusal('notFound', 'mapping.refused.noDesk');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [before] = await tx
      .select({ id: mappedSheet.id })
      .from(mappedSheet)
      .where(and(eq(mappedSheet.holder, holder), eq(mappedSheet.sha256, sha256), eq(mappedSheet.state, 'open')));
    if (before) return { result: before.id, repeated: true };
    const stored = storedSheet(sheet);
    if (stored.length > longestStored) throw new Refusal('limit', 'mapping.refused.tooLarge', { field: 'file' });
    const kept = await keptShapes(tx, principal);
    const names = await mappableNames(principal, tx);
    const begun = begunMapping(sheet, { kept, names, ownUnit: principal.unitCode });
    const id = randomUUID();
    await tx.insert(mappedSheet).values({
      ...{ id, holder, fileName, sha256, content, sheet: stored, ...begun },
      ...{ sheetName: sheet.sheet.name, otherSheets: sheet.sheet.others },
      ...{ uploadedBy: principal.userId, uploadedAt: now, editedBy: principal.userId, editedAt: now },
    });
    const keptName = kept.find((one) => one.id === begun.keptId)?.name;
    const after = { fileName, sha256, sheetName: sheet.sheet.name, ...(keptName !== undefined && { keptName }) };
    return { result: id, changes: [{ subject: `mappedSheet/${id}`, before: null, after }] };
  },
});
