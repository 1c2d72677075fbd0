import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';
import { takeBackAttempt } from '@/lib/access/throttle/take-back-attempt';
import { many } from '@/lib/testing/many';

const { sql, database } = await testDatabase();

test('attempts that succeed at the same time never deadlock, and leave no failure', async () => {
  const rule = { kind: 'window', free: 1000, seconds: 900 } as const;
  const buckets = ['account:jia', 'address:10.8.0.1', 'everybody'].map((name) => ({ name, rule }));
  const [own = '', ...shared] = buckets.map(({ name }) => name);
  const succeed = async () => {
    for (let round = 0; round < many(100, 25); round += 1) {
      await reserveAttempt(database, buckets, new Date());
      await database.transaction((tx) => takeBackAttempt(tx, { own: [own], shared: shared.toReversed() }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, succeed));
  expect(await sql`select bucket from throttle where failures > 0`).toEqual([]);
});
