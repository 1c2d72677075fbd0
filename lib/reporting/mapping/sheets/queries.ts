import { type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { inReach, shownRevision } from '@/lib/observations/cited/queries';
import type { Vintage } from '@/lib/observations/words';
import type { ShownFigure } from '@/lib/reporting/mapping/compare-figures';
import { holderOf } from '@/lib/reporting/mapping/holder';
import type { MappableNames } from '@/lib/reporting/mapping/read-mapped';
import type { MappedFigure, MappedState, Mapping, ReadCounts } from '@/lib/reporting/mapping/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** The condition that a sheet or a kept mapping `m` is of the principal's own desk. */
export const ofOwnDesk = (principal: Principal): SQL => sql`m.holder = ${holderOf(principal)}`;

/** A sheet in the list of a desk. */
export type MappedLine = {
  readonly id: string;
  readonly state: MappedState;
  readonly fileName: string;
  readonly sheetName: string;
  readonly keptName: string | null;
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly batchId: string | null;
  readonly uploadId: string | null;
  readonly counts: ReadCounts | null;
  readonly version: number;
};

/** A sheet with all that is known about it. */
export type MappedView = MappedLine & {
  readonly otherSheets: readonly string[];
  /** The sheet as it was read, for `sheetIn`. */
  readonly sheet: string;
  readonly mapping: Mapping;
  readonly keptId: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly sourceCode: string | null;
  readonly vintage: Vintage | null;
  /** Document and vintage of the sheet that was recorded last with the same kept mapping; null for none. */
  readonly last: { readonly sourceCode: string; readonly vintage: Vintage } | null;
};

const lineColumns = sql`m.id, m.state, m.file_name as "fileName", m.sheet_name as "sheetName", k.name as "keptName",
  coalesce(e.name, m.edited_by) as "editedBy", m.edited_at as "editedAt", m.batch_id as "batchId",
  m.upload_id as "uploadId", m.counts, m.version`;
const lineTables = sql`mapped_sheet m left join kept_mapping k on k.id = m.kept_id left join app_user e on e.id = m.edited_by`;

/** The most sheets in a list of those that are done. */
const mostDone = 50;

/** The sheets of one's own desk that are open, or the last of those that are done, the last edited first. */
export async function mappedSheets(principal: Principal, which: 'open' | 'done'): Promise<MappedLine[]> {
  const rows = await db().execute<Omit<MappedLine, 'editedAt'> & { editedAt: string }>(sql`
    select ${lineColumns} from ${lineTables}
    where ${ofOwnDesk(principal)} and (m.state = 'open') = ${which === 'open'}
    order by m.edited_at desc, m.id limit ${which === 'open' ? 500 : mostDone}`);
  return rows.map((row) => ({ ...row, editedAt: new Date(row.editedAt) }));
}

/** The number of sheets in work at one's own desk. */
export async function openSheets(principal: Principal): Promise<number> {
  const [counted] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from mapped_sheet m where ${ofOwnDesk(principal)} and m.state = 'open'`);
  return counted?.count ?? 0;
}

/** A text that may be an id: others are not asked for. */
const isId = (id: string) => /^[\da-f-]{36}$/.test(id);

/** A sheet of one's own desk; null for none. */
export async function mappedSheet(principal: Principal, id: string): Promise<MappedView | null> {
  if (!isId(id)) return null;
  const [row] = await db().execute<
    Omit<MappedView, 'editedAt' | 'uploadedAt'> & { editedAt: string; uploadedAt: string }
  >(sql`
    select ${lineColumns}, m.other_sheets as "otherSheets", m.sheet, m.mapping, m.kept_id as "keptId",
      coalesce(u.name, m.uploaded_by) as "uploadedBy", m.uploaded_at as "uploadedAt", m.source_code as "sourceCode",
      m.vintage,
      (select jsonb_build_object('sourceCode', b.source_code, 'vintage', b.vintage) from mapped_sheet b
        where b.kept_id = m.kept_id and b.source_code is not null order by b.edited_at desc limit 1) as last
    from ${lineTables} left join app_user u on u.id = m.uploaded_by
    where m.id = ${id} and ${ofOwnDesk(principal)}`);
  return row ? { ...row, editedAt: new Date(row.editedAt), uploadedAt: new Date(row.uploadedAt) } : null;
}

/**
 * The condition that the principal works on a sheet `m`, or answers for all figures that were read of it, and so checks them
 * against it.
 */
const readableFile = (principal: Principal): SQL => sql`(${ofOwnDesk(principal)} or coalesce((
  select bool_and(${inReach(principal)}) from cited_figure c join indicator i on i.code = c.indicator_code
  where c.batch_id = m.batch_id), false))`;

/** The file of a sheet of one's own desk, unchanged; null for none. */
export async function mappedFile(
  principal: Principal,
  id: string,
): Promise<{ fileName: string; content: Uint8Array } | null> {
  return fileWhere(id, ofOwnDesk(principal));
}

/** The same of a sheet whose figures the principal checks as well. */
export async function checkedFile(
  principal: Principal,
  id: string,
): Promise<{ fileName: string; content: Uint8Array } | null> {
  return fileWhere(id, readableFile(principal));
}

async function fileWhere(id: string, condition: SQL): Promise<{ fileName: string; content: Uint8Array } | null> {
  if (!isId(id)) return null;
  const [row] = await db().execute<{ fileName: string; content: Buffer }>(
    sql`select m.file_name as "fileName", m.content from mapped_sheet m where m.id = ${id} and ${condition}`,
  );
  return row ?? null;
}

/** A sheet whose figures wait or waited for a second person; its page is for those of its desk alone. */
export type BatchSheet = { readonly id: string; readonly fileName: string; readonly isOwn: boolean };

/** The sheets that batches of cited figures were read from, by the batch; those that the principal may not read left out. */
export async function sheetsOfBatches(
  principal: Principal,
  batchIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, BatchSheet>> {
  const asked = [...new Set(batchIds.flatMap((one) => one ?? []))];
  if (asked.length === 0) return new Map();
  const rows = await db().execute<BatchSheet & { batchId: string }>(sql`
    select m.batch_id as "batchId", m.id, m.file_name as "fileName", ${ofOwnDesk(principal)} as "isOwn"
    from mapped_sheet m where m.batch_id = any(${sql.param(asked)}::text[]) and ${readableFile(principal)}`);
  return new Map(rows.map(({ batchId, ...sheet }) => [batchId, sheet]));
}

/** The names that a sheet is read against, and of each indicator whether its figures may be recorded by the principal. */
export async function mappableNames(principal: Principal, on: Tx | Database = db()): Promise<MappableNames> {
  const { units, indicators } = await catalogueNames(on);
  const rows = await on.execute<
    Omit<CheckedIndicator, 'nameZh' | 'nameEn'> & { isInReach: boolean; isComputed: boolean }
  >(sql`
    select i.code, i.unit_zh as "unitZh", i.unit_en as "unitEn", i.decimals, i.measure, i.direction, i.basis,
      ${principal.role === 'reporter' ? sql`true` : inReach(principal)} as "isInReach",
      exists (select from indicator_formula f where f.indicator_code = i.code) as "isComputed"
    from indicator i`);
  const measured = new Map(rows.map((row) => [row.code, row]));
  return {
    units,
    indicators: indicators.flatMap((entry) => {
      const found = measured.get(entry.code);
      return found ? [{ ...entry, ...found }] : [];
    }),
  };
}

/** What pages show now of figures that were read, by `figureKey`; those of which nothing is shown are left out. */
export async function shownFigures(
  principal: Principal,
  figures: readonly Pick<MappedFigure, 'indicatorCode' | 'unitCode' | 'periodCode'>[],
  on: Tx | Database = db(),
): Promise<ShownFigure[]> {
  const asked = figures.map(({ indicatorCode: i, unitCode: u, periodCode: p }) => ({ i, u, p }));
  return on.execute<ShownFigure>(sql`
    with asked as (select t.i as indicator_code, t.u as org_unit_code, t.p as period_code
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as t(i text, u text, p text))
    select asked.indicator_code as "indicatorCode", asked.org_unit_code as "unitCode", asked.period_code as "periodCode",
      shown.revision, shown.value::text as value, shown.decimals, shown.qualifier,
      (select u.valid_from::text from org_unit u where u.code = asked.org_unit_code) as "unitFrom",
      shown.qualifier_printed as "qualifierPrinted", shown.vintage, shown.reported_yoy::text as "reportedYoy",
      coalesce((select json_agg(json_build_object('rank', r.rank, 'scopeZh', r.scope_zh) order by r.scope_zh)
        from published_rank r where r.indicator_code = asked.indicator_code
          and r.org_unit_code = asked.org_unit_code and r.period_code = asked.period_code), '[]') as ranks
    from asked join indicator i on i.code = asked.indicator_code and ${inReach(principal)}
    left join ${shownRevision('asked', 'shown')} on true`);
}
