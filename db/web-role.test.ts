import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from '@/lib/access/audit/record-event';
import { systemPrincipal } from '@/lib/access/principal';
import { closeSharedPool, drizzleOver, openSql, type Sql, sharedPool, webOptions } from './client';
import { prepareDatabase } from './migrate';
import { testDatabase } from './testing';
import { histories, webFault } from './web-role';

const { url } = await testDatabase();
const sql = openSql(url, { max: 4 });
const web = openSql(url, { max: 4, ...webOptions() });
afterAll(() => Promise.all([web.end(), sql.end()]));

const event = { command: 'x', at: new Date(0), address: '', changes: [], digest: 'sha256' } as const;
const record = (pool: Sql) => drizzleOver(pool).transaction((tx) => recordEvent(tx, systemPrincipal('test'), event));

describe('the web process', () => {
  beforeAll(() => record(sql));

  test('works under its role, with a limit for every statement and every idle transaction', async () => {
    const [found] = await web`select current_user as who, current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`;
    expect(found).toEqual({ who: 'baton_web', statement: '10s', idle: '30s' });
    await web`reset role`;
    expect(await web`select current_user as who`).toEqual([{ who: 'baton_web' }]);
  });

  test('has the shared pool', async () => {
    await closeSharedPool();
    expect(await sharedPool().unsafe('select current_user as who')).toEqual([{ who: 'baton_web' }]);
  });

  test('adds events to the audit chain', async () => {
    const before = (await sql`select 1 from audit_event`).length;
    await Promise.all([record(web), record(web), record(web)]);
    expect(await sql`select 1 from audit_event`).toHaveLength(before + 3);
  });

  const refusedStatements = (table: string) => [
    `update ${table} set ${table === 'observation_revision' ? 'note' : 'actor'} = 'nobody'`,
    `delete from ${table}`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} add column more int`,
    `alter table ${table} owner to baton_web`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable trigger user`,
    `alter table ${table} disable trigger ${table}_append_only`,
    `drop trigger ${table}_append_only on ${table}`,
    `drop table ${table}`,
    `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
    `create rule mine as on insert to ${table} do instead nothing`,
    `select * from ${table} for update`,
  ];

  test.each(histories.flatMap(refusedStatements))('may not: %s', async (statement) => {
    await expect(web.unsafe(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0A000|42601)$/) });
  });

  test.each([
    'create table mine (n int)',
    'create schema mine',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
    'drop function refuse_change() cascade',
    "set session_replication_role = 'replica'",
    'truncate topic',
    'alter table topic add column more int',
    'select * from drizzle.__drizzle_migrations',
    'create role mine',
  ])('is also denied: %s', async (statement) => {
    await expect(web.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('may change rows of other tables as a command does', async () => {
    await web`insert into topic (code, name_zh, name_en, sort_order) values ('t', '甲', 'A', 1)`;
    await web`update topic set sort_order = 2`;
    expect(await web`delete from topic returning sort_order`).toEqual([{ sort_order: 2 }]);
  });
});

describe('preparing a database', () => {
  test('gives the role new tables, and mends rights that were changed by hand', async () => {
    await sql.unsafe(
      'create table later (n serial); revoke select on topic from baton_web; grant truncate on topic to baton_web',
    );
    await prepareDatabase(url, async () => {});
    await web`insert into later default values`;
    await web`select 1 from topic`;
    await expect(web`truncate topic`).rejects.toMatchObject({ code: '42501' });
    await sql`drop table later`;
  });

  test('refuses a superuser, except on an embedded server', async () => {
    expect(await webFault(url)).toBe('superuser');
    expect(await webFault(url, { embedded: true })).toBeNull();
  });

  test('leaves an extra right on a history for the start to refuse', async () => {
    expect(await webFault(url, { embedded: true })).toBeNull();
    await sql`grant update (actor) on audit_event to baton_web`;
    await prepareDatabase(url, async () => {});
    expect(await webFault(url, { embedded: true })).toBe('writable');
    await sql`revoke update on audit_event from baton_web`;
  });

  test('protects every table that has the triggers of a history', async () => {
    const guarded = await sql`select distinct tgrelid::regclass::text as name from pg_trigger
      where tgfoid = 'refuse_change'::regproc order by 1`;
    expect(guarded.map(({ name }) => name)).toEqual([...histories].sort());
  });
});

describe('an owner who is no superuser', () => {
  const name = `owner_${randomBytes(6).toString('hex')}`;
  const address = new URL(url);
  address.username = name;
  address.pathname = name;
  const prepare = () => prepareDatabase(address.href, async () => {});

  beforeAll(async () => {
    await sql.unsafe(`create role ${name} login`);
    await sql.unsafe(`create database ${name} owner ${name}`);
  });
  afterAll(async () => {
    await sql.unsafe(`drop database ${name} with (force)`);
    await sql.unsafe(`drop role ${name}`);
  });

  test('without the right to make roles learns what an administrator must run once; then it works', async () => {
    const refusal = await prepare().catch((error: Error) => error);
    expect(refusal).toMatchObject({ name: 'StartFailure' });
    const statement = `GRANT baton_web TO ${name};`;
    expect(`${refusal}`).toContain(statement);
    await sql.unsafe(statement);
    await prepare();
    const own = openSql(address.href, { max: 1, ...webOptions() });
    expect(await own`select current_user as who from audit_event right join (select) one on true`).toEqual([
      { who: 'baton_web' },
    ]);
    await expect(own`delete from audit_event`).rejects.toMatchObject({ code: '42501' });
    await own.end();
  });
});
