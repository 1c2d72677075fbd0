import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { inReach } from '@/lib/observations/cited/queries';
import { mostDecided } from '@/lib/observations/cited/words';

/** Waiting figures to decide: one by one in the versions that the page showed, or a whole file of so many. */
export const ChosenCited = z.strictObject({
  figures: z.array(z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/), version: z.int().min(1) })).max(mostDecided),
  batchId: z.string().max(300),
  /** The number of figures of the file that the page showed. */
  count: z.int().min(0).nullable(),
});

export type ChosenRow = {
  readonly id: string;
  readonly kind: 'record' | 'withdraw';
  readonly indicatorCode: string;
  readonly orgUnitCode: string;
  readonly periodCode: string;
  readonly value: string | null;
  readonly vintage: string;
  readonly rank: number | null;
  readonly replaces: number | null;
  readonly batchId: string | null;
  readonly recordedBy: string;
  readonly reason: string;
};

/**
 * The chosen figures, locked until the transaction ends. Refuses none at all, those out of reach, and those that somebody
 * decided meanwhile; figures of a file are decided together.
 */
export async function chosenCited(work: Work, asked: z.output<typeof ChosenCited>): Promise<ChosenRow[]> {
  const { tx, principal } = work;
  const isBatch = asked.batchId !== '';
  if (!isBatch && asked.figures.length === 0) {
    throw new Refusal('invalid', 'cited.refused.noneChosen', { field: 'figures' });
  }
  const versions = new Map(asked.figures.map(({ id, version }) => [id, version]));
  const which = isBatch
    ? sql`c.batch_id = ${asked.batchId} and c.state = 'waiting'`
    : sql`c.id = any(${sql.param([...versions.keys()])}::text[])`;
  const rows = await tx.execute<ChosenRow & { state: string; version: number; isInReach: boolean }>(sql`
    select c.id, c.kind, c.indicator_code as "indicatorCode", c.org_unit_code as "orgUnitCode",
      c.period_code as "periodCode", c.value::text as value, c.vintage, c.rank, c.replaces, c.batch_id as "batchId",
      c.recorded_by as "recordedBy", c.reason, c.state, c.version, ${inReach(principal)} as "isInReach"
    from cited_figure c join indicator i on i.code = c.indicator_code
    where ${which} order by c.id for update of c`);
  if (rows.some((row) => !row.isInReach)) throw new Refusal('notFound', 'cited.refused.notYours');
  const expected = isBatch ? asked.count : versions.size;
  const isOld = (row: (typeof rows)[number]) =>
    row.state !== 'waiting' || (!isBatch && row.version !== versions.get(row.id));
  if (rows.length === 0 || rows.length !== expected || rows.some(isOld)) {
    throw new Refusal('conflict', 'cited.refused.decided');
  }
  if (!isBatch && rows.some(({ batchId }) => batchId !== null)) {
    throw new Refusal('invalid', 'cited.refused.wholeBatch');
  }
  return rows;
}

/** Marks chosen figures as decided. */
export async function closeCited(
  { tx, principal, now }: Work,
  rows: readonly ChosenRow[],
  { state, decision }: { state: 'confirmed' | 'refused' | 'takenBack'; decision: string },
): Promise<void> {
  await tx.execute(sql`
    update cited_figure set state = ${state}, decision = ${decision}, decided_by = ${principal.userId},
      decided_at = ${now.toISOString()}::timestamptz, version = version + 1
    where id = any(${sql.param(rows.map(({ id }) => id))}::text[])`);
}
