import { builtActions, callAction, send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, newAccount } from '@/e2e/people';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

joinProduct();
const signIn = () => builtActions().find(({ name }) => name.endsWith('sign-in/actions.ts signIn'))?.id ?? '';

test('over https the cookies of a sign-in belong to this host, and no script reads them', async () => {
  const origin = 'https://kaohe.example';
  const web = await startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild, { origin });
  try {
    const user = await newAccount('reporter');
    const { username, password } = user;
    const answer = await callAction(web.url, signIn(), {
      fields: { username, password },
      origin,
      headers: { host: 'kaohe.example' },
    });
    expect(answer.redirect).toContain('/workbench');
    const given = answer.cookies.filter((cookie) => !/max-age=0/i.test(cookie));
    expect(given.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['__Host-device', '__Host-session']);
    for (const cookie of given) {
      expect(cookie).toMatch(/; Path=\/;/i);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).not.toMatch(/domain=/i);
    }
    expect(given.find((cookie) => cookie.startsWith('__Host-session'))).toMatch(/Max-Age=28800;/i);
  } finally {
    await web.stop();
  }
});

test('no cache keeps an answer to a signed-in user', async ({ product }) => {
  const { username, password } = await newAccount('administrator');
  const { cookies } = await callAction(product, signIn(), { fields: { username, password } });
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  for (const path of ['/', '/access/users', '/access/account', '/workbench', '/api/search?q=gdp', '/no-such-page']) {
    const { headers } = await send(`${product}${path}`, { headers: { cookie } });
    expect(headers['cache-control'], path).toMatch(/no-store/);
    expect(headers['cache-control'], path).toMatch(/private/);
  }
});
