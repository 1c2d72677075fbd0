import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { closeSharedPool, db, openSql } from '@/db/client';
import { openEmbedded } from '@/db/embedded/open';
import { prepareDatabase } from '@/db/migrate';
import { person } from '@/lib/testing/returns';
import { databaseState } from './queries';

const home = mkdtempSync(join(tmpdir(), 'baton-slow-'));
const server = await openEmbedded(home, 'a test', { settings: { shared_preload_libraries: 'pg_stat_statements' } });
afterAll(async () => {
  await closeSharedPool();
  vi.unstubAllEnvs();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

test('statements that take long are told without their values, where the server gathers them', async () => {
  await prepareDatabase(server.url, async () => {});
  await closeSharedPool();
  vi.stubEnv('DATABASE_URL', server.url);
  const slow = async () => (await databaseState(person('administrator')))?.slow;
  expect(await slow()).toBeNull();
  const sql = openSql(server.url, { max: 1 });
  await sql`create extension pg_stat_statements`;
  await sql.end();
  for (let time = 0; time < 6; time += 1) await db().execute(`select pg_sleep(0.02), 'planted ${time}' as value`);
  const told = await slow();
  expect(told?.[0]?.text).toBe('select pg_sleep($1), $2 as value');
  expect(told?.[0]?.calls).toBe(6);
  expect(told?.[0]?.mean).toBeGreaterThan(15);
  expect(JSON.stringify(told)).not.toContain('planted');
});
