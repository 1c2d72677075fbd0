import { and, eq, type SQL, sql } from 'drizzle-orm';
import { followUp } from '@/db/schema/follow-ups';
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
