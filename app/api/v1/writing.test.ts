import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/v1/figures/route';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { perform } from '@/lib/access/command';
import { dayPlus, todayOf } from '@/lib/catalogue/today';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { Problem } from '@/lib/publishing/api/schemas';
import { citedExample, draftExample } from '@/lib/publishing/api/writing/examples';
import { FiguresWritten } from '@/lib/publishing/api/writing-schemas';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date();
const today = todayOf({ now });
const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)];
const period = `${year}-M${month}`;
const tokens: Record<string, string> = {};
let collection: string;

const tokenOf = async (more: object) => {
  const terms = { name: `检查${randomUUID().slice(0, 8)}`, unitCode: '', expiresOn: today, ...more };
  return (await perform(createClient, person('administrator'), terms, { now })).token;
};
const openOne = (unitCodes = ['JIA']) =>
  perform(
    openCollection,
    person('assessmentOffice'),
    {
      ...{ title: '演示任务', opensOn: dayPlus(today, -3), dueOn: dayPlus(today, 9), dueTime: '17:30', graceDays: 0 },
      ...{ reviewChain: ['unitReviewer'], vintage: 'approved', instructions: '', periodCode: period },
      ...{ peerGroupCode: '', unitCodes },
      items: ['DEMO', 'DEMO2'].map((indicatorCode) => ({ indicatorCode, periodCode: period, isRequired: true })),
    },
    { now },
  );

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('DOC', '演示公报', '演示数据', '', '', 'official', 9001)`;
  tokens.reporter = await tokenOf({ role: 'reporter', unitCode: 'JIA', scope: 'write' });
  tokens.office = await tokenOf({ role: 'assessmentOffice', scope: 'write' });
  tokens.ofUnit = await tokenOf({ role: 'assessmentOffice', unitCode: 'YI', scope: 'write' });
  tokens.reading = await tokenOf({ role: 'reporter', unitCode: 'JIA' });
});
beforeEach(async () => {
  await sql`delete from throttle`;
  collection = await openOne();
});

type Sending = { token?: string | undefined; key?: string | null; text?: string };
async function send(body: unknown, { token = tokens.reporter, key = randomUUID(), text }: Sending = {}) {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': 'en' };
  if (token) headers.authorization = `Bearer ${token}`;
  if (key !== null) headers['idempotency-key'] = key;
  const sent = { method: 'POST', headers, body: text ?? JSON.stringify(body) };
  const answer = await POST(new Request('http://localhost:3000/api/v1/figures', sent));
  const read = await answer.json();
  const body_ = answer.status === 200 ? FiguresWritten.parse(read) : Problem.parse(read);
  expect(body_).toEqual(read);
  return { status: answer.status, body: read, headers: answer.headers };
}
const figure = (indicator: string, value: string, more: object = {}) => ({ indicator, period, value, ...more });
const draft = (...figures: object[]) => ({ as: 'draft', collection, unit: 'JIA', figures });
const cite = (...figures: object[]) => ({ as: 'cited', source: 'DOC', figures });
const printed = (unit: string, value: string, more: object = {}) => ({
  ...{ indicator: 'DEMO', unit, period: '2024', value, vintage: 'final', locator: '表一' },
  ...more,
});
const stored =
  () => sql`select indicator_code as indicator, typed, value, note, version, updated_by from submission_value
  where collection_id = ${collection} order by indicator_code`;
const waiting = async () => (await sql`select id from cited_figure where state = 'waiting'`).length;

describe('figures for a draft', () => {
  test('are saved as the entry form saves them, and the trail names the program', async () => {
    const sent = draft(figure('DEMO', '12.50', { note: '含新区' }), figure('DEMO2', '未报'));
    const { status, body } = await send(sent);
    expect([status, body.data]).toEqual([
      200,
      [
        { indicator: 'DEMO', unit: 'JIA', period, version: 1, id: null },
        { indicator: 'DEMO2', unit: 'JIA', period, version: 1, id: null },
      ],
    ]);
    expect(await stored()).toMatchObject([
      { indicator: 'DEMO', typed: '12.50', value: '12.50', note: '含新区' },
      { indicator: 'DEMO2', typed: '未报', value: null },
    ]);
    const form = await entryForm(person('reporter'), collection, now);
    expect(form?.figures.map(({ entry }) => entry.typed)).toEqual(['12.50', '未报']);
    const [event] = await sql`select e.command, c.role, a.name from audit_event e
      join (select 'client:' || id as id, name from api_client) a on a.id = e.actor
      join api_client c on 'client:' || c.id = e.actor order by e.seq desc limit 1`;
    expect(event).toMatchObject({ command: 'submission.save', role: 'reporter', name: expect.stringMatching(/^检查/) });
  });

  test('that were changed meanwhile are told with the version that there is, and none is written', async () => {
    await send(draft(figure('DEMO', '1')));
    const { status, body } = await send(draft(figure('DEMO2', '7'), figure('DEMO', '2')));
    expect([status, body.type]).toEqual([409, '/help/api#moved']);
    expect(body.errors).toEqual([
      { field: 'version', pointer: '#/figures/1/version', detail: expect.any(String), version: 1 },
    ]);
    expect(await stored()).toMatchObject([{ indicator: 'DEMO', typed: '1', version: 1 }]);
    expect((await send(draft(figure('DEMO2', '7'), figure('DEMO', '2', { version: 1 })))).status).toBe(200);
    expect((await stored()).map(({ typed }) => typed)).toEqual(['2', '7']);
  });

  test('are told all their faults at once, each by its place', async () => {
    const { status, body } = await send({
      ...draft(figure('DEMO', '12..3'), { indicator: 'DE MO', period: '2026-13', value: '1', version: -1, colour: 1 }),
      unit: '',
    });
    expect([status, body.type]).toEqual([422, '/help/api#invalidBody']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      ...['#/figures/0/value', '#/figures/1/colour', '#/figures/1/indicator', '#/figures/1/period'],
      ...['#/figures/1/version', '#/unit'],
    ]);
    const other = await send(draft(figure('DEMO3', '1'), figure('DEMO', '2'), figure('DEMO4', '3')));
    expect(other.status).toBe(422);
    expect(other.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/figures/0',
      '#/figures/2',
    ]);
    const twice = await send(draft(figure('DEMO', '1'), figure('DEMO', '2')));
    expect(twice.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/figures/1']);
    expect(await stored()).toEqual([]);
  });

  test('of another unit, or of a collection that there is not, find nothing', async () => {
    const foreign = await openOne(['YI']);
    for (const more of [{ collection: 'none' }, { unit: 'YI' }, { collection: foreign, unit: 'YI' }]) {
      expect((await send({ ...draft(figure('DEMO', '1')), ...more })).status).toBe(404);
    }
    expect(await stored()).toEqual([]);
  });

  test('of a collection that is closed are refused', async () => {
    await sql`update collection set state = 'closed' where id = ${collection}`;
    const { status, body } = await send(draft(figure('DEMO', '1')));
    expect([status, body.errors[0].pointer]).toEqual([409, '#/figures/0']);
  });
});

describe('cited figures', () => {
  test('wait for a person, who confirms them', async () => {
    const { status, body } = await send(cite(printed('JIA', '18.5'), printed('YI', '约930')), { token: tokens.office });
    expect([status, body.data.length]).toEqual([200, 2]);
    const { id } = body.data[0];
    const [row] = await sql`select state, value::text, recorded_by, version from cited_figure where id = ${id}`;
    expect(row).toMatchObject({ state: 'waiting', value: '18.5', recorded_by: expect.stringMatching(/^client:/) });
    expect(await sql`select 1 from observation where period_code = '2024'`).toEqual([]);
    await perform(
      confirmCited,
      person('assessmentOffice'),
      { figures: [{ id, version: row?.version }], batchId: '', count: null },
      { now },
    );
    const [shown] = await sql`select value::text from observation where period_code = '2024' and org_unit_code = 'JIA'`;
    expect(shown?.value).toBe('18.5');
  });

  test('are told the faults of all at once, and none is recorded', async () => {
    const before = await waiting();
    const figures = [printed('JIA', 'viele'), printed('NO-SUCH', '3'), printed('YI', '5', { indicator: 'NO-SUCH' })];
    const { status, body } = await send(cite(...figures), { token: tokens.office });
    expect(status).toBe(422);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    for (const one of ['#/figures/0/value', '#/figures/1/unit', '#/figures/2/indicator'])
      expect(pointers).toContain(one);
    expect(await waiting()).toBe(before);
    const unknown = await send({ ...cite(printed('YI', '5')), source: 'NONE' }, { token: tokens.office });
    expect(unknown.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/source']);
  });

  test('of a unit that the token does not reach are refused', async () => {
    const { status, body } = await send(cite(printed('YI', '5'), printed('JIA', '6')), { token: tokens.ofUnit });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ['#/figures/1/unit'],
    ]);
  });
});

describe('a token', () => {
  test.each([
    ['that only reads', () => tokens.reading, () => draft(figure('DEMO', '1'))],
    ['of a reporter, for cited figures', () => tokens.reporter, () => cite(printed('JIA', '1'))],
    ['of the office, for a draft', () => tokens.office, () => draft(figure('DEMO', '1'))],
  ])('%s writes nothing', async (_which, token, body) => {
    const { status, body: told } = await send(body(), { token: token() });
    expect([status, told.type]).toEqual([403, '/help/api#mayNotWrite']);
    expect(await stored()).toEqual([]);
  });

  test('is needed', async () => {
    const { status, body } = await send(draft(figure('DEMO', '1')), { token: '' });
    expect([status, body.type]).toEqual([401, '/help/api#tokenNeeded']);
  });

  test.each(['visitor', 'leader', 'auditor'])('of a %s is given to read alone', async (role) => {
    expect(await refusalOf(tokenOf({ role, scope: 'write' }))).toBe('invalid clients.refused.roleReads');
  });
});

describe('the key of a request', () => {
  test('is needed, in visible characters', async () => {
    for (const key of [null, '', 'a b', 'x'.repeat(201)]) {
      const { status, body } = await send(draft(figure('DEMO', '1')), { key });
      expect([status, body.type]).toEqual([400, '/help/api#keyNeeded']);
    }
    const { status, body } = await send(null, { text: '{' });
    expect([status, body.type]).toEqual([400, '/help/api#malformed']);
  });

  test('gives the same answer again and writes once; with another body it is refused', async () => {
    const key = randomUUID();
    const first = await send(draft(figure('DEMO', '1')), { key });
    const again = await send(draft(figure('DEMO', '1')), { key });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    const other = await send(draft(figure('DEMO', '2', { version: 1 })), { key });
    expect([other.status, other.body.type]).toEqual([422, '/help/api#keyReused']);
    expect(await stored()).toMatchObject([{ typed: '1', version: 1 }]);
    // Another program may have the same key.
    expect((await send(cite(printed('JIA', '77', { period: '2023' })), { key, token: tokens.office })).status).toBe(
      200,
    );
  });

  test('sent ten times at once writes once', async () => {
    const key = randomUUID();
    const before = await waiting();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(cite(printed('YI', '41')), { key, token: tokens.office })),
    );
    expect(new Set(answers.map(({ body }) => body.data[0].id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await waiting()).toBe(before + 1);
  });

  test('of a request that was refused is free again, and an answer is forgotten after a week', async () => {
    const key = randomUUID();
    expect((await send(draft(figure('DEMO', 'x')), { key })).status).toBe(422);
    expect((await send(draft(figure('DEMO9', '1')), { key })).status).toBe(422);
    expect((await send(draft(figure('DEMO', '1')), { key })).status).toBe(200);
    await sql`update api_answer set made_at = made_at - interval '8 days' where key = ${key}`;
    expect((await send(draft(figure('DEMO', '2', { version: 1 })), { key })).status).toBe(200);
  });
});

test('the examples of the reference are taken, with the codes of what there is', async () => {
  const codes = ['DEMO', 'DEMO2'];
  const figures = draftExample.figures.map((one, at) => ({ ...one, indicator: codes[at], period, version: 0 }));
  expect((await send({ ...draftExample, collection, unit: 'JIA', figures })).status).toBe(200);
  const cited = citedExample.figures.map(({ revision: _, ...one }) => ({ ...one, indicator: 'DEMO', unit: 'JIA' }));
  expect((await send({ ...citedExample, source: 'DOC', figures: cited }, { token: tokens.office })).status).toBe(200);
});
