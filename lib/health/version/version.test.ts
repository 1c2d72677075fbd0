import { afterAll, expect, test } from 'vitest';
import { closeSharedPool, drizzleOver } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { recordEvent } from '@/lib/access/audit/queries';
import { systemPrincipal } from '@/lib/access/principal';
import { storedVersion } from '@/lib/health/version/queries';

const { url, sql } = await testDatabase();
const database = drizzleOver(sql);
const event = { command: 'x', at: new Date(0), address: '', changes: [], digest: 'sha256' } as const;
const write = () => database.transaction((tx) => recordEvent(tx, systemPrincipal('check'), event));
afterAll(closeSharedPool);

test('the version of what is stored is another after each event and each migration, and the same between', async () => {
  const versions = [await storedVersion()];
  for (let round = 0; round < 3; round += 1) {
    await write();
    versions.push(await storedVersion());
    expect(await storedVersion()).toBe(versions.at(-1));
  }
  await sql`comment on table audit_event is 'migrated to another'`;
  versions.push(await storedVersion());
  expect(new Set(versions)).toHaveLength(5);
  expect(versions).not.toContain(null);
});

test('whoever asks after a write is told of it, however many ask at the time', async () => {
  const told: (string | null)[] = [];
  for (let round = 0; round < 20; round += 1) {
    const early = [storedVersion(), storedVersion()];
    await write();
    const late = await Promise.all([storedVersion(), storedVersion(), storedVersion()]);
    expect(new Set(late)).toHaveLength(1);
    expect(told).not.toContain(late[0]);
    told.push(late[0] ?? null);
    await Promise.all(early);
  }
});

test('there is none while the database is away or does not answer, and one again when it does', async () => {
  process.env.DATABASE_URL = 'postgres://postgres@127.0.0.1:9/nowhere';
  expect(await storedVersion()).toBeNull();
  process.env.DATABASE_URL = url;
  const lock = await sql.reserve();
  await lock`begin`;
  await lock`lock table audit_event in access exclusive mode`;
  expect(await Promise.all([storedVersion(), storedVersion()])).toEqual([null, null]);
  await lock`commit`;
  lock.release();
  expect(await storedVersion()).not.toBeNull();
});
