import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { AccountRole } from '@/lib/access/words';
import { addressOf } from '@/lib/notices/address';
import type { Allowed } from '@/lib/notices/outbox/post-message';
import { postMessage } from '@/lib/notices/outbox/post-message';
import { mostTries, type OutboxFault } from '@/lib/notices/outbox/words';
import { paths, withQuery } from '@/lib/paths';
import type { Settings } from '@/lib/settings';

/** Messages that are sent at the same time. */
const atOnce = 10;

type Due = {
  readonly id: string;
  readonly target: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly username: string;
  readonly role: AccountRole;
  readonly unitCode: string | null;
  readonly banned: boolean;
  /** Of a program its address, and the hash of its token, which signs what it is told. */
  readonly webhook: string | null;
  readonly tokenHash: string | null;
};

type Sending = {
  readonly clock: () => Date;
  readonly policy: Pick<Settings, 'outbox' | 'outboxSecret' | 'origin'>;
  readonly allowed?: Allowed;
  readonly stop?: AbortSignal;
};

/**
 * Sends the messages that are due, until none is. Each is taken for a while before it is sent and deleted after it was taken: a
 * process that ends in between leaves it to be sent again, under the same key. After a failure it waits a minute, then
 * two, four and so on, and is given up after ten tries. Returns how many were sent.
 */
export async function sendWaiting(database: Database, sending: Sending): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await taken(database, sending.clock());
    const done = await Promise.all(due.map((one) => sendOne(database, one, sending)));
    sent += done.filter(Boolean).length;
    if (due.length < atOnce || sending.stop?.aborted) return sent;
  }
}

/** Takes what is due for the time of its next pause; what ended in its last try is given up. */
async function taken(database: Database, now: Date): Promise<readonly Due[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await database.execute(sql`
    update outbox set state = 'failed' where state = 'waiting' and tries >= ${mostTries} and due_at <= ${at}`);
  return database.execute<Due>(sql`
    with due as (select id from outbox where state = 'waiting' and due_at <= ${at} order by due_at, id limit ${atOnce}
        for update skip locked),
      taken as (update outbox o set tries = o.tries + 1, fault = 'interrupted',
          due_at = ${at} + interval '1 minute' * power(2, o.tries)
        from due where o.id = due.id returning o.*)
    select t.id, t.target, t.kind, t.subject, t.at, coalesce(u.username, c.name) as username, coalesce(u.role, c.role) as role,
      u.unit_code as "unitCode", coalesce(u.banned, c.revoked_at is not null) as banned, c.webhook, c.token_hash as "tokenHash"
    from taken t left join app_user u on u.id = t.user_id left join api_client c on 'client:' || c.id = t.user_id
    where u.id is not null or c.id is not null`);
}

async function sendOne(database: Database, due: Due, { clock, policy, allowed }: Sending): Promise<boolean> {
  const url = due.webhook ?? policy.outbox.find(({ key }) => key === due.target)?.url;
  const body = bodyOf(due, policy.origin);
  const message = { id: due.id, body, at: clock(), secret: due.tokenHash ?? policy.outboxSecret };
  const fault: OutboxFault | null = due.banned
    ? null
    : url === undefined
      ? 'notAllowed'
      : await postMessage({ ...message, url }, allowed);
  if (fault === null) await database.execute(sql`delete from outbox where id = ${due.id}`);
  else
    await database.execute(sql`
      update outbox set fault = ${fault},
        state = case when tries >= ${mostTries} or ${url === undefined} then 'failed' else state end
      where id = ${due.id}`);
  return fault === null && !due.banned;
}

/** What is told: what happened to what, where to read it, and whom; no figure, no name. */
function bodyOf({ id, kind, subject, at, username, ...reader }: Due, origin: string): string {
  if (kind === 'newFigures') {
    const since = subject.replace('figures/', '');
    const told = { id, kind, since, at: new Date(at).toISOString(), client: username };
    return JSON.stringify({ ...told, origin, path: withQuery(paths.apiChanges, { since }) });
  }
  const told = { id, kind, subject, at: new Date(at).toISOString(), account: username };
  return JSON.stringify({ ...told, origin, path: addressOf(subject, reader) });
}
