import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import { type FieldFault, faultyInput } from '@/lib/errors';
import type { RuleInput } from '@/lib/monitoring/consequences/rules/rule-input';
import type { GradeName, RuleCondition, Shares } from '@/lib/monitoring/consequences/rules/words';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

type Fault = Pick<FieldFault, 'field' | 'key'>;
type Found = { group: boolean; indicator: boolean; scheme: string | null; grades: readonly GradeName[] | null };

type CheckedRule = Omit<RuleInput, 'condition' | 'shares'> & {
  readonly condition: RuleCondition;
  readonly shares: Shares | null;
};

/**
 * A rule whose grades are keys of its scheme, typed as keys or names. Refuses sequences, indicators, schemes and grades that there
 * are not, a scheme of another sequence, shares without grades, and a month before last year: all at once, each at its field.
 */
export async function checkedRule({ tx, now }: Work, typed: RuleInput): Promise<CheckedRule> {
  const faults: Fault[] = [];
  const { condition, shares, measure } = typed;
  const fault = (field: string, key: Fault['key']) => faults.push({ field, key });
  const indicator = 'indicator' in condition ? condition.indicator : '';
  const scheme = 'scheme' in condition ? condition.scheme : '';
  const [found] = await tx.execute<Found>(sql`
    select exists (select from peer_group where code = ${typed.group}) as "group",
      exists (select from indicator where code = ${indicator}) as indicator,
      (select peer_group_code from scheme where code = ${scheme}) as scheme,
      (select v.document -> 'grades' -> 'grades' from scheme_version v
        where v.scheme_code = ${scheme} and v.state <> 'draft' order by v.number desc limit 1) as grades`);
  if (!found?.group) fault('group', 'consequences.refused.noGroup');
  if (indicator !== '' && !found?.indicator) fault('condition.indicator', 'consequences.refused.noIndicator');
  if (scheme !== '' && found?.scheme !== typed.group) fault('condition.scheme', 'consequences.refused.noScheme');
  if (Number(typed.firstMonth.slice(0, 4)) < yearOf(now) - 1) fault('firstMonth', 'consequences.refused.past');
  const keyOf = (grade: string) =>
    found?.grades?.find(({ key, nameZh, nameEn }) => [key, nameZh, nameEn].includes(grade))?.key;
  const read = condition.kind === 'grades' ? withKeys(condition, keyOf) : condition;
  if (!read) fault('condition.grades', 'consequences.refused.noGrade');
  const byKey = shares && read?.kind === 'grades' ? sharesByKey(shares, read.grades, keyOf) : null;
  if (measure === 'outstandingShare' && condition.kind !== 'grades')
    fault('measure', 'consequences.refused.sharesNeedGrades');
  else if (measure === 'outstandingShare' && read && !byKey) fault('shares.byGrade', 'consequences.refused.noShares');
  if (faults.length > 0) throw faultyInput(faults);
  return { ...typed, condition: read ?? condition, shares: measure === 'outstandingShare' ? byKey : null };
}

type KeyOf = (grade: string) => string | undefined;

/** The condition with the keys of its grades; null for a grade that the scheme has not. */
function withKeys(condition: Extract<RuleCondition, { kind: 'grades' }>, keyOf: KeyOf): RuleCondition | null {
  const keys = condition.grades.flatMap((grade) => keyOf(grade) ?? []);
  return keys.length === condition.grades.length ? { ...condition, grades: [...new Set(keys)] } : null;
}

/** The shares by the keys of exactly the grades of the rule, each once; null for others. */
function sharesByKey(shares: Shares, grades: readonly string[], keyOf: KeyOf): Shares | null {
  const named = Object.entries(shares.byGrade).map(([grade, share]) => [keyOf(grade) ?? grade, share] as const);
  const byGrade = Object.fromEntries(named);
  return named.length === grades.length && grades.every((grade) => Object.hasOwn(byGrade, grade))
    ? { ...shares, byGrade }
    : null;
}
