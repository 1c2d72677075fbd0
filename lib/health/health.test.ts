import { sql as dsql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { closeSharedPool, db } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { databaseAnswers, databaseReady } from '@/lib/health/queries';

const { url, sql } = await testDatabase();

describe('the readiness of the database', () => {
  test('is yes while it answers, no at once when it cannot be reached, and yes again when it is back', async () => {
    expect(await databaseAnswers()).toBe(true);
    await moveDatabase('postgres://postgres@127.0.0.1:9/nowhere');
    expect(await databaseAnswers()).toBe(false);
    expect(await databaseReady()).toBe(false);
    await moveDatabase(url);
    expect(await databaseReady()).toBe(true);
  });

  test('is no when the database is silent: all askers share one query on one connection', async () => {
    const { createServer } = await import('node:net');
    let connections = 0;
    const silent = createServer(() => {
      connections += 1;
    });
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await moveDatabase(`postgres://postgres@127.0.0.1:${port}/nowhere`);
    const asked = [databaseAnswers(), databaseAnswers(), databaseAnswers()];
    expect(await Promise.all(asked)).toEqual([false, false, false]);
    expect(connections).toBe(1);
    await moveDatabase(url);
    expect(await databaseAnswers()).toBe(true);
    silent.close();
  });

  test('is yes while a lock blocks every page, and the pages get their own answers afterwards', async () => {
    expect(await databaseAnswers()).toBe(true);
    const lock = await sql.reserve();
    await lock`begin`;
    await lock`lock table app_user in access exclusive mode`;
    const names = Array.from({ length: 30 }, (_, at) => `person ${at}`);
    const asked = names.map((name) => db().execute(dsql`select ${name}::text as name, count(*) from app_user`));
    expect(await Promise.all([databaseAnswers(), databaseReady()])).toEqual([true, true]);
    await lock`commit`;
    lock.release();
    expect((await Promise.all(asked)).map(([row]) => row?.name)).toEqual(names);
  });
});

async function moveDatabase(to: string): Promise<void> {
  await closeSharedPool();
  process.env.DATABASE_URL = to;
}
