import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/page/words';

async function remarks(where: SQL): Promise<RemarkLine[]> {
  const rows = await db().execute<RemarkLine>(sql`
    select r.id, r.year, r.month, r.words, r.written_at as at, r.follow_up_id as "followUpId",
      coalesce(a.name, r.written_by) as by,
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) as indicator
    from leader_remark r join org_unit u on u.code = r.org_unit_code join indicator i on i.code = r.indicator_code
    left join app_user a on a.id = r.written_by
    where ${where} order by r.written_at, r.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The remarks of leaders on the lamps of an indicator of a unit in a year; none for those who see no other unit's follow-ups. */
export async function remarksOnLamps(
  principal: Principal,
  { unit, indicator, year }: { readonly unit: string; readonly indicator: string; readonly year: number },
): Promise<RemarkLine[]> {
  if (!maySee(principal.role, 'allFollowUps')) return [];
  return remarks(sql`r.org_unit_code = ${unit} and r.indicator_code = ${indicator} and r.year = ${year}`);
}

/** The remarks from which no follow-up was raised yet, for the office, the oldest first. */
export async function waitingRemarks(principal: Principal): Promise<RemarkLine[]> {
  return maySee(principal.role, 'manageFollowUps') ? remarks(sql`r.follow_up_id is null`) : [];
}

/** A remark: for those who see all follow-ups, and for a unit that sees the one that was raised from it. */
export async function remarkOf(
  principal: Principal,
  id: string,
  raisedIn: { readonly inSight: boolean } = { inSight: false },
): Promise<RemarkLine | null> {
  if (!raisedIn.inSight && !maySee(principal.role, 'allFollowUps')) return null;
  const [found] = await remarks(sql`r.id = ${id}`);
  return found ?? null;
}
