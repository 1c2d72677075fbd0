import { afterEach, expect, test, vi } from 'vitest';
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
  // The browser sends its cookies over https too: the attack must not fail by the name of a cookie.
  for (const [name, value] of [...browser.jar]) browser.jar.set(`__Host-${name}`, value);
}

afterEach(() => vi.unstubAllEnvs());

test('on its own machine a demonstration account works like any other', async () => {
  expect(await shown.browser.principal()).toMatchObject({ role: 'reporter', userId: shown.id });
});

// A database that was tried out on one machine and is then served to others.
test.each([
  ['with an external database', { BATON_EMBEDDED: '' }],
  ['behind a proxy', { TRUSTED_PROXY: '1' }],
  ['on a host that other machines reach', { HOST: '0.0.0.0' }],
  ['under a public address', { APP_ORIGIN: 'https://kaohe.example' }],
])('%s a demonstration account neither keeps its session nor signs in', async (_what, setting) => {
  for (const [name, value] of Object.entries(setting)) vi.stubEnv(name, value);
  expect(await shown.browser.principal()).toMatchObject({ role: 'visitor', units: [] });
  expect(await other.browser.principal()).toMatchObject({ role: 'reporter', userId: other.id });
  expect(await new Browser().signIn(shown.username, shown.password)).toMatchObject({ why: 'accountDisabled' });
  expect(await new Browser().signIn(other.username, other.password)).toMatchObject({ kind: 'in' });
});
