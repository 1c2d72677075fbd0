import { describe, expect, test } from 'vitest';
import { closeSharedSql } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { databaseAnswers, databaseReady } from '@/lib/health/queries';

const { url } = await testDatabase();

describe('the readiness of the database', () => {
  test('is yes while it answers, no at once when it cannot be reached, and yes again when it is back', async () => {
    expect(await databaseAnswers()).toBe(true);
    await moveDatabase('postgres://postgres@127.0.0.1:9/nowhere');
    expect(await databaseAnswers()).toBe(false);
    expect(await databaseReady()).toBe(false);
    await moveDatabase(url);
    expect(await databaseReady()).toBe(true);
  });

  test('is no when the database is silent', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => {});
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await moveDatabase(`postgres://postgres@127.0.0.1:${port}/nowhere`);
    expect(await databaseAnswers()).toBe(false);
    await moveDatabase(url);
    silent.close();
  });

  test('is asked once by many at a time', async () => {
    const [first, second] = [databaseAnswers(), databaseAnswers()];
    expect(first).toBe(second);
    expect(await first).toBe(true);
  });
});

async function moveDatabase(to: string): Promise<void> {
  await closeSharedSql();
  process.env.DATABASE_URL = to;
}
