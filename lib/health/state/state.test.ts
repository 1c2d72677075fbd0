import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';

import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { account, checkSettings, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { checkChain } from './check-chain';
import { diskSpaces } from './disk-space';
import { databaseState, lastChainCheck, waitingWork } from './queries';
import { isNearlyFull } from './words';

const { sql, database } = await testDatabase();
checkSettings();
const [administrator, auditor] = [person('administrator'), person('auditor')];

test('the state of the database is what PostgreSQL says, and is seen by few', async () => {
  await account(database, { username: 'one', role: 'leader' });
  const state = await databaseState(auditor);
  const [told] = await sql`show server_version`;
  expect(state).toMatchObject({ version: told?.server_version, slow: null });
  expect(state?.tables).toHaveLength(8);
  expect(state?.tables.map(({ bytes }) => bytes)).toEqual(
    state?.tables.map(({ bytes }) => bytes).toSorted((one, other) => other - one),
  );
  const [{ newest } = {}] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
  expect(state?.migratedAt?.getTime()).toBe(newest);
  expect(state?.bytes).toBeGreaterThan(1_000_000);
  await sql`analyze audit_event`;
  const [{ events } = {}] = await sql`select count(*)::int as events from audit_event`;
  const counted = (await databaseState(auditor))?.tables.find(({ name }) => name === 'audit_event');
  expect(counted?.rows).toBe(events);
  for (const role of ['leader', 'assessmentOffice', 'reporter'] as const) {
    expect(await databaseState(person(role))).toBeNull();
    expect(await waitingWork(person(role))).toBeNull();
  }
});

test('the audit chain is walked and the result stands in it; a break is named', async () => {
  expect(await lastChainCheck(administrator)).toBeNull();
  const now = new Date('2026-06-01T00:00:00Z');
  const check = () => perform(checkChain, systemPrincipal('housekeeping'), {}, { now });
  const [{ events } = {}] = await sql`select max(seq)::int as events from audit_event`;
  await check();
  expect(await lastChainCheck(administrator)).toEqual({ at: now, events, brokenAt: null });
  expect(await lastChainCheck(person('leader'))).toBeNull();
  await sql`alter table audit_event disable trigger user`;
  await sql`update audit_event set actor = 'somebody else' where seq = 1`;
  await sql`alter table audit_event enable trigger user`;
  await check();
  expect(await lastChainCheck(auditor)).toMatchObject({ brokenAt: 1 });
  expect(await refusalOf(perform(checkChain, administrator, {}, { now }))).toBe('forbidden command');
});

test('work that waits is counted', async () => {
  expect(await waitingWork(administrator)).toEqual({ messages: 0, failedMessages: 0, uploads: 0, backups: 0 });
  await sql`insert into backup (id, state, origin, asked_by, asked_at) values ('b', 'asked', 'page', 'x', now())`;
  expect(await waitingWork(administrator)).toMatchObject({ backups: 1 });
});

test('a disk is told once, also for a folder that is not there yet, and warned of when it is nearly full', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-disk-'));
  const spaces = await diskSpaces([
    ['data', folder],
    ['backups', join(folder, 'not', 'there')],
  ]);
  rmSync(folder, { recursive: true });
  expect(spaces).toHaveLength(1);
  expect(spaces[0]?.free).toBeLessThan(spaces[0]?.total ?? 0);
  const giga = 1_000_000_000;
  expect(isNearlyFull({ free: 9 * giga, total: 100 * giga })).toBe(true);
  expect(isNearlyFull({ free: 10 * giga, total: 100 * giga })).toBe(false);
  expect(isNearlyFull({ free: 0.9 * giga, total: 2 * giga })).toBe(true);
});
