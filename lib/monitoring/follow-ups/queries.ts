import { and, eq, type SQL, sql } from 'drizzle-orm';
import { followUp, leaderRemark } from '@/db/schema/follow-ups';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';

/**
 * The condition for the follow-ups that somebody sees, of the relation `follow_up` or another name of it: all for the office,
 * leaders and auditors; for a unit those assigned to it, and those that it assists, also once they were dropped.
 */
export function inSight({ role, unitCode }: Principal, of: SQL = sql`follow_up`): SQL {
  if (maySee(role, 'allFollowUps')) return sql`true`;
  if (unitCode === null || !maySee(role, 'followUps')) return sql`false`;
  const isHandedOut = sql`(${of}.state <> 'dropped' or exists (select from follow_up_event handed
    where handed.follow_up_id = ${of}.id and handed.kind = 'assign'))`;
  return sql`(${of}.state <> 'raised' and ${isHandedOut} and (${of}.org_unit_code = ${unitCode} or ${of}.assisting ? ${unitCode}))`;
}

/** A follow-up that a command works on, held until its end; one that the principal does not see is not found. */
export async function lockedFollowUp(work: Work, id: string) {
  const { tx, principal } = work;
  const [row] = await tx
    .select()
    .from(followUp)
    .where(and(eq(followUp.id, id), inSight(principal)))
    .for('update');
  if (!row) throw new Refusal('notFound', 'followUps.refused.none');
  const { id: _, orgUnitCode: unit, updatedBy: _by, updatedAt: _at, ...held } = row;
  return { ...held, unit };
}

/** A remark that waits for the office, held until the end. Refuses one that a follow-up was raised from, and one that needs none. */
export async function lockedRemark(work: Work, id: string) {
  const { tx, principal } = work;
  const seen = maySee(principal.role, 'manageFollowUps') ? sql`true` : sql`false`;
  const [remark] = await tx
    .select()
    .from(leaderRemark)
    .where(and(eq(leaderRemark.id, id), seen))
    .for('update');
  if (!remark) throw new Refusal('notFound', 'followUps.refused.noOrigin');
  if (remark.followUpId !== null)
    throw new Refusal('conflict', 'followUps.refused.remarkTaken', { id: remark.followUpId });
  if (remark.answer !== null) throw new Refusal('conflict', 'followUps.refused.remarkAnswered');
  return remark;
}
