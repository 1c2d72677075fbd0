import { createHash, randomUUID } from 'node:crypto';
import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { upload } from '@/db/schema/reporting';
import { command, type Done, type Work } from '@/lib/access/command';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { CollectionId } from '@/lib/reporting/collections/terms';
import { type Interpreted, interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import { withoutOutdatedGrowth } from '@/lib/reporting/import/outdated-growth';
import { openReturns, ownUnit } from '@/lib/reporting/import/staging/queries';
import { countsOf, withChecks, writeUpload } from '@/lib/reporting/import/staging/write-upload';
import { identityIn } from '@/lib/reporting/import/template-identity';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import { type RowKind, rowKinds } from '@/lib/reporting/words';

/** A file with its parsed content; the caller has read it in a thread with limits. */
const File = z.strictObject({
  name: z.string().min(1).max(255),
  content: z.instanceof(Uint8Array),
  sheet: z.custom<FigureSheet>((value) => typeof value === 'object' && value !== null && 'marks' in value),
});

export type Staged = { readonly id: string; readonly counts: Readonly<Record<RowKind, number>> };

/**
 * Compares a file with the own unit's open returns and stores the result, without writing figures. The same file is the
 * same upload: sent again before its commit, it is compared anew; after the commit, the first result is returned.
 * Refuses what `interpretedSheet` refuses.
 */
export const stageUpload = command({
  name: 'upload.stage',
  input: z.strictObject({ collectionId: CollectionId.nullable(), file: File }),
  async run(work, { collectionId, file }): Promise<Done<Staged>> {
    const { tx, principal } = work;
    const unit = await ownUnit(tx, principal);
    if (!unit) throw new Refusal('notFound', 'noReturn');
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const before = await sameUpload(tx, unit.code, sha256);
    if (before && before.state !== 'staged') return { result: stagedIn(before), repeated: true };
    const read = await interpretFile(work, unit, collectionId, file.sheet);
    const counts = countsOf(read);
    const id = before?.id ?? randomUUID();
    await writeUpload(work, { id, unitCode: unit.code, sha256, file, read, counts });
    const result = { id, counts };
    if (before && sameCounts(stagedIn(before).counts, counts)) return { result, repeated: true };
    const after = { fileName: file.name, sha256, template: read.template, ...counts };
    return { result, changes: [{ subject: `upload/${id}`, before: before && stagedIn(before).counts, after }] };
  },
});

type Before = typeof upload.$inferSelect;

/** The valid upload of the same content, locked, so that the same file sent twice at once waits. */
async function sameUpload(tx: Tx, unitCode: string, sha256: string): Promise<Omit<Before, 'content'> | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${unitCode} ${sha256}`}, 0))`);
  const { content: _, ...columns } = getTableColumns(upload);
  const [row] = await tx
    .select(columns)
    .from(upload)
    .where(and(eq(upload.orgUnitCode, unitCode), eq(upload.sha256, sha256), ne(upload.state, 'undone')));
  return row ?? null;
}

const stagedIn = ({ id, added, changed, unchanged, faulty }: Pick<Before, 'id' | RowKind>): Staged => ({
  id,
  counts: { added, changed, unchanged, faulty },
});

const sameCounts = (one: Staged['counts'], other: Staged['counts']) =>
  rowKinds.every((kind) => one[kind] === other[kind]);

async function interpretFile(
  work: Work,
  unit: Named,
  collectionId: string | null,
  sheet: FigureSheet,
): Promise<Interpreted> {
  const { tx, principal, now } = work;
  const named = [collectionId, identityIn(sheet.identity)?.collectionId].flatMap((id) => id || []);
  const returns = await openReturns(tx, principal, { named, now });
  const read = interpretedSheet(sheet, { unit, collectionId, returns, names: await catalogueNames(tx) });
  const rows = await withChecks(work, unit.code, returns, withoutOutdatedGrowth(read.rows, sheet));
  return { ...read, rows };
}
