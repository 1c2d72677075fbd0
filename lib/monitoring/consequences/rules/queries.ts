import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { consequenceRule } from '@/db/schema/consequences';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { ConsequenceRule, HeldRule } from '@/lib/monitoring/consequences/rules/words';

/** A rule that a command works on, held until its end. */
export async function lockedRule(work: Work, code: string, number: number) {
  const [held] = await work.tx
    .select()
    .from(consequenceRule)
    .where(and(eq(consequenceRule.code, code), eq(consequenceRule.number, number)))
    .for('update');
  if (!held) throw new Refusal('notFound', 'consequences.refused.noRule');
  return held;
}

type Told = Pick<
  typeof consequenceRule.$inferSelect,
  'nameZh' | 'nameEn' | 'peerGroupCode' | 'condition' | 'measure' | 'shares' | 'validFrom'
>;

/** What the audit trail says of a rule. */
export const toldRule = ({ nameZh, nameEn, peerGroupCode, condition, measure, shares, validFrom }: Told) => ({
  ...{ nameZh, nameEn, peerGroupCode, parameters: condition, proposes: measure, validFrom },
  ...(shares && { shares }),
});

/** A rule holds until a later number of it begins, or until it was ended. */
const heldColumns = sql`r.code, r.number, r.peer_group_code as "group", r.condition, r.measure, r.shares,
  r.valid_from::text as "from",
  least((r.valid_to + 1), (select min(x.valid_from) from consequence_rule x
    where x.code = r.code and x.number > r.number and x.adopted_at is not null))::text as until`;

/** The adopted rules, each with the days between which it may be met. */
export async function heldConsequenceRules(work: Work): Promise<HeldRule[]> {
  const rows = await work.tx.execute<HeldRule>(sql`
    select ${heldColumns} from consequence_rule r where r.adopted_at is not null order by r.code, r.number`);
  return [...rows];
}

/** A rule to be tried, as if it had held all the time; null for none, or for who may not see rules. */
export async function triedRule(
  principal: Principal,
  { code, number }: { readonly code: string; readonly number: number },
): Promise<HeldRule | null> {
  if (!maySee(principal.role, 'consequenceRules')) return null;
  const [row] = await db().execute<HeldRule>(sql`
    select ${heldColumns} from consequence_rule r where r.code = ${code} and r.number = ${number}`);
  return row ? { ...row, from: '1900-01-01', until: null } : null;
}

/** Every rule that somebody may see, those of one sequence together, the newest number first. */
export async function consequenceRuleList(principal: Principal, code?: string): Promise<ConsequenceRule[]> {
  if (!maySee(principal.role, 'consequenceRules')) return [];
  const rows = await db().execute<ConsequenceRule>(sql`
    select r.code, r.number, r.name_zh as "nameZh", r.name_en as "nameEn", r.condition, r.measure, r.shares,
      json_build_object('code', g.code, 'nameZh', g.name_zh, 'nameEn', g.name_en) as "group",
      r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.state, r.edited_by as "editedBy",
      coalesce(e.name, r.edited_by) as editor, r.edited_at as "editedAt", coalesce(a.name, r.adopted_by) as adopter,
      r.adopted_at as "adoptedAt", coalesce(x.name, r.ended_by) as ender, r.ended_at as "endedAt",
      r.end_reason as "endReason", r.version, ${aboutRule} as about, ${gradesOfRule} as grades
    from consequence_rule r
    join peer_group g on g.code = r.peer_group_code
    left join app_user e on e.id = r.edited_by
    left join app_user a on a.id = r.adopted_by
    left join app_user x on x.id = r.ended_by
    where ${code ?? null}::text is null or r.code = ${code ?? null}
    order by g.sort_order, g.code, r.code, r.number desc`);
  // Moments come from such a statement as texts.
  const moment = (at: Date | null) => (at === null ? null : new Date(at));
  return rows.map((row) => ({
    ...row,
    ...{ editedAt: new Date(row.editedAt), adoptedAt: moment(row.adoptedAt), endedAt: moment(row.endedAt) },
  }));
}

/** The names of the indicator or the scheme that the condition of the rule `r` names. */
export const aboutRule = sql`coalesce(
  (select json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from indicator
    where code = r.condition ->> 'indicator'),
  (select json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from scheme
    where code = r.condition ->> 'scheme'))`;

/** The grades of the scheme of the rule `r` with their names, of its newest version that is no draft. */
export const gradesOfRule = sql`coalesce((select v.document -> 'grades' -> 'grades' from scheme_version v
  where v.scheme_code = r.condition ->> 'scheme' and v.state <> 'draft' order by v.number desc limit 1), '[]'::jsonb)`;
