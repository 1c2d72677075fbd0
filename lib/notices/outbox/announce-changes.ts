import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { todayOf } from '@/lib/catalogue/today';

/**
 * Puts a word to each program with an address into the outbox, where figures that it may read were recorded since it was told
 * last; none while an earlier word waits, which then covers them. A minute is left to writes that end later than others.
 * Returns to how many.
 */
export async function announceChanges(
  database: Database,
  { now, publicReading }: { readonly now: Date; readonly publicReading: boolean },
): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const told = await database.execute(sql`
    with recursive hearing as (
      select c.id, c.unit_code, c.told_until from api_client c
      where c.webhook <> '' and c.revoked_at is null and c.expires_on >= ${todayOf({ now })}::date
        and (c.role <> 'visitor' or ${publicReading}::boolean)
        and not exists (select from outbox o where o.user_id = 'client:' || c.id and o.state = 'waiting')),
    below as (
      select id, unit_code as code from hearing where unit_code is not null
      union select b.id, o.code from org_unit o join below b on o.parent_code = b.code),
    fresh as (
      select h.id, h.told_until, (select max(r.recorded_at) from observation_revision r
        where r.recorded_at > h.told_until and r.recorded_at <= ${at} - interval '1 minute'
          and (h.unit_code is null or exists (select from below b where b.id = h.id and b.code = r.org_unit_code))) as newest
      from hearing h),
    advanced as (
      update api_client c set told_until = f.newest from fresh f
      where c.id = f.id and f.newest is not null and c.told_until = f.told_until
      returning 'client:' || c.id as client, f.told_until as since)
    insert into outbox (id, target, user_id, kind, subject, at, due_at)
    select gen_random_uuid()::text, client, client, 'newFigures',
      'figures/' || to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${at}, ${at}
    from advanced returning id`);
  return told.length;
}
