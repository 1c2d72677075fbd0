import { eq, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { orgUnit } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { EditedUnit, UnitUse } from '@/lib/catalogue/units/desk/words';

/** A unit with its aliases, for those who edit it; null for none. */
export async function editedUnit(principal: Principal, code: string): Promise<EditedUnit | null> {
  if (!maySee(principal.role, 'manageUnits')) return null;
  const [found] = await db()
    .select({
      code: orgUnit.code,
      nameZh: orgUnit.nameZh,
      nameEn: orgUnit.nameEn,
      kind: orgUnit.kind,
      gbCode: orgUnit.gbCode,
      parentCode: orgUnit.parentCode,
      validFrom: orgUnit.validFrom,
      validTo: orgUnit.validTo,
      isDemonstration: orgUnit.isDemonstration,
      version: orgUnit.version,
      aliases: sql<
        string[]
      >`array(select alias from org_unit_alias where org_unit_code = ${orgUnit.code} order by alias)`,
    })
    .from(orgUnit)
    .where(eq(orgUnit.code, code));
  return found ?? null;
}

/** What uses a unit, each with its number; none when it may be deleted. */
export async function usesOfUnit(on: Tx | Database, code: string): Promise<{ what: UnitUse; count: number }[]> {
  const quoted = `"${code}"`;
  return [
    ...(await on.execute<{ what: UnitUse; count: number }>(sql`
      select what, sum(count)::int as count from (
        select 'figures' as what, count(*) as count from observation_revision where org_unit_code = ${code}
        union all select 'figures', count(*) from observation where org_unit_code = ${code}
        union all select 'figures', count(*) from cited_figure where org_unit_code = ${code}
        union all select 'figures', count(*) from published_rank where org_unit_code = ${code}
        union all select 'figures', count(*) from unit_coverage where org_unit_code = ${code}
        union all select 'formulas', count(*) from indicator_formula where org_unit_code = ${code}
        union all select 'returns', count(*) from submission where org_unit_code = ${code}
        union all select 'returns', count(*) from upload where org_unit_code = ${code}
        union all select 'returns', count(*) from attachment where org_unit_code = ${code}
        union all select 'returns', count(*) from unit_contact where org_unit_code = ${code}
        union all select 'returns', count(*) from collection_calendar where unit_codes ? ${code}
        union all select 'accounts', count(*) from app_user where unit_code = ${code}
        union all select 'clients', count(*) from api_client where unit_code = ${code}
        union all select 'groups', count(*) from peer_group_member where org_unit_code = ${code}
        union all select 'children', count(*) from org_unit where parent_code = ${code}
        union all select 'children', count(*) from org_unit_former where parent_code = ${code}
        union all select 'successions', count(*) from org_unit_succession
          where ${code} in (predecessor_code, successor_code)
        union all select 'runs', count(*) from run_score where org_unit_code = ${code}
        union all select 'runs', count(*) from adjustment where org_unit_code = ${code}
        union all select 'appeals', count(*) from appeal where org_unit_code = ${code}
        union all select 'schemes', count(*) from scheme_version where strpos(document::text, ${quoted}) > 0
        union all select 'targets', count(*) from target where org_unit_code = ${code}
        union all select 'targets', count(*) from target_draft where org_unit_code = ${code}
        union all select 'targets', count(*) from target_event where org_unit_code = ${code}
        union all select 'lamps', count(*) from lamp where org_unit_code = ${code}
        union all select 'reports', count(*) from monitoring_report where strpos((frozen -> 'units')::text, ${quoted}) > 0
        union all select 'followUps', count(*) from follow_up f where f.org_unit_code = ${code} or f.assisting ? ${code}
          or f.condition ->> 'unit' = ${code} or f.origin ->> 'unit' = ${code}
        union all select 'followUps', count(*) from follow_up_event e where e.facts ->> 'to' = ${code}
          or e.facts ->> 'unit' = ${code}
        union all select 'followUps', count(*) from leader_remark where org_unit_code = ${code}
        union all select 'annotations', count(*) from annotation where org_unit_code = ${code}
        union all select 'consequences', count(*) from consequence where org_unit_code = ${code}
        union all select 'documents', count(*) from bulletin where org_unit_code = ${code}
        union all select 'tasks', count(*) from unit_task where org_unit_code = ${code}
        union all select 'registers', count(*) from register_change where unit_code = ${code}
        union all select 'registers', count(*) from register_link where org_unit_code = ${code}
        union all select 'place', count(*) from place where strpos(settings::text, ${quoted}) > 0
        union all select 'proposals', count(*) from proposal
          where state = 'waiting' and (subject = ${`unit/${code}`} or strpos(input::text, ${quoted}) > 0)
      ) uses where count > 0 group by 1 order by 1`)),
  ];
}

/** What uses a unit, for those who edit it. */
export async function unitUsesFor(principal: Principal, code: string): Promise<{ what: UnitUse; count: number }[]> {
  return maySee(principal.role, 'manageUnits') ? usesOfUnit(db(), code) : [];
}
