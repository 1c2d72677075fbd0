import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { clientList } from '@/lib/access/clients/queries';
import { revokeClient } from '@/lib/access/clients/revoke-client';
import { perform } from '@/lib/access/command';
import { announceChanges } from '@/lib/notices/outbox/announce-changes';
import { failedMessages } from '@/lib/notices/outbox/queries';
import { sendWaiting } from '@/lib/notices/outbox/send-waiting';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedFigures } from '@/lib/testing/invented-run';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const start = new Date('2026-11-02T08:00:00Z').getTime();
const minute = (minutes: number) => new Date(start + minutes * 60_000);
const administrator = person('administrator');
const got: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;
let port = 0;

const server = createServer(async (asked, answer) => {
  got.push({ headers: asked.headers, body: Buffer.concat(await asked.toArray()).toString('utf8') });
  answer.writeHead(status).end();
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  await inventedFigures(database);
  await sql`alter table observation_revision disable trigger user`;
  await sql`update observation_revision set recorded_at = ${minute(-60).toISOString()}`;
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));
beforeEach(async () => {
  await sql`delete from outbox`;
  await sql`delete from api_client`;
  await sql`update observation_revision set recorded_at = ${minute(-60).toISOString()}`;
  got.length = 0;
  status = 204;
});

const client = async (more: object = {}) => {
  const terms = { name: '数据大屏', role: 'leader', unitCode: '', expiresOn: '2026-12-31' };
  const asked = { ...terms, webhook: 'https://hook.example/secret-path', ...more };
  const { token } = await perform(createClient, administrator, asked, { now: minute(0), database });
  // The check listens on this machine, where no message goes.
  await sql`update api_client set webhook = ${`http://127.0.0.1:${port}/`} where webhook <> ''`;
  return token;
};
/** A revision of a figure of a unit, recorded so many minutes after the start. */
const record = (unit: string, minutes: number) => sql`update observation_revision
  set recorded_at = ${minute(minutes).toISOString()} where org_unit_code = ${unit} and indicator_code = 'M1'`;
const announce = (minutes: number, publicReading = true) =>
  announceChanges(database, { now: minute(minutes), publicReading });
const send = (minutes: number) =>
  sendWaiting(database, {
    clock: () => minute(minutes),
    policy: { outbox: [], outboxSecret: '', origin: 'https://example.com' },
    allowed: { protocols: ['http:'], address: () => true },
  });

describe('a program with an address', () => {
  test('is told once that there is something new since when, without a figure, signed by the hash of its token', async () => {
    const token = await client();
    expect(await announce(5)).toBe(0);
    await record('U1', 3);
    // What was recorded less than a minute ago is left for the next time.
    expect(await announce(3.5)).toBe(0);
    expect(await announce(5)).toBe(1);
    expect([await announce(6), await send(6)]).toEqual([0, 1]);
    expect([await announce(7), await send(7)]).toEqual([0, 0]);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(JSON.parse(body)).toEqual({
      id: headers['idempotency-key'],
      kind: 'newFigures',
      since: '2026-11-02T08:00:00.000Z',
      at: minute(5).toISOString(),
      client: '数据大屏',
      origin: 'https://example.com',
      path: '/api/v1/changes?since=2026-11-02T08%3A00%3A00.000Z',
    });
    const key = createHash('sha256').update(token).digest('hex');
    const signed = createHmac('sha256', key).update(`${headers['x-baton-timestamp']}.${body}`).digest('hex');
    expect(headers['x-baton-signature']).toBe(`sha256=${signed}`);
  });

  test('is told of what comes later from where it was told before, and of all that came while a word waited', async () => {
    await client();
    await record('U1', 3);
    await announce(5);
    await record('U2', 6);
    status = 503;
    expect([await announce(8), await send(8)]).toEqual([0, 0]);
    await record('U3', 9);
    status = 204;
    expect([await announce(12), await send(12)]).toEqual([0, 1]);
    expect([await announce(13), await send(13)]).toEqual([1, 1]);
    expect(got.map(({ body }) => JSON.parse(body).since)).toEqual(
      [0, 0, 3].map((minutes) => minute(minutes).toISOString()),
    );
  });

  test('of one unit is told of that and those below it alone', async () => {
    await client({ role: 'reporter', unitCode: 'U1' });
    await record('U2', 3);
    expect(await announce(5)).toBe(0);
    await sql`update org_unit set parent_code = 'U1' where code = 'U2'`;
    expect(await announce(5)).toBe(1);
    await sql`update org_unit set parent_code = null where code = 'U2'`;
  });

  test('that is revoked, past its day, or reads nothing is told nothing', async () => {
    await client();
    await client({ role: 'visitor' });
    await client({ webhook: '' });
    await record('U1', 3);
    expect(await announce(5, false)).toBe(1);
    const [line] = (await clientList(administrator, minute(5))).filter(
      ({ role, host }) => role === 'leader' && host !== null,
    );
    const revoked = { id: `${line?.id}`, version: 1, reason: '停用' };
    await perform(revokeClient, administrator, revoked, { now: minute(5), database });
    expect(await send(6)).toBe(0);
    expect(await sql`select from outbox`).toEqual([]);
    await sql`update api_client set expires_on = '2026-11-01' where role = 'visitor'`;
    expect(await announce(7)).toBe(0);
    expect(got).toEqual([]);
  });

  test('shows its host alone, also where it was not reached', async () => {
    await client();
    await sql`update api_client set webhook = 'https://hook.example/secret-path'`;
    expect((await clientList(administrator, minute(0))).map(({ host }) => host)).toEqual(['hook.example']);
    await record('U1', 3);
    await announce(5);
    await sql`update outbox set state = 'failed', tries = 10`;
    const failed = await failedMessages(administrator);
    expect(failed).toMatchObject([{ kind: 'newFigures', username: '数据大屏', host: 'hook.example' }]);
    const [{ changes } = { changes: '' }] = await sql`select changes from audit_event order by seq desc limit 1`;
    expect(changes).toContain('hook.example');
    expect(JSON.stringify([failed, changes])).not.toContain('secret-path');
  });

  test.each([
    'http://hook.example/',
    'https://user@hook.example/',
    'hook.example',
    'https://a.example https://b.example',
  ])('at %s is refused', async (webhook) => {
    expect(await refusalOf(client({ webhook }))).toBe('invalid clients.refused.notAnAddress');
  });
});
