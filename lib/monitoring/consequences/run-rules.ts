import { sql } from 'drizzle-orm';
import type { Change } from '@/lib/access/audit/record-event';
import type { Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { metBy } from '@/lib/monitoring/consequences/met/queries';
import { heldConsequenceRules } from '@/lib/monitoring/consequences/rules/queries';
import type { ConditionKind, HeldRule } from '@/lib/monitoring/consequences/rules/words';

type RanRule = Change & { readonly after: { readonly number: number; readonly newlyProposed: number } };

/**
 * Runs the rules that hold of these kinds over all that was told and published, in the transaction of the caller: what meets a
 * rule and was not proposed by it before is proposed, a statement a rule. Returns a change for each rule that proposed something.
 */
export async function runRules(work: Work, kinds: readonly ConditionKind[]): Promise<RanRule[]> {
  const rules = (await heldConsequenceRules(work)).filter(({ condition }) => kinds.includes(condition.kind));
  if (rules.length === 0) return [];
  // Two publications at once would each propose a streak that the other one prolongs.
  await work.tx.execute(sql`lock table consequence in share row exclusive mode`);
  const changes: RanRule[] = [];
  for (const rule of rules) {
    const proposed = await propose(work, rule);
    if (proposed > 0)
      changes.push({
        subject: `consequenceRules/${rule.code}`,
        before: null,
        after: { number: rule.number, newlyProposed: proposed },
      });
  }
  return changes;
}

/** Proposes what meets a rule and is new; returns how many that were. */
async function propose({ tx, principal, now }: Work, rule: HeldRule): Promise<number> {
  const { code, number, measure } = rule;
  const at = sql`${now.toISOString()}::timestamptz`;
  const made = await tx.execute(sql`
    with made as (
      insert into consequence (id, rule_code, rule_number, org_unit_code, key, met, measure, share, basis, state, proposed_at,
        version, updated_by, updated_at)
      select gen_random_uuid()::text, ${code}, ${number}::int, m.unit, m.key, m.met, ${measure}, m.share, m.basis, 'proposed',
        ${at}, 1, ${principal.userId}, ${at}
      from ${metBy(rule, todayOf({ now }))} m
      where not exists (select from consequence c where c.rule_code = ${code} and c.org_unit_code = m.unit
        and c.key collate "C" between m.first and m.last)
      -- Sorted, so that all is found before the first is stored: else each search would pass over what was just stored.
      order by m.unit, m.key
      on conflict do nothing
      returning *)
    insert into consequence_event (consequence_id, step, kind, facts, words, actor, at)
    select id, 1, 'propose', jsonb_build_object('rule', rule_code, 'number', rule_number, 'unit', org_unit_code, 'key', key,
      'met', met, 'measure', measure, 'share', share, 'basis', basis), '', updated_by, updated_at
    from made returning step`);
  return made.length;
}
