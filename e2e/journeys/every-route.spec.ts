import { builtRoutes, send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, everybody, joinProduct, newAccount, type Person, refusedWords } from '@/e2e/people';
import { forgetReturns, insiders, inventReturns } from '@/e2e/returns';
import { type CommandName, grantOf, may } from '@/lib/access/permissions';
import type { AccountRole } from '@/lib/access/words';
import { writingHeaders } from '@/lib/testing/accounts';
import { isDeep } from '@/lib/testing/many';

joinProduct();
const routes = builtRoutes();
const known = routes.filter((route): route is { path: string; command: CommandName } => route.command !== null);

type Sent = { type: string; body: string };
const json = (value: unknown): Sent => ({ type: 'application/json', body: JSON.stringify(value) });
/** A form as a browser sends it; with `file` a file of that content. */
function form(fields: Readonly<Record<string, string>>, file?: { name: string; content: string }): Sent {
  const part = (name: string, value: string, more = '') =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const parts = Object.entries(fields).map(([name, value]) => part(name, value));
  if (file) parts.push(part('file', file.content, `; filename="${file.name}"`));
  return { type: 'multipart/form-data; boundary=cut', body: `${parts.join('')}--cut--\r\n` };
}
const emptyBody = (path: string): Sent => (/^\/api\/(reporting|monitoring)\//.test(path) ? json({}) : form({}));

const post = async (product: string, path: string, person: Pick<Person, 'cookies'>, sent: Sent, more: object = {}) =>
  send(`${product}${path}`, {
    method: 'POST',
    headers: {
      origin: product,
      'content-type': sent.type,
      ...(await writingHeaders(person.cookies)),
      cookie: `locale=zh-CN; ${person.cookies}`,
      ...more,
    },
    body: sent.body,
  });

test('every route that accepts writes gives a command of the table, but the choice of a language and what takes tokens', () => {
  // A token gives the commands that its scope names; no session, and so no other site, reaches that route.
  const others = routes.filter(({ command }) => command === null).map(({ path }) => path);
  expect(others.toSorted()).toEqual(['/api/locale', '/api/v1/figures']);
  expect(known.map(({ path }) => path).sort()).toEqual(
    expect.arrayContaining([
      '/api/reporting/figures',
      '/api/sign-out',
      '/api/uploads/attachment',
      '/api/uploads/figures',
    ]),
  );
});

test('every route, for everybody, is permitted or refused as in the table, and only from pages of the product', async ({
  product,
}) => {
  test.setTimeout(400_000);
  const people = await everybody();
  const differences: string[] = [];
  for (const { path, command } of known) {
    for (const person of people) {
      // Signing out ends the session.
      const ending = command === 'session.close' && person.user;
      const cookies = ending ? await cookiesOf(ending) : person.cookies;
      const { status, body } = await post(product, path, { cookies }, emptyBody(path));
      const isShut = status === 403 && body === refusedWords(person);
      if (isShut === may(person.role, command) || status >= 500)
        differences.push(`${path} by ${person.name}: ${status} ${body}`);
    }
    const allowed = people.find(({ role }) => grantOf(command).roles.includes(role));
    for (const origin of ['https://evil.example', 'null', undefined]) {
      for (const forged of [{}, { 'x-forwarded-host': 'evil.example' }, { 'x-middleware-subrequest': 'proxy:proxy' }]) {
        const { origin: _, ...headers } = { origin, ...forged };
        const more = origin === undefined ? headers : { origin, ...forged };
        const sent = emptyBody(path);
        const answer = await send(`${product}${path}`, {
          method: 'POST',
          headers: { 'content-type': sent.type, cookie: `locale=zh-CN; ${allowed?.cookies}`, ...more },
          body: sent.body,
        });
        if (answer.status !== 403 || answer.cookies.length > 0)
          differences.push(`${path} from ${origin}: ${answer.status}`);
      }
    }
  }
  expect(differences).toEqual([]);
});

/** Keys that no body may have. */
const foreignKeys = ['state', 'awaits', 'approvedValue', 'orgUnitCode', 'unit', 'submittedBy', 'round', 'role']
  .concat(['principal', 'userId', 'command', 'now', 'evidenceId', 'returnReason', 'findings', 'worst', 'updatedBy'])
  .concat(['constructor', 'prototype', 'toString', 'scope', 'actor', 'reviewChain', 'vintage', 'uploadId', 'hash'])
  .concat(['isDemonstration', 'createdAt', 'value', 'decimals', 'qualifier', 'absence']);

test('a body with any of thirty foreign keys is refused, at any depth', async ({ product, sql }) => {
  const one = await inventReturns(sql);
  const reporter = (await insiders(one)).find(({ role, isNear }) => role === 'reporter' && isNear);
  await sql`update submission_value set state = 'draft', awaits = null where collection_id = ${one.collectionId}`;
  const entry = { typed: '7', typedYoy: '', note: '', sourceText: '', explanation: '' };
  const cell = { indicatorCode: one.indicators.ours, periodCode: one.period, version: 1, entry };
  const { collectionId } = one;
  const unitCode = one.units.own;
  const storedValues = () =>
    sql`select to_jsonb(v) from submission_value v where collection_id = ${collectionId} order by 1`;
  const before = JSON.stringify(await storedValues());
  expect(foreignKeys.length).toBeGreaterThanOrEqual(30);
  for (const extra of foreignKeys) {
    const more = { [extra]: 'approved' };
    for (const body of [
      { collectionId, unitCode, cells: [cell], ...more },
      { collectionId, unitCode, cells: [{ ...cell, ...more }] },
      { collectionId, unitCode, cells: [{ ...cell, entry: { ...entry, ...more } }] },
    ]) {
      const answer = await post(product, '/api/reporting/figures', reporter ?? { cookies: '' }, json(body));
      expect(answer.status, extra).toBe(422);
    }
  }
  expect(JSON.stringify(await storedValues())).toBe(before);
  // The key `__proto__`, which every object has, is dropped and has no effect.
  const own = `{"collectionId":"${collectionId}","unitCode":"${unitCode}","__proto__":{"state":"approved"},"cells":[${JSON.stringify(cell)}]}`;
  const answer = await post(product, '/api/reporting/figures', reporter ?? { cookies: '' }, {
    type: 'application/json',
    body: own,
  });
  expect([200, 422]).toContain(answer.status);
  const [row] = await sql`select state, awaits, approved_value, org_unit_code from submission_value
    where collection_id = ${collectionId} and indicator_code = ${one.indicators.ours} and org_unit_code = ${one.units.own}`;
  expect(row).toEqual({ state: 'draft', awaits: null, approved_value: null, org_unit_code: one.units.own });
  await forgetReturns(sql, one);
});

const odd = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '\0',
  '𝟙',
  "' or 1=1 --",
  '{"a":{"$gt":1}}',
  '[]',
  'null',
  '%00',
  '../..',
].concat(['x'.repeat(5000), '<script>', '\u202E', '１２３', 'true', '\ud800']);

test('no input to a route causes a fault', async ({ product, sql }) => {
  test.setTimeout(400_000);
  const one = await inventReturns(sql);
  const roleOf = (command: CommandName) => grantOf(command).roles.filter((role) => role !== 'system')[0] as AccountRole;
  const broken: string[] = [];
  let calls = 0;
  for (const [row, { path, command }] of known.filter((route) => route.command !== 'session.close').entries()) {
    const user = await newAccount(roleOf(command), one.units.own);
    const cookies = await cookiesOf(user);
    const bodies = odd.flatMap((value, at): Sent[] => {
      const other = odd[(at + 7) % odd.length] ?? '';
      const cell = { indicatorCode: value, periodCode: other, version: value, entry: other };
      const fields = {
        collection: value,
        collectionId: other,
        figure: `${value} ${other}`,
        version: value,
        unitCode: value,
      };
      const real = { collection: one.collectionId, collectionId: one.collectionId };
      const name = value.replaceAll(/[\r\n"]/g, '');
      return /^\/api\/(reporting|monitoring)\//.test(path)
        ? [
            json(value),
            json({ collectionId: value, unitCode: other, cells: [cell] }),
            json({ collectionId: one.collectionId, unitCode: one.units.own, cells: value }),
          ]
        : [
            form(fields, { name: `${name}.csv`, content: value }),
            form(real, { name: `${name}.pdf`, content: `%PDF-${value}` }),
          ];
    });
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=',
    ];
    const wrong = types.map((type) => ({ type, body: '--cut\r\nContent-Disposition: form-data; name="file' }));
    for (const sent of [...bodies.filter((_, at) => isDeep || (row + at) % 3 === 0), ...wrong]) {
      const { status, body } = await post(product, path, { cookies }, sent);
      calls += 1;
      if (status >= 500 || status === 0 || body.includes('出错了'))
        broken.push(`${path}: ${status} ${sent.type} ${sent.body.slice(0, 120)}: ${body.slice(0, 80)}`);
    }
    await sql`delete from throttle where bucket = ${`upload:${user.id}`}`;
  }
  console.log(`${calls} odd bodies`);
  await sql`delete from upload where org_unit_code = ${one.units.own}`;
  await forgetReturns(sql, one);
  expect(broken).toEqual([]);
});
