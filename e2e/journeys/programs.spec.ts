import { randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { dayPlus, todayOf } from '@/lib/catalogue/today';
import { describedOperations } from '@/lib/publishing/api/openapi';
import { operations } from '@/lib/publishing/api/operations';

joinProduct();

/** The form for a token of a leader, with everything but its last day. */
async function filledForm(administrator: Page, name: string): Promise<Locator> {
  await administrator.goto('/access/clients');
  const form = administrator.locator('#new-client');
  await form.getByRole('textbox', { name: '程序名称' }).fill(name);
  await form.getByRole('combobox', { name: '按谁的权限读' }).selectOption('leader');
  return form;
}

/** The token that the form gives, once it has a last day. */
async function handedToken(administrator: Page, form: Locator): Promise<string> {
  await form.getByLabel('有效至').fill(dayPlus(todayOf({ now: new Date() }), 30));
  await form.getByRole('button', { name: '建立令牌' }).click();
  const token = `${await administrator.locator('[data-secret]').textContent()}`;
  expect(token).toMatch(/^baton_[\w-]{32}$/);
  return token;
}

test('an administrator makes a token, a program reads by it, and reads no more once it is revoked', async ({
  browser,
  product,
}) => {
  test.setTimeout(120_000);
  const name = `数据大屏${randomBytes(4).toString('hex')}`;
  const administrator = await signedIn(browser, product, 'administrator');
  const form = await filledForm(administrator, name);
  await form.getByRole('button', { name: '建立令牌' }).click();
  await expect(form.getByRole('link', { name: /有效至/ })).toBeVisible();
  const token = await handedToken(administrator, form);

  const ask = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    fetch(`${product}${path}`, { headers });
  const units = await ask('/api/v1/units?limit=3');
  expect([units.status, units.headers.get('ratelimit-policy')]).toEqual([200, '"api";q=600;w=300']);
  expect(units.headers.get('content-security-policy')).toContain("default-src 'none'");
  const tag = `${units.headers.get('etag')}`;
  const again = await ask('/api/v1/units?limit=3', { authorization: `Bearer ${token}`, 'if-none-match': tag });
  expect(again.status).toBe(304);

  await administrator.goto('/access/clients');
  expect(await administrator.content()).not.toContain(token.slice(12));
  expect(await accessibilityFaults(administrator)).toEqual([]);
  await administrator.locator('summary', { hasText: name }).click();
  const revoking = administrator.locator('form', { hasText: '撤销的理由' }).filter({ visible: true });
  await revoking.getByRole('textbox', { name: '撤销的理由' }).fill('大屏已停用。');
  await revoking.getByRole('button', { name: `撤销这个令牌 ${name}` }).click();
  await expect(administrator.getByRole('status').filter({ hasText: '令牌已撤销' })).toBeVisible();
  await expect(administrator.getByText('大屏已停用。')).toBeVisible();
  const refused = await ask('/api/v1/units');
  expect([refused.status, (await refused.json()).type]).toEqual([401, '/help/api#revoked']);
  await administrator.context().close();
});

test('the examples of the reference are answered as the document says', async ({ browser, product, page }) => {
  test.setTimeout(120_000);
  const administrator = await signedIn(browser, product, 'administrator');
  const form = await filledForm(administrator, `示例${randomBytes(4).toString('hex')}`);
  const authorization = `Bearer ${await handedToken(administrator, form)}`;
  await administrator.context().close();
  const rankings = await (await fetch(`${product}/api/v1/rankings?limit=1`)).json();
  for (const { name, example, needsToken } of describedOperations('zh-CN')) {
    const headers: Record<string, string> = needsToken ? { authorization } : {};
    const answer = await fetch(`${product}${example.replace('{id}', rankings.data[0].id)}`, { headers });
    const body = await answer.json();
    expect([name, answer.status]).toEqual([name, 200]);
    expect(operations[name].answer.parse(body)).toEqual(body);
    expect(body.data.length, name).toBeGreaterThan(0);
  }
  await page.goto('/help');
  await page.getByRole('link', { name: '接口说明' }).click();
  await expect(page.getByRole('heading', { name: '数据', exact: false }).first()).toBeVisible();
  await expect(page.getByText('curl').first()).toBeVisible();
});

test('an address that there is not is told as a problem', async ({ product }) => {
  const answer = await fetch(`${product}/api/v1/no-such`, { headers: { 'accept-language': 'en' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect((await answer.json()).title).toBe('Not found');
});

test('a method that there is not is told as a problem, with those that there are', async ({ product }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const path of ['units', 'rankings/none', 'openapi.json', 'no-such']) {
      const answer = await fetch(`${product}/api/v1/${path}`, { method, headers: { 'accept-language': 'en' } });
      const { headers } = answer;
      expect([method, path, answer.status, headers.get('allow')]).toEqual([method, path, 405, 'GET, HEAD']);
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await answer.json()).toMatchObject({
        type: '/help/api#methodNotAllowed',
        status: 405,
        title: 'No such method',
      });
    }
  }
  const head = await fetch(`${product}/api/v1/units?limit=1`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('a program without the right to write, or without a key, writes nothing', async ({ browser, product }) => {
  test.setTimeout(120_000);
  const send = async (headers: Record<string, string>) => {
    const body = JSON.stringify({ as: 'cited', source: 'SEED2', figures: [] });
    const answer = await fetch(`${product}/api/v1/figures`, { method: 'POST', headers, body });
    return [answer.status, (await answer.json()).type];
  };
  expect(await send({})).toEqual([401, '/help/api#tokenNeeded']);
  const administrator = await signedIn(browser, product, 'administrator');
  const name = `交换平台${randomBytes(4).toString('hex')}`;
  const form = await filledForm(administrator, name);
  await form.getByRole('combobox', { name: '可做的事' }).selectOption('write');
  await form.getByLabel('有效至').fill(todayOf({ now: new Date() }));
  await form.getByRole('button', { name: '建立令牌' }).click();
  await expect(form.getByRole('link', { name: /这个角色的令牌只能读取/ })).toBeVisible();
  await form.getByRole('combobox', { name: '按谁的权限读' }).selectOption('assessmentOffice');
  const authorization = `Bearer ${await handedToken(administrator, form)}`;
  expect(await send({ authorization })).toEqual([400, '/help/api#keyNeeded']);
  expect(await send({ authorization, 'idempotency-key': name.slice(4) })).toEqual([422, '/help/api#invalidBody']);
  await administrator.goto('/access/clients');
  await expect(administrator.getByRole('row', { name }).getByText('读取和填报')).toBeVisible();
  await administrator.context().close();
});
