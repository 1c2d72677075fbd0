import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import type { ConsequenceChoice, ConsequenceLine } from '@/lib/monitoring/consequences/list/words';
import { inSight } from '@/lib/monitoring/consequences/queries';
import { gradesOfRule } from '@/lib/monitoring/consequences/rules/queries';
import { pageLength, pageWithin } from '@/lib/paging';

/** The consequence `c` of the rule `r` about the unit `u` as a line. */
export const lineColumns = sql`c.id, c.measure, c.share::float8 as share, c.state, c.met, c.basis,
  c.proposed_at as "proposedAt", c.updated_at as "updatedAt",
  json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
  json_build_object('code', r.code, 'nameZh', r.name_zh, 'nameEn', r.name_en) as rule,
  coalesce(
    (select json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from indicator
      where code = c.basis ->> 'indicator'),
    (select json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from scheme
      where code = c.basis ->> 'scheme')) as about,
  ${gradesOfRule} as grades`;
export const lineTables = sql`consequence c join org_unit u on u.code = c.org_unit_code
  join consequence_rule r on r.code = c.rule_code and r.number = c.rule_number`;

const chosen = ({ unit, state, measure }: ConsequenceChoice) => sql`(${unit} = '' or c.org_unit_code = ${unit})
  and (${state} = '' or c.state = ${state}) and (${measure} = '' or c.measure = ${measure})`;

/** A page of the consequences in sight that were chosen, those that wait first; and the number of all of them. */
export async function consequenceList(
  principal: Principal,
  choice: ConsequenceChoice,
  { page, most = pageLength }: { readonly page: number; readonly most?: number },
): Promise<{ lines: ConsequenceLine[]; total: number; page: number }> {
  const where = sql`${inSight(principal, sql`c`)} and ${chosen(choice)}`;
  const [counted] = await db().execute<{ total: number }>(
    sql`select count(*)::int as total from consequence c where ${where}`,
  );
  const total = counted?.total ?? 0;
  const shown = pageWithin(page, total, most);
  const rows = await db().execute<ConsequenceLine>(sql`
    select ${lineColumns} from ${lineTables} where ${where}
    order by array_position(array['proposed', 'confirmed', 'completed', 'declined'], c.state), c.proposed_at desc, u.sort_order,
      u.code, c.rule_code, c.key
    limit ${most} offset ${(shown - 1) * most}`);
  // Moments come from such a statement as texts.
  const lines = rows.map((row) => ({
    ...row,
    ...{ proposedAt: new Date(row.proposedAt), updatedAt: new Date(row.updatedAt) },
  }));
  return { lines, total, page: shown };
}

/** The units with a consequence in sight, in their official order. */
export async function unitsOfConsequences(principal: Principal): Promise<Named[]> {
  const rows = await db().execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where exists (select from consequence c where c.org_unit_code = u.code and ${inSight(principal, sql`c`)})
    order by u.sort_order, u.code`);
  return [...rows];
}

/** How many consequences wait to be confirmed, and how many are under way, of those in sight; null for who sees none. */
export async function consequenceCounts(
  principal: Principal,
): Promise<{ readonly proposed: number; readonly confirmed: number } | null> {
  if (!maySee(principal.role, 'consequences')) return null;
  const [row] = await db().execute<{ proposed: number; confirmed: number }>(sql`
    select count(*) filter (where c.state = 'proposed')::int as proposed,
      count(*) filter (where c.state = 'confirmed')::int as confirmed
    from consequence c where ${inSight(principal, sql`c`)}`);
  return row ? { ...row } : null;
}
