import { doorBefore } from '@/e2e/door';
import { expect, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { missing, missingDisplays } from '@/e2e/pages';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

for (const path of [...missing, ...missingDisplays]) {
  test(`${path} is not found, and offers links`, async ({ page, faults }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    const menu = page.getByRole('navigation').filter({ hasText: '排名通报' });
    if (missing.includes(path)) await expect(menu.first()).toBeVisible();
    await page.getByRole('link', { name: '回到总览' }).click();
    await expect(page).toHaveURL('/');
    // The browser itself logs the status of the page to the console.
    expect(faults.splice(0).filter((fault) => !fault.includes('404'))).toEqual([]);
  });
}

test('the process and its database report their health', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.get('/readyz')).status()).toBe(200);
});

test('while the database is unavailable the page says so, and reloads by itself', async ({ browser }) => {
  const door = await doorBefore(process.env.BATON_E2E_DATABASE ?? '');
  const web = await startWebServer(door.databaseUrl, checkedBuild);
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = untilHydrated(await context.newPage());
  try {
    expect((await page.goto(web.url))?.status()).toBe(200);
    const title = await page.getByRole('heading', { level: 1 }).innerText();

    await door.shut();
    await expect.poll(async () => (await page.request.get(`${web.url}/readyz`)).status()).toBe(503);
    await expect.poll(async () => (await page.goto(web.url))?.status()).toBe(503);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status')).toBeVisible();
    expect((await page.request.get(`${web.url}/healthz`)).status()).toBe(200);

    await door.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 20_000 });
    expect((await page.request.get(`${web.url}/readyz`)).status()).toBe(200);
  } finally {
    await context.close();
    await web.stop();
    await door.shut();
  }
});
