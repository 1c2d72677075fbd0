import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { builtActions, callAction, formCall, send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, everybody, joinProduct, newAccount, type Person, refusedWords } from '@/e2e/people';
import { type AccountState, type CommandName, grantOf, may } from '@/lib/access/permissions';
import { refusedAttempt } from '@/lib/access/refusals/words';
import { errors } from '@/lib/i18n/zh-CN/errors';
import { freshName } from '@/lib/testing/accounts';
import { isDeep } from '@/lib/testing/many';

joinProduct();
const actions = builtActions();
const units = ['320671', '320600'] as const;
const states: readonly AccountState[] = ['active', 'waiting', 'disabled'];
const byState: Record<AccountState, Partial<typeof appUser.$inferInsert>> = {
  active: { banned: false, mustChangePassword: false },
  waiting: { banned: false, mustChangePassword: true },
  disabled: { banned: true, mustChangePassword: false },
};

test.describe.configure({ mode: 'serial' });

test('every server action of the build gives a command of the table of permissions', () => {
  expect(actions.filter(({ command }) => command === null).map(({ name }) => name)).toEqual([]);
  expect(actions.length).toBeGreaterThan(15);
});

/** All fields that a form may have; each action reads its own. */
async function fieldsFor(target: { id: string; unitCode: string }): Promise<Record<string, string>> {
  const [row] = await db().select({ version: appUser.version }).from(appUser).where(eq(appUser.id, target.id));
  return {
    id: target.id,
    version: `${row?.version}`,
    username: freshName(),
    name: '演示',
    role: 'reporter',
    unitCode: target.unitCode,
    department: '',
    password: 'not the password',
    repeated: 'another one',
    present: 'not the password',
    code: '000000',
  };
}

/** Whether the answer is a refusal of the role, before anything was read. */
const isForbidden = (person: Pick<Person, 'role'>, body: string) => body.includes(refusedWords(person));
const isWrongState = (body: string) => body.includes(errors.userState);

/** Whether the action changes an account, whose state then matters. */
const actsOnAccounts = (command: CommandName) =>
  command.startsWith('user.') && !['user.create', 'user.import'].includes(command);

test('every action, for everybody and on accounts in every state, is allowed or refused as in the table', async ({
  product,
}) => {
  test.setTimeout(480_000);
  const people = await everybody();
  const targets = await Promise.all(
    units.map(async (unitCode) => ({ ...(await newAccount('reporter', unitCode)), unitCode })),
  );
  const everyCase = targets.flatMap((target) => states.map((state) => ({ target, state })));
  const differences: string[] = [];
  let calls = 0;
  for (const [row, { id, name, command }] of actions.entries()) {
    if (!command) continue;
    for (const [column, person] of people.entries()) {
      for (const { target, state } of casesOf(command, person, row + column)) {
        await db().update(appUser).set(byState[state]).where(eq(appUser.id, target.id));
        // Signing out ends the session, so each of these calls has a session of its own.
        const isEnding = command === 'session.close' && person.user;
        const cookies = isEnding ? await cookiesOf(isEnding) : person.cookies;
        const { body } = await callAction(product, id, { fields: await fieldsFor(target), cookies });
        calls += 1;
        const why = difference(command, person, state, body);
        if (why) differences.push(`${name} by ${person.name} on ${target.unitCode}, ${state}: ${why}`);
      }
    }
  }

  /**
   * Unit and state matter to commands on accounts and to permitted roles; others are tried with one case in turn, and
   * in the deep run with all.
   */
  function casesOf(command: CommandName, { role }: Person, turn: number): typeof everyCase {
    if (!actsOnAccounts(command)) return everyCase.slice(0, 1);
    return isDeep || may(role, command) ? everyCase : everyCase.slice(turn % everyCase.length).slice(0, 1);
  }
  console.log(`${calls} calls, ${differences.length} differences`);
  expect(differences).toEqual([]);
});

function difference(command: CommandName, person: Person, state: AccountState, body: string): string | null {
  const isAllowed = may(person.role, command);
  if (isForbidden(person, body) === isAllowed) return isAllowed ? 'refused' : 'allowed';
  if (!isAllowed || !actsOnAccounts(command)) return null;
  const fits = grantOf(command).states?.includes(state) ?? true;
  return isWrongState(body) === fits ? `the state was ${fits ? 'refused' : 'let pass'}` : null;
}

test('a page of another origin, or without one, gives no command', async ({ product, sql }) => {
  const [administrator] = (await everybody()).filter(({ role }) => role === 'administrator');
  const create = actions.find(({ command }) => command === 'user.create');
  const fields = { username: freshName(), name: '演示', role: 'leader', unitCode: '', department: '' };
  const cookies = administrator?.cookies ?? '';
  const call = (more: Partial<Parameters<typeof callAction>[2]>) =>
    callAction(product, create?.id ?? '', { fields, cookies, ...more });
  const evil = 'https://evil.example';
  const answers = await Promise.all([
    call({ origin: evil }),
    call({ origin: 'null' }),
    call({ origin: null }),
    call({ origin: evil, headers: { 'x-forwarded-host': 'evil.example' } }),
    call({ origin: evil, headers: { host: 'evil.example' } }),
    call({ origin: evil, headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } }),
    call({ cookies: '', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } }),
    call({ cookies: '', path: '/access/users/new' }),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status === 0)).toEqual([]);
  expect(await sql`select 1 from app_user where username = ${fields.username}`).toHaveLength(0);
  // A call from any page of the product is the same command of the same principal.
  expect((await call({ path: '/' })).body).toContain('"status":"done"');
  expect(await sql`select 1 from app_user where username = ${fields.username}`).toHaveLength(1);
});

test('refused attempts, of a command, without an origin and for a file, are recorded', async ({ product, sql }) => {
  const user = await newAccount('reporter');
  const cookies = await cookiesOf(user);
  const create = actions.find(({ command }) => command === 'user.create');
  const fields = { username: freshName(), name: '演示', role: 'administrator', unitCode: '', department: '' };
  const call = (more: object = {}) => callAction(product, create?.id ?? '', { fields, cookies, ...more });
  for (let time = 0; time < 5; time += 1) expect(isForbidden({ role: 'reporter' }, (await call()).body)).toBe(true);
  // The framework refuses a foreign origin before the product; a missing origin reaches the product.
  await call({ origin: null });
  const file = await send(`${product}/api/downloads/audit`, { headers: { cookie: cookies } });
  expect(file.status).toBe(403);
  expect(await sql`select 1 from app_user where username = ${fields.username}`).toHaveLength(0);
  const told = await sql`select role, address, changes::jsonb -> 0 ->> 'subject' as subject,
    changes::jsonb -> 0 -> 'after' ->> 'refused' as why
    from audit_event where actor = ${user.id} and command = ${refusedAttempt} order by seq`;
  const at = { role: 'reporter', address: '127.0.0.1' };
  const tried = { ...at, subject: 'command/user.create' };
  expect([...told]).toEqual([
    ...Array.from({ length: 5 }, () => ({ ...tried, why: 'role' })),
    { ...tried, why: 'foreignOrigin' },
    { ...at, subject: 'view/audit', why: 'role' },
  ]);
});

test('thirty foreign fields change nothing', async ({ product, sql }) => {
  const [administrator] = (await everybody()).filter(({ role }) => role === 'administrator');
  const target = await newAccount('reporter');
  const extra = Object.fromEntries(
    [
      'banned',
      'status',
      'createdBy',
      'isAdmin',
      'userId',
      'email',
      'mustChangePassword',
      'twoFactorEnabled',
      '__proto__',
    ]
      .concat(['constructor', 'prototype', 'toString', 'actor', 'scope', 'sessionId', 'token', 'hash', 'image'])
      .concat(['isDemonstration', 'handedOverUntil', 'passwordSetAt', 'createdAt', 'updatedAt', 'lastSignInAt'])
      .concat(['role[]', 'role.0', 'roles', 'principal', 'command', 'permissions'])
      .map((name) => [name, '1']),
  );
  expect(Object.keys(extra).length).toBeGreaterThanOrEqual(29);
  for (const { id, command } of actions) {
    if (command === 'session.close' || command?.startsWith('user.') === false || command === 'user.import') continue;
    const [before] = await sql`select * from app_user where id = ${target.id}`;
    const fields = { ...(await fieldsFor({ id: target.id, unitCode: '320671' })), version: '999999', ...extra };
    await callAction(product, id, { fields, cookies: administrator?.cookies ?? '' });
    const [after] = await sql`select * from app_user where id = ${target.id}`;
    expect({ ...after, version: 0, updated_at: 0 }, command ?? '').toEqual({ ...before, version: 0, updated_at: 0 });
    await db()
      .update(appUser)
      .set({ ...byState.active, version: 1 })
      .where(eq(appUser.id, target.id));
  }
});

/** The names of the fields of all forms. */
const fieldNames = ['id', 'version', 'username', 'name', 'role', 'unitCode', 'department', 'password', 'repeated']
  .concat(['present', 'code', 'file', 'collectionId', 'collection', 'unit', 'figures', 'figure', 'typed', 'reason'])
  .concat(['title', 'opensOn', 'dueOn', 'dueTime', 'graceDays', 'chain-unitReviewer', 'vintage', 'instructions'])
  .concat(['periodCode', 'peerGroupCode', 'unit-DEMO-JIA', 'current-DEMO_KEY', 'message', 'untilOn', 'untilTime'])
  .concat(['number', 'decision', 'calendarId', 'isActive', 'frequency', 'mergesJanuary', 'opensDay', 'dueDay'])
  .concat(['dueMonthsAfter', 'startsWith', 'follows', 'isOn', 'kind', 'severity', 'indicatorCodes', 'min', 'max'])
  .concat(['percent', 'factors', 'expression', 'validFrom', 'messageZh', 'version:DEMO_KEY 2026-M09', 'next', 'phrase'])
  .concat(['schemeCode', 'nameZh', 'nameEn', 'copyOf', 'document', 'note', 'deadlinePassed', 'withUnconfirmed'])
  .concat(['boundsConfirmed', 'node', 'rule', 'points', 'article', 'evidence', 'incident', 'happenedOn', 'state', 'to'])
  .concat(['run', 'scheme', 'weights']);

// None of them is a word that pages are searched for as a fault: some are taken as names.
const odd = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '-Infinity',
  '\0',
  '𝟙',
  "' or 1=1 --",
  '{"a":{"$gt":1}}',
  '[]',
  'NULL',
  '%00',
  '../..',
].concat(['x'.repeat(5000), '<script>', '{{7*7}}', '\u202E', '１２３', 'true']);

test('no value in a field or a call causes a fault', async ({ product }) => {
  test.setTimeout(400_000);
  const people = await everybody();
  const broken: string[] = [];
  let calls = 0;
  for (const [row, { id, name, command }] of actions.entries()) {
    if (!command || command === 'session.close' || command === 'session.open') continue;
    const giver =
      people.find(({ role }) => role === 'administrator' && may(role, command)) ??
      people.find(({ role }) => role !== 'visitor' && may(role, command));
    for (const [at, value] of odd.entries()) {
      // In turn each value is tried on every seventh action, in the deep run on all.
      if (!isDeep && (row + at) % 7 > 0) continue;
      const fields = Object.fromEntries(
        fieldNames.map((field, index) => [field, odd[(at * 7 + index) % odd.length] ?? value]),
      );
      const bodies = [formCall(fields), formCall(fields, JSON.stringify(value)), formCall({}, 'null')];
      // The state of a form belongs to the framework: other values for it are tried with every third value.
      for (const body of at % 3 === 0 ? bodies : bodies.slice(0, 1)) {
        const answer = await callAction(product, id, { fields: {}, body, cookies: giver?.cookies ?? '' });
        calls += 1;
        if (answer.body.includes('出错了') || answer.status >= 500) broken.push(`${name}: ${value.slice(0, 60)}`);
      }
    }
  }
  console.log(`${calls} odd calls`);
  expect(broken).toEqual([]);
});
