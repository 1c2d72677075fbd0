import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { hostOf } from '@/lib/access/clients/words';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { type FailedMessage, mostListed, type OutboxState } from '@/lib/notices/outbox/words';

/** How many messages to other systems wait and were given up; nothing for those who do not see the settings. */
export async function outboxState(principal: Principal): Promise<OutboxState> {
  const none = { waiting: 0, failed: 0, fault: null };
  if (!maySee(principal.role, 'settings')) return none;
  const [row] = await db().execute<OutboxState>(sql`
    select (count(*) filter (where state = 'waiting'))::int as waiting,
      (count(*) filter (where state = 'failed'))::int as failed,
      (select nullif(fault, '') from outbox where tries > 0 order by due_at desc limit 1) as fault
    from outbox`);
  return row ?? none;
}

/** The messages that were given up, the newest first; none for those who do not see the settings. */
export async function failedMessages(principal: Principal): Promise<FailedMessage[]> {
  if (!maySee(principal.role, 'settings')) return [];
  const rows = await db().execute<Omit<FailedMessage, 'host'> & { webhook: string | null }>(sql`
    select o.id, o.tries as version, o.kind, o.subject, coalesce(u.username, c.name, o.user_id) as username, o.at, o.fault,
      o.target, c.webhook
    from outbox o left join app_user u on u.id = o.user_id left join api_client c on 'client:' || c.id = o.user_id
    where o.state = 'failed' order by o.at desc, o.id limit ${mostListed}`);
  return rows.map(({ webhook, ...row }) => ({ ...row, at: new Date(row.at), host: webhook && hostOf(webhook) }));
}
