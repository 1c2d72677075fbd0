import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { verifiedChain } from '@/lib/access/audit/queries';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { createUser } from '@/lib/access/users/create-user';
import { disableUser } from '@/lib/access/users/disable-user';
import { editUser } from '@/lib/access/users/edit-user';
import { enableUser } from '@/lib/access/users/enable-user';
import { importUsers } from '@/lib/access/users/import-users';
import { userDetail, userList } from '@/lib/access/users/queries';
import { resetPassword } from '@/lib/access/users/reset-password';
import { revokeSessions } from '@/lib/access/users/revoke-sessions';
import { unlockUser } from '@/lib/access/users/unlock-user';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

let admin: Principal;
let others: Principal[];
const now = () => new Date();
const reporter = () => account(database, { username: freshName(), role: 'reporter' });
const versionOf = async (id: string) => (await sql`select version from app_user where id = ${id}`)[0]?.version;
const events = async () => (await sql`select count(*)::int as n from audit_event`)[0]?.n;
const posting = { name: '演示', role: 'reporter', unitCode: 'YI', department: '' };

beforeAll(async () => {
  const signedIn = async (role: 'administrator' | 'auditor' | 'reporter' | 'assessmentOffice') => {
    const user = await account(database, { username: freshName(), role });
    const browser = new Browser();
    await browser.signIn(user.username, user.password);
    return browser.principal();
  };
  admin = await signedIn('administrator');
  others = [await signedIn('reporter'), await signedIn('assessmentOffice')];
});

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: object,
  principal = admin,
) => perform(command, principal, input, { now: now() });

describe('each command leaves exactly one event, with the values before and after', () => {
  test.each<[string, (id: string, version: number) => Promise<unknown>, string]>([
    ['edit', (id, version) => act(editUser, { id, version, ...posting }), '"unitCode":"YI"'],
    ['disable', (id, version) => act(disableUser, { id, version }), '"after":{"state":"disabled"'],
    ['reset', (id, version) => act(resetPassword, { id, version }), '"after":{"state":"waiting"'],
  ])('%s', async (_name, command, told) => {
    const { id } = await reporter();
    const before = await events();
    await command(id, await versionOf(id));
    expect(await events()).toBe(before + 1);
    const [last] = await sql`select changes, actor from audit_event order by seq desc limit 1`;
    expect(last?.actor).toBe(admin.userId);
    expect(last?.changes).toContain(told);
    expect(last?.changes).toContain(`user/${id}`);
  });

  test('a command without a change leaves no event', async () => {
    const user = await reporter();
    const before = await events();
    const same = { ...posting, name: `演示·${user.username}`, unitCode: 'JIA' };
    await act(editUser, { id: user.id, version: await versionOf(user.id), ...same });
    await act(revokeSessions, { id: user.id });
    await act(unlockUser, { id: user.id });
    expect(await events()).toBe(before);
  });

  test('a secret is in no event and in no row except as a hash', async () => {
    const made = await act(createUser, { username: freshName(), ...posting });
    const [user] = await sql`select * from app_user where id = ${made.userId}`;
    const [told] = await sql`select string_agg(changes, '') as all from audit_event`;
    const [kept] = await sql`select password from credential where user_id = ${made.userId}`;
    expect(made.secret.replaceAll('-', '')).toHaveLength(20);
    expect(`${told?.all}${JSON.stringify(user)}`).not.toContain(made.secret);
    expect(kept?.password).toMatch(/^\$argon2id\$/);
  });
});

describe('refusals', () => {
  test('an account changed meanwhile is not changed again', async () => {
    const { id } = await reporter();
    const version = await versionOf(id);
    await act(editUser, { id, version, ...posting });
    expect(await refusalOf(act(disableUser, { id, version }))).toBe('conflict movedByYou');
  });

  test('nobody administers their own account', async () => {
    const input = { id: admin.userId, version: await versionOf(admin.userId) };
    expect(await refusalOf(act(disableUser, input))).toBe('forbidden ownAccount');
    expect(await refusalOf(act(resetPassword, input))).toBe('forbidden ownAccount');
    expect(await refusalOf(act(editUser, { ...input, ...posting, role: 'auditor' }))).toBe('forbidden ownAccount');
  });

  test('a state that the command does not allow', async () => {
    const { id } = await reporter();
    expect(await refusalOf(act(enableUser, { id, version: await versionOf(id) }))).toBe('conflict userState');
    await act(disableUser, { id, version: await versionOf(id) });
    expect(await refusalOf(act(resetPassword, { id, version: await versionOf(id) }))).toBe('conflict userState');
  });

  test.each([
    [{ role: 'reporter', unitCode: '' }, 'invalid postingMissing'],
    [{ role: 'departmentReviewer', unitCode: 'JIA', department: '' }, 'invalid postingMissing'],
    [{ role: 'reporter', unitCode: 'nowhere' }, 'invalid unknownUnit'],
    [{ role: 'departmentReviewer', department: 'nobody' }, 'invalid unknownDepartment'],
    [{ role: 'system' }, 'invalid input'],
    [{ name: '' }, 'invalid input'],
    [{ name: 'a\u0000b' }, 'invalid input'],
    [{ username: 'Ünï' }, 'invalid input'],
    [{ banned: true }, 'invalid input'],
  ])('%j', async (change, refusal) => {
    expect(await refusalOf(act(createUser, { username: freshName(), ...posting, ...change }))).toBe(refusal);
  });

  test('a username exists once, in upper or lower case', async () => {
    const { username } = await reporter();
    expect(await refusalOf(act(createUser, { username: username.toUpperCase(), ...posting }))).toBe(
      'conflict usernameTaken',
    );
  });
});

describe('the list of accounts', () => {
  test('is searched by name, role and state by an administrator, and empty for others', async () => {
    const user = await reporter();
    const choice = { q: user.username, page: 1 };
    expect((await userList(admin, choice)).users.map(({ id }) => id)).toContain(user.id);
    expect((await userList(admin, { ...choice, state: 'disabled' })).users).toEqual([]);
    expect((await userList(admin, { q: '%', page: 1 })).total).toBe(0);
    for (const principal of others) {
      expect(await userList(principal, choice)).toEqual({ users: [], total: 0 });
      expect(await userDetail(principal, user.id, now())).toBeNull();
    }
  });
});

describe('an imported list of accounts', () => {
  const listedLine = (line: number, change: object = {}) => ({
    line,
    username: freshName(),
    name: '演示',
    role: '填报员',
    unitCode: '甲区',
    department: '',
    ...change,
  });

  test('creates all, in its order, in one event', async () => {
    const before = await events();
    const users = [listedLine(2), listedLine(3, { role: 'Department reviewer', unitCode: '', department: '演示部门' })];
    const outcome = await act(importUsers, { users });
    if (outcome.kind !== 'made') throw new Error('refused');
    expect(outcome.handed.map(({ username }) => username)).toEqual(users.map(({ username }) => username));
    expect(await events()).toBe(before + 1);
  });

  test('with one fault creates none and reports every fault by its place', async () => {
    const { username } = await reporter();
    const good = listedLine(2);
    const users = [
      good,
      listedLine(3, { username }),
      listedLine(4, { username: good.username }),
      listedLine(5, { username: '王五', name: '', role: '市长' }),
      listedLine(6, { unitCode: '丙市' }),
      listedLine(7, { role: '部门审核', department: '丁局' }),
    ];
    const outcome = await act(importUsers, { users });
    if (outcome.kind !== 'faults') throw new Error('made');
    expect(outcome.faults.map(({ line, column, key }) => `${line} ${column} ${key}`)).toEqual([
      '2 username twice',
      '3 username taken',
      '4 username twice',
      '5 username username',
      '5 name name',
      '5 role role',
      '6 unitCode unit',
      '7 department department',
    ]);
    expect(await sql`select 1 from app_user where username = ${good.username}`).toHaveLength(0);
  });
});

describe('a hundred clients that change one account', () => {
  const clients = 100;
  const edits = 20;

  test('lose no acknowledged change, and the others get a conflict', async () => {
    const { id } = await reporter();
    const start = await versionOf(id);
    let acknowledged = 0;
    let conflicts = 0;
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let edit = 0; edit < edits; edit += 1) {
          const version = await versionOf(id);
          const refused = await refusalOf(act(editUser, { id, version, ...posting, name: `演示${client}.${edit}` }));
          if (refused === null) acknowledged += 1;
          else if (refused === 'conflict movedByYou') conflicts += 1;
          else throw new Error(String(refused));
        }
      }),
    );
    console.log(`${acknowledged} acknowledged, ${conflicts} conflicts`);
    expect(acknowledged + conflicts).toBe(clients * edits);
    expect(conflicts).toBeGreaterThan(0);
    expect((await versionOf(id)) - start).toBe(acknowledged);
    const told =
      await sql`select count(*)::int as n from audit_event where changes like ${`%user/${id}%`} and command = 'user.edit'`;
    expect(told[0]?.n).toBe(acknowledged);
  }, 60_000);

  test('lose some without the condition, so the check can fail', async () => {
    const { id } = await reporter();
    const start = await versionOf(id);
    let acknowledged = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let edit = 0; edit < edits; edit += 1) {
          const version = await versionOf(id);
          await sql`update app_user set version = ${version + 1} where id = ${id}`;
          acknowledged += 1;
        }
      }),
    );
    const lost = acknowledged - ((await versionOf(id)) - start);
    console.log(`${lost} of ${acknowledged} lost without the condition`);
    expect(lost).toBeGreaterThan(0);
  }, 60_000);
});

test('leave a whole chain', async () => {
  expect((await verifiedChain(database)).broken).toBeNull();
});
