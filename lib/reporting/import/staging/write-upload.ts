import { sql } from 'drizzle-orm';
import { upload } from '@/db/schema/reporting';
import type { Work } from '@/lib/access/command';
import { checkedRows } from '@/lib/reporting/import/checked-rows';
import type { Interpreted } from '@/lib/reporting/import/interpret-sheet';
import type { OpenReturn, StagedRow } from '@/lib/reporting/import/words';
import { checkContext } from '@/lib/reporting/rules/queries';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import type { RowKind } from '@/lib/reporting/words';

/** The rows with the findings of the checks for the returns that they would change. */
export async function withChecks(
  { tx, principal }: Work,
  unitCode: string,
  returns: readonly OpenReturn[],
  rows: readonly StagedRow[],
): Promise<StagedRow[]> {
  const touched = returns.filter((one) => rows.some((row) => row.collectionId === one.collectionId));
  const items = touched.flatMap(({ figures }) => figures);
  return checkedRows(rows, touched, await checkContext(principal, { unitCode, items }, tx));
}

/** How many rows have which effect. */
export function countsOf({ rows }: Pick<Interpreted, 'rows'>): Readonly<Record<RowKind, number>> {
  const counts = { added: 0, changed: 0, unchanged: 0, faulty: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

type Written = {
  readonly id: string;
  readonly unitCode: string;
  readonly sha256: string;
  readonly file: { readonly name: string; readonly content: Uint8Array; readonly sheet: FigureSheet };
  readonly read: Interpreted;
  readonly counts: Readonly<Record<RowKind, number>>;
};

/** Stores a file that waits to be committed, with its rows; the rows of an earlier comparison are replaced. */
export async function writeUpload(
  { tx, principal, now }: Work,
  { id, unitCode, sha256, file, read, counts }: Written,
): Promise<void> {
  const { sheet } = file;
  const values = {
    collectionId: read.collectionId,
    fileName: file.name,
    format: sheet.format,
    encoding: sheet.encoding ?? null,
    template: read.template,
    ...counts,
    findings: read.told,
    uploadedBy: principal.userId,
    uploadedAt: now,
  };
  await tx
    .insert(upload)
    .values({ id, orgUnitCode: unitCode, sha256, content: file.content, ...values })
    .onConflictDoUpdate({ target: upload.id, set: values });
  await tx.execute(sql`delete from upload_row where upload_id = ${id}`);
  await tx.execute(sql`
    insert into upload_row (upload_id, row_number, address, kind, collection_id, indicator_code, period_code, typed,
      value, decimals, qualifier, qualifier_printed, absence, typed_yoy, reported_yoy, note, source_text, explanation,
      old, old_version, findings)
    select ${id}, "rowNumber", address, kind, "collectionId", "indicatorCode", "periodCode", typed, value, decimals,
      qualifier, "qualifierPrinted", absence, "typedYoy", "reportedYoy", note, "sourceText", explanation,
      nullif(old, 'null'::jsonb), "oldVersion", findings
    from jsonb_to_recordset(${JSON.stringify(read.rows)}::jsonb) as t("rowNumber" int, address text, kind text,
      "collectionId" text, "indicatorCode" text, "periodCode" text, typed text, value numeric, decimals int,
      qualifier text, "qualifierPrinted" text, absence text, "typedYoy" text, "reportedYoy" numeric, note text,
      "sourceText" text, explanation text, old jsonb, "oldVersion" int, findings jsonb)`);
}
