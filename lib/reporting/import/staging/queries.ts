import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { collection } from '@/db/schema/collections';
import { submission, upload } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { mayWrite } from '@/lib/reporting/collections/timeliness';
import type { LockedReturn } from '@/lib/reporting/entry/queries';
import { definitionPrint } from '@/lib/reporting/import/queries';
import type { OpenFigure, OpenReturn, StagedOld } from '@/lib/reporting/import/words';
import type { CheckedIndicator, CollectionState, FigureState, UploadState } from '@/lib/reporting/words';

export type OwnUnit = Named;

/** The unit that the principal works for; null without one. */
export async function ownUnit(tx: Tx, principal: Principal): Promise<OwnUnit | null> {
  const [unit] = await tx.execute<OwnUnit>(
    sql`select code, name_zh as "nameZh", name_en as "nameEn" from org_unit where code = ${principal.unitCode}`,
  );
  return unit ?? null;
}

type FigureRow = {
  collectionId: string;
  title: string;
  collectionPeriod: string;
  collectionState: CollectionState;
  opensAt: string;
  dueAt: string;
  graceUntil: string;
  extendedUntil: string | null;
  indicatorCode: string;
  periodCode: string;
  isRequired: boolean;
  indicator: CheckedIndicator;
  definition: string;
  state: FigureState | null;
  version: number | null;
  old: StagedOld | null;
};

/**
 * The own unit's returns that an uploaded sheet may be for, by deadline: all that can be written now, and the named
 * ones in any case.
 */
export async function openReturns(
  tx: Tx,
  principal: Principal,
  { named, now }: { named: readonly string[]; now: Date },
): Promise<OpenReturn[]> {
  const at = now.toISOString();
  const rows = await tx.execute<FigureRow>(sql`
    select c.id as "collectionId", c.title, c.period_code as "collectionPeriod", c.state as "collectionState",
      c.opens_at as "opensAt", c.due_at as "dueAt", c.grace_until as "graceUntil", s.extended_until as "extendedUntil",
      i.indicator_code as "indicatorCode", i.period_code as "periodCode", i.is_required as "isRequired",
      jsonb_build_object('code', n.code, 'nameZh', n.name_zh, 'nameEn', n.name_en, 'unitZh', n.unit_zh,
        'unitEn', n.unit_en, 'decimals', n.decimals, 'measure', n.measure, 'direction', n.direction, 'basis', n.basis)
        as indicator, ${definitionPrint} as definition,
      v.state, v.version,
      case when v.version is null then null else jsonb_build_object('typed', v.typed, 'typedYoy', v.typed_yoy,
        'note', v.note, 'sourceText', v.source_text, 'explanation', v.explanation, 'value', v.value::text,
        'decimals', v.decimals, 'qualifier', v.qualifier, 'qualifierPrinted', v.qualifier_printed,
        'absence', v.absence, 'reportedYoy', v.reported_yoy::text) end as old
    from submission s
    join collection c on c.id = s.collection_id
    join collection_item i on i.collection_id = c.id
    join indicator n on n.code = i.indicator_code
    left join submission_value v on v.org_unit_code = s.org_unit_code and v.collection_id = c.id
      and v.indicator_code = i.indicator_code and v.period_code = i.period_code
    where s.org_unit_code = ${principal.unitCode}
      and (c.id = any(${sql.param([...named])}::text[]) or s.returned > 0
        or (c.state = 'open' and c.opens_at <= ${at}::timestamptz
          and greatest(c.grace_until, s.extended_until) >= ${at}::timestamptz)
        or exists (select from submission_value r where r.org_unit_code = s.org_unit_code
          and r.collection_id = c.id and r.state = 'reopened'))
    order by c.due_at, c.id, i.sort_order`);
  const returns = new Map<string, OpenReturn & { figures: OpenFigure[] }>();
  for (const row of rows) {
    const { collectionId, title, collectionPeriod } = row;
    const one = returns.get(collectionId) ?? { collectionId, title, periodCode: collectionPeriod, figures: [] };
    one.figures.push(openFigure(row, now));
    returns.set(collectionId, one);
  }
  return [...returns.values()];
}

function openFigure(row: FigureRow, now: Date): OpenFigure {
  const { indicatorCode, periodCode, isRequired, indicator, definition, state, old } = row;
  const window = {
    collectionState: row.collectionState,
    opensAt: new Date(row.opensAt),
    dueAt: new Date(row.dueAt),
    graceUntil: new Date(row.graceUntil),
    extendedUntil: row.extendedUntil ? new Date(row.extendedUntil) : null,
  };
  return {
    indicatorCode,
    periodCode,
    isRequired,
    indicator,
    definition,
    old,
    version: row.version ?? 0,
    isWritable: mayWrite(window, state, now),
    isLocked: state === 'submitted' || state === 'approved',
  };
}

/** An upload of the own unit, locked until the transaction ends. */
export type LockedUpload = {
  readonly id: string;
  readonly orgUnitCode: string;
  readonly fileName: string;
  readonly state: UploadState;
  readonly added: number;
  readonly changed: number;
  readonly faulty: number;
  readonly committedAt: Date | null;
};

/** Locks an upload of the principal's own unit; that of another unit is not found. */
export async function lockedUpload(tx: Tx, principal: Principal, id: string): Promise<LockedUpload> {
  // The planner has no statistics of rows that were just staged, expects one, and would compare each of 5,000 with
  // every figure of the unit; a hash join is right.
  await tx.execute(sql`set local enable_nestloop = off`);
  const [row] = await tx
    .select({
      id: upload.id,
      orgUnitCode: upload.orgUnitCode,
      fileName: upload.fileName,
      state: upload.state,
      added: upload.added,
      changed: upload.changed,
      faulty: upload.faulty,
      committedAt: upload.committedAt,
    })
    .from(upload)
    .where(and(eq(upload.id, id), eq(upload.orgUnitCode, principal.unitCode ?? '')))
    .for('update');
  if (!row) throw new Refusal('notFound', 'imports.refused.noUpload');
  return row;
}

/** The returns that a commit of the upload would change, locked in one order to prevent deadlocks. */
export async function touchedReturns(tx: Tx, principal: Principal, uploadId: string): Promise<LockedReturn[]> {
  const rows = await tx
    .select({ return: submission, collection })
    .from(submission)
    .innerJoin(collection, eq(collection.id, submission.collectionId))
    .where(
      and(
        eq(submission.orgUnitCode, principal.unitCode ?? ''),
        sql`${submission.collectionId} in (select collection_id from upload_row
          where upload_id = ${uploadId} and kind in ('added', 'changed'))`,
      ),
    )
    .orderBy(submission.collectionId)
    .for('update', { of: submission });
  return rows.map((row) => ({ ...row.return, collection: row.collection }));
}
