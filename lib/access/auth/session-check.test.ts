import { expect, test, vi } from 'vitest';
import { sharedPool } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { endedByIdleness } from '@/lib/access/auth/queries';
import { settings } from '@/lib/settings';
import { account, Browser, checkSettings, fictionalUnits } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

test('a session is found by one statement, over an index; a visitor costs none', async () => {
  const user = await account(database, { username: 'one', role: 'reporter' });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  const asked = vi.spyOn(sharedPool(), 'unsafe');
  expect((await browser.principal()).role).toBe('reporter');
  expect(asked).toHaveBeenCalledTimes(1);
  await new Browser().principal();
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();

  await sql`insert into app_session (id, token, user_id, expires_at, created_at, updated_at)
    select 's' || n, 't' || n, ${user.id}, now() + interval '1 hour', now(), now() from generate_series(1, 5000) n`;
  await sql`analyze app_session`;
  const plan = await sql`explain select id from app_session where token = 't4711'`;
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('app_session_token_unique');
});

test('only a session that ended because nothing was done in it is told so', async () => {
  const user = await account(database, { username: 'idle', role: 'reporter' });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  const later = new Date(Date.now() + (settings().idleMinutes + 1) * 60_000);
  expect(await endedByIdleness(browser.caller, new Date())).toBe(false);
  expect((await browser.principal(later)).role).toBe('visitor');
  expect(await endedByIdleness(browser.caller, later)).toBe(true);
  expect(await endedByIdleness(new Browser().caller, later)).toBe(false);
  await sql`delete from app_session where user_id = ${user.id}`;
  expect(await endedByIdleness(browser.caller, later)).toBe(false);
});
