import { expect, test, vi } from 'vitest';
import { db } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { log } from '@/lib/log';
import { account, Browser, checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { database, sql } = await testDatabase();
await fictionalUnits(database);

const office = await account(database, { username: 'office', role: 'assessmentOffice' });
const reporter = await account(database, { username: 'reporter', role: 'reporter' });
const [officeBrowser, reporterBrowser] = [new Browser(), new Browser()];
await officeBrowser.signIn(office.username, office.password);
await reporterBrowser.signIn(reporter.username, reporter.password);

/** Gives the next statement the answer to another one. */
async function misleadNext(answer: unknown[]): Promise<void> {
  vi.spyOn(db(), 'execute').mockImplementationOnce((() => Promise.resolve(answer)) as never);
}

test.each([
  ['the answer about another person', async () => answersAbout(officeBrowser)],
  ['no answer', async () => []],
  ['two answers', async () => [...(await answersAbout(reporterBrowser)), ...(await answersAbout(reporterBrowser))]],
  ['the answer to another question', async () => [{ '?column?': 1 }]],
])('%s identifies nobody: refused, logged, and every connection closed', async (_what, answer) => {
  const fatal = vi.spyOn(log(), 'fatal').mockImplementation(() => {});
  const before = await pids();
  await misleadNext(await answer());
  expect(await refusalOf(reporterBrowser.principal())).toBe('unavailable answerAstray');
  expect(fatal).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
  expect((await reporterBrowser.principal()).userId).toBe(reporter.id);
  for (const pid of await pids()) expect(before).not.toContain(pid);
});

test('a valid signature of a token without a session makes a visitor, and is no fault', async () => {
  await sql`delete from app_session where user_id = ${office.id}`;
  expect((await officeBrowser.principal()).role).toBe('visitor');
});

/** The database's answer to the session query of this browser. */
async function answersAbout(browser: Browser): Promise<unknown[]> {
  const spy = vi.spyOn(db(), 'execute');
  await browser.principal();
  const answer = await spy.mock.results[0]?.value;
  spy.mockRestore();
  return [...answer];
}

/** The live connections of the shared pool. */
async function pids(): Promise<number[]> {
  const asked = await Promise.all(Array.from({ length: 3 }, () => db().execute('select pg_backend_pid() as pid')));
  return asked.map(([row]) => Number(row?.pid));
}
