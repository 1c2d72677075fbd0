import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { upload } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { type PreviewRow, type RowFilter, rowsOnPage, type UploadView } from '@/lib/reporting/import/preview/words';
import type { RowKind } from '@/lib/reporting/words';

/**
 * Whether a text may be an id: others are not queried, since the database refuses some texts that an address may
 * contain.
 */
const isId = (id: string) => /^[\da-f-]{36}$/.test(id);

/** An upload of the principal's own unit; null for none. */
export async function uploadView(principal: Principal, id: string): Promise<UploadView | null> {
  if (!isId(id)) return null;
  const [row] = await db().execute<
    Omit<UploadView, 'uploadedAt' | 'committedAt' | 'undoneAt'> & {
      uploadedAt: string;
      committedAt: string | null;
      undoneAt: string | null;
    }
  >(sql`
    select u.id, u.file_name as "fileName", u.format, u.encoding, u.template, u.state, u.added, u.changed, u.unchanged,
      u.faulty, u.uploaded_at as "uploadedAt", coalesce(a.name, '') as by, u.committed_at as "committedAt",
      c.name as "committedBy", u.undone_at as "undoneAt", u.findings as told,
      (select count(*)::int from upload_row r where r.upload_id = u.id and r.findings <> '[]') as findings,
      (select m.id from mapped_sheet m where m.upload_id = u.id limit 1) as "mappedId",
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title) order by k.due_at, k.id), '[]')
        from collection k where k.id = u.collection_id
          or k.id in (select r.collection_id from upload_row r where r.upload_id = u.id)) as collections
    from upload u
    left join app_user a on a.id = u.uploaded_by
    left join app_user c on c.id = u.committed_by
    where u.id = ${id} and u.org_unit_code = ${principal.unitCode}`);
  if (!row) return null;
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...row,
    uploadedAt: new Date(row.uploadedAt),
    committedAt: moment(row.committedAt),
    undoneAt: moment(row.undoneAt),
  };
}

const previewColumns = sql`
  select r.row_number as "rowNumber", r.address, r.kind, r.indicator_code as "indicatorCode",
    r.period_code as "periodCode", r.typed, r.typed_yoy as "typedYoy", r.note, r.source_text as "sourceText",
    r.explanation, r.value::text, r.decimals, r.qualifier, r.qualifier_printed as "qualifierPrinted", r.absence,
    r.reported_yoy::text as "reportedYoy", r.old, r.findings,
    (r.value - (r.old ->> 'value')::numeric)::text as difference,
    case when n.code is null then null else jsonb_build_object('code', n.code, 'nameZh', n.name_zh, 'nameEn', n.name_en,
      'unitZh', n.unit_zh, 'unitEn', n.unit_en, 'decimals', n.decimals, 'measure', n.measure, 'direction', n.direction,
      'basis', n.basis) end as indicator
  from upload_row r
  join upload u on u.id = r.upload_id
  left join indicator n on n.code = r.indicator_code`;

/** One page of the rows of an upload of the own unit, in the order of the sheet; pages count from 1. */
export async function previewRows(
  principal: Principal,
  id: string,
  { filter, page }: { filter: RowFilter; page: number },
): Promise<PreviewRow[]> {
  const kind: SQL =
    filter === 'all' ? sql`true` : filter === 'findings' ? sql`r.findings <> '[]'` : sql`r.kind = ${filter}`;
  return db().execute<PreviewRow>(sql`${previewColumns}
    where r.upload_id = ${id} and u.org_unit_code = ${principal.unitCode} and ${kind}
    order by r.row_number limit ${rowsOnPage} offset ${(page - 1) * rowsOnPage}`);
}

/** Every row of an upload of the own unit that has findings. */
export async function foundRows(
  principal: Principal,
  id: string,
): Promise<Pick<PreviewRow, 'rowNumber' | 'address' | 'indicatorCode' | 'periodCode' | 'findings'>[]> {
  return db().execute(sql`
    select r.row_number as "rowNumber", r.address, r.indicator_code as "indicatorCode",
      r.period_code as "periodCode", r.findings
    from upload_row r join upload u on u.id = r.upload_id
    where r.upload_id = ${id} and u.org_unit_code = ${principal.unitCode} and r.findings <> '[]'
    order by r.row_number`);
}

export type RecentUpload = Readonly<Record<RowKind, number>> & {
  readonly id: string;
  readonly fileName: string;
  readonly state: UploadView['state'];
  readonly uploadedAt: Date;
  readonly by: string;
};

/** The last uploads of the own unit, newest first. */
export async function recentUploads(principal: Principal): Promise<RecentUpload[]> {
  if (!principal.unitCode) return [];
  return db()
    .select({
      id: upload.id,
      fileName: upload.fileName,
      state: upload.state,
      uploadedAt: upload.uploadedAt,
      by: sql<string>`coalesce(${appUser.name}, '')`,
      added: upload.added,
      changed: upload.changed,
      unchanged: upload.unchanged,
      faulty: upload.faulty,
    })
    .from(upload)
    .leftJoin(appUser, eq(appUser.id, upload.uploadedBy))
    .where(eq(upload.orgUnitCode, principal.unitCode))
    .orderBy(desc(upload.uploadedAt))
    .limit(10);
}

export type UploadedFile = {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly collectionId: string | null;
};

/** The file of an upload of the own unit, unchanged; null for none. */
export async function uploadedFile(principal: Principal, id: string): Promise<UploadedFile | null> {
  if (!isId(id)) return null;
  const [row] = await db()
    .select({ fileName: upload.fileName, content: upload.content, collectionId: upload.collectionId })
    .from(upload)
    .where(and(eq(upload.id, id), eq(upload.orgUnitCode, principal.unitCode ?? '')));
  return row ?? null;
}

/** The first bytes of an upload of the own unit, by which a person checks the guessed encoding. */
export async function firstBytes(principal: Principal, id: string): Promise<Uint8Array> {
  const [row] = await db().execute<{ bytes: Buffer }>(sql`
    select substring(content from 1 for 4096) as bytes from upload
    where id = ${id} and org_unit_code = ${principal.unitCode}`);
  return row?.bytes ?? new Uint8Array();
}
