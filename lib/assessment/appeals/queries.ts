import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { appeal } from '@/db/schema/appeals';
import { run } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Appeal } from '@/lib/assessment/appeals/words';
import { lastDayToAppeal } from '@/lib/assessment/publicity/days';
import { publicityOf } from '@/lib/assessment/publicity/queries';
import { inSight as runInSight } from '@/lib/assessment/queries';
import { Refusal } from '@/lib/errors';
import { settings } from '@/lib/settings';

/**
 * The condition for the appeals that somebody sees, of the relation `appeal` or another name of it: all for the office,
 * leaders and auditors; for a unit its own.
 */
export function inSight({ role, unitCode }: Principal, of: SQL = sql`appeal`): SQL {
  if (maySee(role, 'allAppeals')) return sql`true`;
  if (unitCode === null || !maySee(role, 'appeals')) return sql`false`;
  return sql`${of}.org_unit_code = ${unitCode}`;
}

/** An appeal as the steps know it, of its row. */
export function heldIn(row: typeof appeal.$inferSelect): Appeal {
  const { id: _, runId, orgUnitCode: unit, filedAt: _at, updatedBy: _by, updatedAt: _then, ...held } = row;
  return { ...held, run: runId, unit };
}

/**
 * An appeal that a command works on, held until its end, with its moment and the publisher of its run; one that the principal
 * does not see is not found.
 */
export async function lockedAppeal(work: Work, id: string) {
  const { tx, principal } = work;
  const [row] = await tx
    .select()
    .from(appeal)
    .where(and(eq(appeal.id, id), inSight(principal)))
    .for('update');
  if (!row) throw new Refusal('notFound', 'appeals.refused.none');
  const [of] = await tx.select({ publisher: run.publishedBy }).from(run).where(eq(run.id, row.runId));
  return { held: heldIn(row), publisher: of?.publisher ?? null };
}

/** The last day on which units may appeal about a run that is published; null for any other one. */
export async function appealsUntil(
  principal: Principal,
  runId: string,
  { tx, policy }: Pick<Work, 'policy'> & { readonly tx?: Tx } = { policy: settings() },
): Promise<string | null> {
  const on = tx ?? db();
  const [[found], announced] = await Promise.all([
    on
      .select({ publishedAt: run.publishedAt, appealsUntil: run.appealsUntil })
      .from(run)
      .where(and(eq(run.id, runId), eq(run.state, 'published'), runInSight(principal))),
    publicityOf(principal, runId, on),
  ]);
  if (!found?.publishedAt) return null;
  return lastDayToAppeal({ ...found, publishedAt: found.publishedAt }, announced, policy.appealDays);
}
