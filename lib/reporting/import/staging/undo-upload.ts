import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { type LockedReturn, subjectOf } from '@/lib/reporting/entry/queries';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { finding } from '@/lib/reporting/import/staged-finding';
import { type LockedUpload, lockedUpload, touchedReturns } from '@/lib/reporting/import/staging/queries';

export type Undone = {
  readonly id: string;
  readonly undone: number;
  /** The names of the indicators whose figures were changed since, and therefore kept. */
  readonly kept: readonly string[];
};

/**
 * Undoes an upload: a figure unchanged since gets its earlier content, or is deleted when it had none; one changed
 * since is kept and named. Refused once a return was submitted for review.
 */
export const undoUpload = command({
  name: 'upload.undo',
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }): Promise<Done<Undone>> {
    const { tx, principal, now } = work;
    const one = await lockedUpload(tx, principal, id);
    if (one.state !== 'committed') throw new Refusal('conflict', 'imports.refused.notCommitted');
    const returns = await touchedReturns(tx, principal, id);
    await refuseSubmitted(work, one, returns);
    const kept = await keptNames(work, one);
    const undone = await restore(work, one);
    const which = sql`submission.org_unit_code = ${one.orgUnitCode} and submission.collection_id in
      (select collection_id from upload_row where upload_id = ${id} and kind in ('added', 'changed'))`;
    await recount(tx, which, sql`, saved_at = ${now.toISOString()}::timestamptz`);
    // The page of the upload lists the kept figures from now on.
    const told =
      kept.length > 0 ? [finding('notice', 'kept', '', { count: `${kept.length}`, names: firstNames(kept) })] : [];
    await tx.execute(sql`
      update upload set state = 'undone', undone_at = ${now.toISOString()}::timestamptz,
        findings = findings || ${JSON.stringify(told)}::jsonb where id = ${id}`);
    // The sheet that it was read from may be worked on again.
    await tx.execute(sql`update mapped_sheet set state = 'open', version = version + 1 where upload_id = ${id}`);
    const change = { before: { upload: id }, after: { undone, kept: kept.length } };
    const [first, ...others] = returns.map((touched) => ({ subject: subjectOf(touched), ...change }));
    const result = { id, undone, kept };
    return { result, changes: first ? [first, ...others] : [{ subject: `upload/${id}`, ...change }] };
  },
});

const firstNames = (names: readonly string[]) => `${names.slice(0, 20).join('、')}${names.length > 20 ? '…' : ''}`;

/** Refuses an undo after submission: reviewers must find the figures that were submitted. */
async function refuseSubmitted({ tx }: Work, one: LockedUpload, returns: readonly LockedReturn[]): Promise<void> {
  const [sent] = await tx.execute<{ collectionId: string }>(sql`
    select e.collection_id as "collectionId" from review_event e
    where e.org_unit_code = ${one.orgUnitCode} and e.kind = 'submitted'
      and e.at >= (select committed_at from upload where id = ${one.id})
      and e.collection_id in (select collection_id from upload_row where upload_id = ${one.id} and kind in ('added', 'changed'))
    limit 1`);
  if (!sent) return;
  const title = returns.find(({ collectionId }) => collectionId === sent.collectionId)?.collection.title ?? '';
  throw new Refusal('conflict', 'imports.refused.submitted', { title });
}

async function keptNames({ tx }: Work, one: LockedUpload): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select n.name_zh as name from upload_row r
    join indicator n on n.code = r.indicator_code
    left join submission_value v on v.org_unit_code = ${one.orgUnitCode} and v.collection_id = r.collection_id
      and v.indicator_code = r.indicator_code and v.period_code = r.period_code
    where r.upload_id = ${one.id} and r.kind in ('added', 'changed')
      and (v.upload_id, v.version) is distinct from (${one.id}, r.old_version + 1)
    order by r.row_number`);
  return rows.map(({ name }) => name);
}

/** Restores the figures that still have the upload's mark, which every later write removes. */
async function restore({ tx, principal, now }: Work, one: LockedUpload): Promise<number> {
  const same = sql`v.org_unit_code = ${one.orgUnitCode} and v.upload_id = ${one.id} and r.upload_id = ${one.id}
    and r.kind in ('added', 'changed') and v.collection_id = r.collection_id and v.indicator_code = r.indicator_code
    and v.period_code = r.period_code and v.version = r.old_version + 1`;
  const gone = await tx.execute(
    sql`delete from submission_value v using upload_row r where ${same} and r.old is null returning 1`,
  );
  const back = await tx.execute(sql`
    update submission_value v set typed = r.old ->> 'typed', value = (r.old ->> 'value')::numeric,
      decimals = (r.old ->> 'decimals')::int, qualifier = r.old ->> 'qualifier',
      qualifier_printed = r.old ->> 'qualifierPrinted', absence = r.old ->> 'absence',
      typed_yoy = r.old ->> 'typedYoy', reported_yoy = (r.old ->> 'reportedYoy')::numeric, note = r.old ->> 'note',
      source_text = r.old ->> 'sourceText', explanation = r.old ->> 'explanation', upload_id = null,
      version = v.version + 1, updated_by = ${principal.userId}, updated_at = ${now.toISOString()}::timestamptz
    from upload_row r where ${same} and r.old is not null returning 1`);
  return gone.length + back.length;
}
