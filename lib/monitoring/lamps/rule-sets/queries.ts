import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { lampRuleSet } from '@/db/schema/lamps';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';

/** A set of rules that a command works on, held until its end. */
export async function lockedRuleSet(work: Work, code: string, number: number) {
  const [held] = await work.tx
    .select()
    .from(lampRuleSet)
    .where(and(eq(lampRuleSet.code, code), eq(lampRuleSet.number, number)))
    .for('update');
  if (!held) throw new Refusal('notFound', 'lamps.refused.noSet');
  return held;
}

type Told = Pick<
  typeof lampRuleSet.$inferSelect,
  'nameZh' | 'peerGroupCode' | 'indicators' | 'byEarlierYears' | 'rules' | 'validFrom' | 'validTo'
>;

/** What the audit trail says of a set of rules. */
export const toldRuleSet = ({ indicators, rules, validTo, ...row }: Told) => ({
  ...row,
  indicatorCodes: indicators,
  parameters: rules,
  ...(validTo && { validTo }),
});

/** Every set of rules that somebody may see, those of one sequence together, the newest number first. */
export async function ruleSetList(principal: Principal, code?: string): Promise<LampRuleSet[]> {
  if (readsNothing(principal) || !maySee(principal.role, 'lampRules')) return [];
  const seesDrafts = maySee(principal.role, 'lampRuleDrafts');
  const rows = await db().execute<LampRuleSet>(sql`
    select s.code, s.number, s.name_zh as "nameZh", s.peer_group_code as "group", g.name_zh as "groupZh",
      g.name_en as "groupEn", s.indicators, s.by_earlier_years as "byEarlierYears", s.rules,
      s.valid_from::text as "validFrom", s.valid_to::text as "validTo", s.state, s.edited_by as "editedBy",
      coalesce(e.name, s.edited_by) as editor, s.edited_at as "editedAt", coalesce(a.name, s.adopted_by) as adopter,
      s.adopted_at as "adoptedAt", coalesce(x.name, s.ended_by) as ender, s.ended_at as "endedAt",
      s.end_reason as "endReason", s.version
    from lamp_rule_set s
    join peer_group g on g.code = s.peer_group_code
    left join app_user e on e.id = s.edited_by
    left join app_user a on a.id = s.adopted_by
    left join app_user x on x.id = s.ended_by
    where (s.adopted_at is not null or ${seesDrafts}::boolean) and (${code ?? null}::text is null or s.code = ${code ?? null})
    order by g.sort_order, g.code, s.code, s.number desc`);
  // Moments come from such a statement as texts.
  const moment = (at: Date | null) => (at === null ? null : new Date(at));
  return rows.map((row) => ({
    ...row,
    ...{ editedAt: new Date(row.editedAt), adoptedAt: moment(row.adoptedAt), endedAt: moment(row.endedAt) },
  }));
}
