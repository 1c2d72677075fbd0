import { afterAll, expect, test } from 'vitest';
import { closeSharedPool, drizzleOver } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { recordEvent } from '@/lib/access/audit/record-event';
import { systemPrincipal } from '@/lib/access/principal';
import { storedVersion } from '@/lib/health/version/queries';

const { url, sql } = await testDatabase();
const database = drizzleOver(sql);
const event = { command: 'x', at: new Date(0), address: '', changes: [], digest: 'sha256' } as const;
const write = () => database.transaction((tx) => recordEvent(tx, systemPrincipal('check'), event));
afterAll(closeSharedPool);

test('the version of the stored data changes with each event and each migration, and not otherwise', async () => {
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

test('a question after a write covers that write, even while another query runs', async () => {
  let isOver = false;
  const others = [1, 2, 3].map(async () => {
    while (!isOver) await storedVersion();
  });
  const late: boolean[] = [];
  for (let round = 0; round < 200; round += 1) {
    await write();
    const version = await storedVersion();
    const [last] = await sql`select hash from audit_event order by seq desc limit 1`;
    late.push(version?.includes(last?.hash) ?? false);
  }
  isOver = true;
  await Promise.all(others);
  expect(late).not.toContain(false);
});

test('the version is null while the database is unavailable or silent, and known again afterwards', async () => {
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
