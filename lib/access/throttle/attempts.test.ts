import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { countFailure, perAccount } from '@/lib/access/throttle/attempts';
import { Browser, checkSettings, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql } = await testDatabase();

test('the waits of an account double from the fifth failure on, up to a quarter of an hour', () => {
  let now = new Date('2026-11-24T01:00:00Z');
  let count: Parameters<typeof countFailure>[0] = null;
  const waits: number[] = [];
  for (let failure = 1; failure <= 20; failure += 1) {
    const next = countFailure(count, perAccount, now);
    if ('wait' in next) throw new Error('asked too early');
    waits.push(((next.blockedUntil?.getTime() ?? now.getTime()) - now.getTime()) / 1000);
    now = next.blockedUntil ?? now;
    count = next;
  }
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, ...Array(6).fill(900)]);
});

test('a thousand failures of all users in five minutes block the next, from any address', async () => {
  const now = new Date();
  await sql`insert into throttle (bucket, failures, since) values ('everybody', 999, ${now.toISOString()})`;
  expect(await new Browser('10.6.0.1').signIn('nobody.here', 'wrong', now)).toMatchObject({ kind: 'refused' });
  expect(await refusalOf(new Browser('10.6.0.2').signIn('nobody.else', 'wrong', now))).toBe('limit tooManyAttempts');
});
