import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { isOpenAt } from '@/lib/reporting/collections/timeliness';
import { type LockedReturn, subjectOf, windowOf } from '@/lib/reporting/entry/queries';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { type LockedUpload, lockedUpload, touchedReturns } from '@/lib/reporting/import/staging/queries';
import { writableStates } from '@/lib/reporting/words';

export type Committed = {
  readonly id: string;
  readonly added: number;
  readonly changed: number;
  readonly committedAt: Date;
};

/**
 * Writes all changes of an upload into the own unit's returns, or nothing. A second commit returns the result of the
 * first. Refuses an upload with faulty rows, one that was undone, returns that may not be written now, and figures
 * changed since the comparison.
 */
export const commitUpload = command({
  name: 'upload.commit',
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }): Promise<Done<Committed>> {
    const { tx, principal, now } = work;
    const one = await lockedUpload(tx, principal, id);
    const { added, changed } = one;
    if (one.state === 'committed') {
      return { result: { id, added, changed, committedAt: one.committedAt ?? now }, repeated: true };
    }
    if (one.state === 'undone') throw new Refusal('conflict', 'imports.refused.undone');
    if (one.faulty > 0) throw new Refusal('conflict', 'imports.refused.faulty', { count: one.faulty });
    const returns = await touchedReturns(tx, principal, id);
    await refuseMoved(work, one, returns);
    await write(work, one);
    const which = sql`submission.org_unit_code = ${one.orgUnitCode} and submission.collection_id in
      (select collection_id from upload_row where upload_id = ${id} and kind in ('added', 'changed'))`;
    await recount(tx, which, sql`, saved_at = ${now.toISOString()}::timestamptz`);
    await tx.execute(sql`
      update upload set state = 'committed', committed_by = ${principal.userId},
        committed_at = ${now.toISOString()}::timestamptz where id = ${id}`);
    await tx.execute(sql`update mapped_sheet set state = 'recorded', version = version + 1 where upload_id = ${id}`);
    const after = { upload: id, fileName: one.fileName, added, changed };
    const [first, ...others] = returns.map((touched) => ({
      subject: subjectOf(touched),
      before: { filled: touched.filled },
      after,
    }));
    const result = { id, added, changed, committedAt: now };
    const changes = first
      ? ([first, ...others] as const)
      : ([{ subject: `upload/${id}`, before: null, after }] as const);
    return { result, changes };
  },
});

/** Refuses to overwrite figures that another person changed meanwhile, or that may no longer be written. */
async function refuseMoved({ tx, now }: Work, one: LockedUpload, returns: readonly LockedReturn[]): Promise<void> {
  const shut = returns.filter((touched) => !isOpenAt(windowOf(touched), now)).map(({ collectionId }) => collectionId);
  const moved = await tx.execute<{ name: string; collectionId: string; isShut: boolean }>(sql`
    select coalesce(n.name_zh, r.indicator_code) as name, r.collection_id as "collectionId",
      coalesce(v.version, 0) = r.old_version as "isShut"
    from upload_row r
    left join submission_value v on v.org_unit_code = ${one.orgUnitCode} and v.collection_id = r.collection_id
      and v.indicator_code = r.indicator_code and v.period_code = r.period_code
    left join indicator n on n.code = r.indicator_code
    where r.upload_id = ${one.id} and r.kind in ('added', 'changed')
      and (coalesce(v.version, 0) <> r.old_version
        or v.state <> all(${sql.param([...writableStates])}::text[])
        or (r.collection_id = any(${sql.param(shut)}::text[]) and coalesce(v.state, 'draft') = 'draft'))
    order by r.row_number`);
  const [first] = moved;
  if (!first) return;
  if (first.isShut) {
    const title = returns.find(({ collectionId }) => collectionId === first.collectionId)?.collection.title ?? '';
    throw new Refusal('conflict', 'imports.refused.shut', { title });
  }
  const names = moved.slice(0, 3).map(({ name }) => name);
  throw new Refusal('conflict', 'imports.refused.moved', { count: moved.length, names: names.join('、') });
}

async function write({ tx, principal, now }: Work, one: LockedUpload): Promise<void> {
  await tx.execute(sql`
    insert into submission_value as v (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, reported_yoy, note, source_text, explanation, state, upload_id,
      updated_by, updated_at)
    select ${one.orgUnitCode}, collection_id, indicator_code, period_code, typed, value, decimals, qualifier,
      qualifier_printed, absence, typed_yoy, reported_yoy, note, source_text, explanation, 'draft', ${one.id},
      ${principal.userId}, ${now.toISOString()}::timestamptz
    from upload_row where upload_id = ${one.id} and kind in ('added', 'changed')
    order by collection_id, indicator_code, period_code
    on conflict (org_unit_code, collection_id, indicator_code, period_code) do update set typed = excluded.typed,
      value = excluded.value, decimals = excluded.decimals, qualifier = excluded.qualifier,
      qualifier_printed = excluded.qualifier_printed, absence = excluded.absence, typed_yoy = excluded.typed_yoy,
      reported_yoy = excluded.reported_yoy, note = excluded.note, source_text = excluded.source_text,
      explanation = excluded.explanation, upload_id = excluded.upload_id, version = v.version + 1,
      updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
}
