import { expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { account, Browser, checkSettings, fictionalUnits } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const shown = { ...(await account(database, { username: 'demo.shown', role: 'reporter' })), browser: new Browser() };
const other = { ...(await account(database, { username: 'other', role: 'reporter' })), browser: new Browser() };
await sql`update app_user set is_demonstration = true where id = ${shown.id}`;
for (const { browser, username, password } of [shown, other]) {
  await browser.signIn(username, password);
  // Over https too the browser has what it was given: the name of a cookie is not what keeps anybody out.
  for (const [name, value] of [...browser.jar]) browser.jar.set(`__Host-${name}`, value);
}

test('on this machine alone an account of the demonstration is one like any other', async () => {
  expect(await shown.browser.principal()).toMatchObject({ role: 'reporter', userId: shown.id });
});

// A database that was tried out on one machine and is then served to others.
test.each([
  ['with a database of one’s own', { BATON_EMBEDDED: '' }],
  ['behind a proxy', { TRUSTED_PROXY: '1' }],
  ['where others reach it', { HOST: '0.0.0.0' }],
  ['under an address that others open', { APP_ORIGIN: 'https://kaohe.example' }],
])('%s an account of the demonstration neither stays nor comes in', async (_what, setting) => {
  for (const [name, value] of Object.entries(setting)) vi.stubEnv(name, value);
  expect(await shown.browser.principal()).toMatchObject({ role: 'visitor', units: [] });
  expect(await other.browser.principal()).toMatchObject({ role: 'reporter', userId: other.id });
  expect(await new Browser().signIn(shown.username, shown.password)).toMatchObject({ why: 'accountDisabled' });
  expect(await new Browser().signIn(other.username, other.password)).toMatchObject({ kind: 'in' });
  vi.unstubAllEnvs();
});
