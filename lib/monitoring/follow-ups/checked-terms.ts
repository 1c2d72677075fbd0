import { eq, sql } from 'drizzle-orm';
import { indicator } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { type FieldFault, faultyInput } from '@/lib/errors';
import type { TermsInput } from '@/lib/monitoring/follow-ups/follow-up-input';
import type { FollowUpTerms } from '@/lib/monitoring/follow-ups/words';
import { readTarget } from '@/lib/monitoring/targets/read-target';

type Fault = Pick<FieldFault, 'field' | 'key'>;

/**
 * The terms of a follow-up with the value of its condition as a decimal. Refuses units and indicators that there are not, a
 * value that is no number, and a day that is over: all of them at once, each at its field.
 */
export async function checkedTerms(work: Work, asked: TermsInput): Promise<FollowUpTerms> {
  const faults: Fault[] = [];
  const { condition } = asked;
  const codes = [asked.unit, ...asked.assisting, ...(condition ? [condition.unit] : [])];
  const units = await work.tx.execute<{ code: string }>(
    sql`select code from org_unit where code = any(${sql.param([...new Set(codes)])}::text[])`,
  );
  const isUnit = (code: string) => units.some((one) => one.code === code);
  if (!isUnit(asked.unit)) faults.push({ field: 'unit', key: 'followUps.refused.noUnit' });
  if (!asked.assisting.every(isUnit)) faults.push({ field: 'assisting', key: 'followUps.refused.noUnit' });
  if (asked.dueOn < todayOf(work)) faults.push({ field: 'dueOn', key: 'followUps.refused.pastDue' });
  const value = condition && (await conditionValue(work, condition));
  if (condition && !isUnit(condition.unit)) faults.push({ field: 'condition.unit', key: 'followUps.refused.noUnit' });
  if (value && 'field' in value) faults.push(value);
  if (faults.length > 0) throw faultyInput(faults);
  return {
    ...asked,
    assisting: asked.assisting.filter((code) => code !== asked.unit),
    condition: condition && value && 'read' in value ? { ...condition, value: value.read } : null,
  };
}

async function conditionValue(
  { tx }: Work,
  condition: NonNullable<TermsInput['condition']>,
): Promise<{ read: string } | Fault> {
  const [found] = await tx.select().from(indicator).where(eq(indicator.code, condition.indicator));
  if (!found) return { field: 'condition.indicator', key: 'followUps.refused.noIndicator' };
  const read = readTarget(condition.value, found);
  if ('fault' in read || read.value === null) return { field: 'condition.value', key: 'followUps.refused.noNumber' };
  return { read: read.value };
}
