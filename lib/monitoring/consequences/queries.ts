import { and, eq, type SQL, sql } from 'drizzle-orm';
import { consequence } from '@/db/schema/consequences';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { toldStates } from '@/lib/monitoring/consequences/words';

/**
 * The condition for the consequences that somebody sees, of the relation `consequence` or another name of it: all for the office,
 * leaders and auditors; for a unit those about itself that were confirmed.
 */
export function inSight({ role, unitCode }: Principal, of: SQL = sql`consequence`): SQL {
  if (maySee(role, 'allConsequences')) return sql`true`;
  if (unitCode === null || !maySee(role, 'consequences')) return sql`false`;
  return sql`(${of}.org_unit_code = ${unitCode} and ${of}.state = any(${sql.param([...toldStates])}::text[]))`;
}

/** A consequence that a command works on, held until its end; one that the principal does not see is not found. */
export async function lockedConsequence(work: Work, id: string) {
  const [row] = await work.tx
    .select()
    .from(consequence)
    .where(and(eq(consequence.id, id), inSight(work.principal)))
    .for('update');
  if (!row) throw new Refusal('notFound', 'consequences.refused.none');
  const {
    ruleCode: rule,
    ruleNumber: number,
    orgUnitCode: unit,
    key,
    met,
    measure,
    share,
    basis,
    state,
    version,
  } = row;
  return { rule, number, unit, key, met, measure, share, basis, state, version };
}
