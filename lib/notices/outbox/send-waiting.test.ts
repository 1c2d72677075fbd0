import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { drizzleOver, openSql } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { AccountRole } from '@/lib/access/words';
import { dropMessage } from '@/lib/notices/outbox/drop-message';
import { failedMessages, outboxState } from '@/lib/notices/outbox/queries';
import { retryMessages } from '@/lib/notices/outbox/retry-messages';
import { sendWaiting } from '@/lib/notices/outbox/send-waiting';
import { tell } from '@/lib/notices/telling/tell';
import { account, checkSettings, refusalOf } from '@/lib/testing/accounts';
import { untilWaiting } from '@/lib/testing/at-once';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database, url: databaseUrl } = await testDatabase();
const start = new Date('2026-11-02T08:00:00Z').getTime();
const key = 'a'.repeat(64);
let minutes = 0;
let url = '';
let status = 204;
const got: { headers: IncomingHttpHeaders; body: string }[] = [];

const server = createServer(async (asked, answer) => {
  got.push({ headers: asked.headers, body: Buffer.concat(await asked.toArray()).toString('utf8') });
  answer.writeHead(status).end();
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await fictionalIndicators(database);
  await account(database, { username: 'sent.reporter', role: 'reporter' });
});

afterAll(() => new Promise<void>((done) => void server.close(() => done())));

beforeEach(async () => {
  await sql`delete from outbox`;
  await sql`delete from notice`;
  got.length = 0;
  minutes = 0;
  status = 204;
});

const send = (targets = [{ key, url }], over = database) =>
  sendWaiting(over, {
    clock: () => new Date(start + minutes * 60_000),
    policy: { outbox: targets, outboxSecret: 'shared with the receiver, and long', origin: 'https://example.com' },
    allowed: { protocols: ['http:'], address: () => true },
  });

const changes = [{ subject: 'target/2026/JIA', before: null, after: { 'DEMO 2026': { base: '1234.5' } } }];
const tellOnce = (event = 5) =>
  database.transaction((tx) =>
    tell(tx, 'target.issue', { actor: 'nobody', at: new Date(start), event, changes, targets: [key] }),
  );
const rows = () => sql`select state, tries, fault from outbox`;

test('a notice is sent once, to the account, with an address and without a figure, and is gone then', async () => {
  await tellOnce();
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  expect(await rows()).toHaveLength(0);
  expect(got).toHaveLength(1);
  const said = JSON.parse(got[0]?.body ?? '');
  expect(said).toEqual({
    id: got[0]?.headers['idempotency-key'],
    kind: 'targetIssued',
    subject: 'target/2026/JIA',
    at: '2026-11-02T08:00:00.000Z',
    account: 'sent.reporter',
    origin: 'https://example.com',
    path: '/monitoring/targets/mine?year=2026',
  });
});

test('nothing is kept for other systems where none is named', async () => {
  const none: readonly string[] = [];
  await database.transaction((tx) =>
    tell(tx, 'target.issue', { actor: 'nobody', at: new Date(start), event: 6, changes, targets: none }),
  );
  expect(await sql`select from notice`).toHaveLength(1);
  expect(await rows()).toHaveLength(0);
});

test('what is refused is tried again after a pause that doubles, ten times in all, under one key, and then given up', async () => {
  status = 503;
  await tellOnce();
  const tried: number[] = [];
  for (minutes = 0; minutes <= 1100; minutes += 1) {
    const before = got.length;
    await send();
    if (got.length > before) tried.push(minutes);
    // It is given up with its tenth try, and not only when an eleventh would be due.
    if (tried.length === 10) expect(await rows()).toMatchObject([{ state: 'failed' }]);
  }
  expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511]);
  expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect([...(await rows())]).toEqual([{ state: 'failed', tries: 10, fault: 'status' }]);
  const told = (role: AccountRole) => outboxState(person(role));
  expect(await told('administrator')).toEqual({ waiting: 0, failed: 1, fault: 'status' });
  expect(await told('reporter')).toEqual({ waiting: 0, failed: 0, fault: null });
});

test('a process that ends after sending and before it notes so sends again, under the same key', async () => {
  await tellOnce();
  const [{ id } = { id: '' }] = await sql`select id from outbox`;
  await send();
  // As it stood while it was being sent: taken once, and not deleted.
  const due = new Date(start + 60_000).toISOString();
  await sql`insert into outbox (id, target, user_id, kind, subject, at, tries, due_at, fault)
    select ${id}, ${key}, user_id, kind, subject, created_at, 1, ${due}::timestamptz, 'interrupted' from notice`;
  expect(await send()).toBe(0);
  minutes = 1;
  expect(await send()).toBe(1);
  expect(got.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id]);
});

test('what ended in its last try is given up and not tried for ever', async () => {
  await tellOnce();
  await sql`update outbox set tries = 10, fault = 'interrupted'`;
  await send();
  expect(got).toHaveLength(0);
  expect([...(await rows())]).toEqual([{ state: 'failed', tries: 10, fault: 'interrupted' }]);
});

const administrator = person('administrator');
const at = () => ({ now: new Date(start + minutes * 60_000), database });
const retry = (shown: object[], who = administrator) => perform(retryMessages, who, { shown } as never, at());

/** A message that was given up, as the list shows it. */
async function givenUp(event = 5) {
  await tellOnce(event);
  await sql`update outbox set tries = 10, state = 'failed', fault = 'status' where state = 'waiting'`;
  const [line] = await failedMessages(administrator);
  if (!line) throw new Error('no message');
  return { id: line.id, version: line.version };
}

test('one that was given up is tried again from the beginning, under the same key, as it was shown', async () => {
  const shown = await givenUp();
  expect(await failedMessages(person('reporter'))).toEqual([]);
  expect(await failedMessages(person('auditor'))).toMatchObject([{ kind: 'targetIssued', username: 'sent.reporter' }]);
  expect(await refusalOf(retry([shown], person('auditor')))).toBe('forbidden command');
  expect(await refusalOf(retry([{ ...shown, version: 9 }]))).toBe('conflict notices.refused.moved');
  // Of several that are not all as shown none waits.
  expect(await refusalOf(retry([shown, { id: 'gone', version: 10 }]))).toBe('conflict notices.refused.moved');
  expect([...(await rows())]).toEqual([{ state: 'failed', tries: 10, fault: 'status' }]);
  await retry([shown]);
  expect(await refusalOf(retry([shown]))).toBe('conflict notices.refused.moved');
  expect(await send()).toBe(1);
  expect(got.map(({ headers }) => headers['idempotency-key'])).toEqual([shown.id]);
});

test('one that waits is neither tried again nor dropped by hand', async () => {
  await tellOnce();
  const [{ id } = { id: '' }] = await sql`select id from outbox`;
  expect(await refusalOf(retry([{ id, version: 0 }]))).toBe('conflict notices.refused.moved');
  const drop = perform(dropMessage, administrator, { id, version: 0, reason: '不再需要。' }, at());
  expect(await refusalOf(drop)).toBe('conflict notices.refused.moved');
  expect(await rows()).toHaveLength(1);
});

test('one that was given up is dropped with a reason, and its notice stays', async () => {
  const shown = await givenUp();
  const drop = (more: object) =>
    perform(dropMessage, administrator, { ...shown, reason: '对方已停用。', ...more }, at());
  expect(await refusalOf(drop({ reason: '' }))).toMatch(/^invalid/);
  expect(await refusalOf(drop({ version: 9 }))).toBe('conflict notices.refused.moved');
  await drop({});
  expect(await rows()).toHaveLength(0);
  expect(await sql`select from notice`).toHaveLength(1);
  const [event] = await sql`select changes::text from audit_event where command = 'outbox.drop'`;
  expect(event?.changes).toContain('对方已停用。');
});

test('two processes at once send each message once', async () => {
  for (let event = 1; event <= 25; event += 1) await tellOnce(event);
  const sent = await Promise.all([send(), send()]);
  expect(sent[0] + sent[1]).toBe(25);
  expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(25);
  expect(got).toHaveLength(25);
});

test('what one process has in work another one leaves alone, also when the first fails', async () => {
  status = 503;
  for (let event = 1; event <= 5; event += 1) await tellOnce(event);
  const one = openSql(databaseUrl, { max: 1 });
  await one`begin`;
  expect(await send(undefined, drizzleOver(one))).toBe(0);
  let isOver = false;
  const other = send().finally(() => {
    isOver = true;
  });
  await untilWaiting(sql, 1, () => isOver);
  await one`commit`;
  await one.end();
  expect(await other).toBe(0);
  expect(got).toHaveLength(5);
});

test('an address that the settings name no more gets nothing, nor does an account that was disabled', async () => {
  await tellOnce();
  await send([]);
  expect([...(await rows())]).toEqual([{ state: 'failed', tries: 1, fault: 'notAllowed' }]);
  await sql`delete from outbox`;
  await tellOnce(9);
  await sql`update app_user set banned = true where username = 'sent.reporter'`;
  await send();
  await sql`update app_user set banned = false where username = 'sent.reporter'`;
  expect(await rows()).toHaveLength(0);
  expect(got).toHaveLength(0);
});
