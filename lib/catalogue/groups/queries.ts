import { asc, eq, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { orgUnit, peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { GroupDetail, GroupLine, GroupUse, MemberLine } from '@/lib/catalogue/groups/words';
import type { Named } from '@/lib/i18n/words';

/** The official order of the members of a group: by their places in it, then in the order of the units. */
export const officialOrder = sql`${peerGroupMember.position} nulls last, ${orgUnit.sortOrder}, ${orgUnit.code}`;

/** All sequences in their order, each with the number of the readable members that it has on a day. */
export async function groupList(principal: Principal, today: string): Promise<GroupLine[]> {
  return db()
    .select({
      code: peerGroup.code,
      nameZh: peerGroup.nameZh,
      nameEn: peerGroup.nameEn,
      retiredOn: peerGroup.retiredOn,
      members: sql<number>`(select count(distinct ${peerGroupMember.orgUnitCode})::int from ${peerGroupMember}
        where ${peerGroupMember.peerGroupCode} = ${peerGroup.code} and ${peerGroupMember.validFrom} <= ${today}
          and coalesce(${peerGroupMember.validTo}, ${today}) >= ${today}
          and ${readable(principal, peerGroupMember.orgUnitCode)})`,
    })
    .from(peerGroup)
    .orderBy(asc(peerGroup.sortOrder), asc(peerGroup.code));
}

/** A sequence with all its members, past and future ones apart; null for none. */
export async function groupDetail(principal: Principal, code: string, today: string): Promise<GroupDetail | null> {
  const [[group], members] = await Promise.all([
    db().select().from(peerGroup).where(eq(peerGroup.code, code)),
    db()
      .select({
        code: orgUnit.code,
        nameZh: orgUnit.nameZh,
        nameEn: orgUnit.nameEn,
        kind: orgUnit.kind,
        validFrom: peerGroupMember.validFrom,
        validTo: peerGroupMember.validTo,
      })
      .from(peerGroupMember)
      .innerJoin(orgUnit, eq(orgUnit.code, peerGroupMember.orgUnitCode))
      .where(sql`${peerGroupMember.peerGroupCode} = ${code} and ${readable(principal, orgUnit.code)}`)
      .orderBy(officialOrder, asc(peerGroupMember.validFrom)),
  ]);
  if (!group) return null;
  const isNow = ({ validFrom, validTo }: MemberLine) => validFrom <= today && (validTo === null || validTo >= today);
  return { ...group, members: members.filter(isNow), others: members.filter((one) => !isNow(one)) };
}

/** The units that may be chosen for a sequence or a merger: those that exist on a day or later, in the official order. */
export async function activeUnits(principal: Principal, today: string) {
  if (!maySee(principal.role, 'manageUnits')) return [];
  return db()
    .select({
      code: orgUnit.code,
      nameZh: orgUnit.nameZh,
      nameEn: orgUnit.nameEn,
      initials: orgUnit.initials,
      kind: orgUnit.kind,
      version: orgUnit.version,
      parentCode: orgUnit.parentCode,
      isDemonstration: orgUnit.isDemonstration,
    })
    .from(orgUnit)
    .where(sql`${orgUnit.validTo} is null or ${orgUnit.validTo} >= ${today}`)
    .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code));
}
export type ActiveUnit = Awaited<ReturnType<typeof activeUnits>>[number] & Named;

/** What uses a sequence, each with its number; none when it may be deleted. */
export async function usesOfGroup(on: Tx | Database, code: string): Promise<{ what: GroupUse; count: number }[]> {
  return [
    ...(await on.execute<{ what: GroupUse; count: number }>(sql`
      select * from (
        select 'schemes' as what, count(*)::int as count from scheme s where s.peer_group_code = ${code} or exists (
          select from scheme_version v where v.scheme_code = s.code and v.document ->> 'peerGroup' = ${code})
        union all select 'runs', count(*)::int from run where peer_group_code = ${code}
        union all select 'collections', count(*)::int from (
          select id from collection where peer_group_code = ${code}
          union all select id from collection_calendar where peer_group_code = ${code}) c
        union all select 'ranks', count(*)::int from (
          select 1 from published_rank where peer_group_code = ${code}
          union all select 1 from cited_figure where rank_group_code = ${code}) r
        union all select 'lampRules', count(*)::int from lamp_rule_set where peer_group_code = ${code}
        union all select 'consequenceRules', count(*)::int from consequence_rule where peer_group_code = ${code}
        union all select 'reports', count(*)::int from monitoring_report where peer_group_code = ${code}
        union all select 'figures', count(*)::int from coverage where peer_group_code = ${code}
      ) uses where count > 0`)),
  ];
}

/** What uses a sequence, for those who edit it. */
export async function groupUsesFor(principal: Principal, code: string): Promise<{ what: GroupUse; count: number }[]> {
  return maySee(principal.role, 'manageUnits') ? usesOfGroup(db(), code) : [];
}
