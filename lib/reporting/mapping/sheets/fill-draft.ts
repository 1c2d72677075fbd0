import { createHash, randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { mappedSheet } from '@/db/schema/mapping';
import { upload } from '@/db/schema/reporting';
import { command, type Done } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { CollectionId } from '@/lib/reporting/collections/terms';
import { openReturns, ownUnit } from '@/lib/reporting/import/staging/queries';
import { countsOf, withChecks, writeUpload } from '@/lib/reporting/import/staging/write-upload';
import { draftRows } from '@/lib/reporting/mapping/draft-rows';
import { countUse } from '@/lib/reporting/mapping/kept/count-use';
import { SheetVersion } from '@/lib/reporting/mapping/mapping-input';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { lockedSheet, writeSheet } from '@/lib/reporting/mapping/sheets/locked-sheet';
import { mappableNames } from '@/lib/reporting/mapping/sheets/queries';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';

/**
 * Compares the figures of a sheet with the own unit's return for a collection, as an upload that waits to be committed:
 * its page shows what would change and what the checks find, and `upload.commit` writes it. Writes no figure. Refuses a
 * sheet without a figure that the return asks for, naming why.
 */
export const fillDraft = command({
  name: 'mapping.fill',
  input: SheetVersion.extend({ collectionId: CollectionId }),
  async run(work, { collectionId, ...shown }): Promise<Done<string>> {
    const { tx, principal, now } = work;
    const held = await lockedSheet(work, shown);
    const unit = await ownUnit(tx, principal);
    const returns = await openReturns(tx, principal, { named: [collectionId], now });
    const asked = returns.find((one) => one.collectionId === collectionId);
    if (!unit || !asked) throw new Refusal('notFound', 'noReturn');
    const sheet = sheetIn(held.sheet);
    const applied = readMapped(sheet, held.mapping, await mappableNames(principal, tx));
    const { rows, told } = draftRows(applied, asked, unit.code);
    if (rows.length === 0) {
      const of = applied.figures.filter(({ unitCode }) => unitCode === unit.code).length;
      throw new Refusal('invalid', 'mapping.refused.noneAsked', { field: 'collectionId', count: of });
    }
    const read = { template: 0, collectionId, told, rows: await withChecks(work, unit.code, [asked], rows) };
    const counts = countsOf(read);
    // Another sheet of the same file is another upload.
    const sha256 = createHash('sha256').update(`${held.sha256} ${held.id}`).digest('hex');
    const [before] = await tx
      .select({ id: upload.id })
      .from(upload)
      .where(and(eq(upload.orgUnitCode, unit.code), eq(upload.sha256, sha256), ne(upload.state, 'undone')));
    const [file] = await tx
      .select({ content: mappedSheet.content })
      .from(mappedSheet)
      .where(eq(mappedSheet.id, held.id));
    const id = before?.id ?? randomUUID();
    const whole = { name: held.fileName, content: file?.content ?? new Uint8Array(), sheet };
    await writeUpload(work, { id, unitCode: unit.code, sha256, file: whole, read, counts });
    const { added, changed, unchanged } = counts;
    const found = { unread: applied.refused.length, leftOut: applied.leftOut.length };
    await writeSheet(work, held, { uploadId: id, counts: { added, changed, unchanged, ...found } });
    if (held.uploadId === null) await countUse(work, held.keptId);
    const after = { fileName: held.fileName, sheetName: held.sheetName, ...counts, ...found };
    const changes = [
      { subject: `upload/${id}`, before: null, after },
      { subject: `mappedSheet/${held.id}`, before: null, after: { upload: id } },
    ] as const;
    return { result: id, changes };
  },
});
