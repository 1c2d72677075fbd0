import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';
import startProduct from '@/e2e/product';

const out = '/tmp/rules/h3/look';
mkdirSync(out, { recursive: true });
const stop = await startProduct();
const product = process.env.BATON_E2E_URL ?? '';
const { executablePath, env } = resolveBrowser();
const browser = await chromium.launch({
  executablePath,
  args: flags,
  env: { ...(process.env as Record<string, string>), ...env },
});
const context = await browser.newContext({
  baseURL: product,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  viewport: { width: 1440, height: 900 },
});
const page = await context.newPage();
await page.goto('/sign-in');
await page
  .locator('form', { has: page.locator('input[name=username][value="demo.office"]') })
  .getByRole('button')
  .click();
await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
await page.goto('/dashboards/displays', { waitUntil: 'networkidle' });
await page.screenshot({ path: `${out}/displays-empty.png`, fullPage: true });
await page.getByLabel('名称', { exact: true }).fill('一楼大屏');
await page.getByRole('checkbox', { name: '演示：区县运行看板' }).check();
await page.getByLabel('可嵌入的网站').fill('https://www.example.org');
await page.getByLabel('有效至').fill(new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10));
await page.getByRole('button', { name: '建立', exact: true }).click();
const address = (await page.locator('[data-secret]').textContent()) ?? '';
const embedding = (await page.locator('[data-embedding]').first().textContent()) ?? '';
await page.screenshot({ path: `${out}/displays-made.png`, fullPage: true });
await page.goto('/dashboards/displays', { waitUntil: 'networkidle' });
await page.screenshot({ path: `${out}/displays.png`, fullPage: true });
for (const width of [1920, 3840]) {
  const wall = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 1080 } });
  const screen = await wall.newPage();
  await screen.goto(address, { waitUntil: 'networkidle' });
  for (let slide = 1; slide < (width === 1920 ? 8 : 5); slide += 1) {
    await screen.waitForTimeout(600);
    await screen.screenshot({ path: `${out}/wall-${width}-${slide}.png` });
    await screen.keyboard.press('ArrowRight');
  }
  if (width === 1920) {
    await screen.setViewportSize({ width: 900, height: 700 });
    await screen.goto(`${embedding}?card=c5`, { waitUntil: 'networkidle' });
    await screen.screenshot({ path: `${out}/embed.png` });
  }
  await wall.close();
}
await page.goto('/dashboards/boards');
const path = await page.locator('main a[href^="/dashboards/boards/"]:not([href$="/new"])').first().getAttribute('href');
await page.goto(`${path}/edit`, { waitUntil: 'networkidle' });
await page.getByRole('button', { name: /^设置“走势/ }).click();
await page.screenshot({ path: `${out}/edit.png`, fullPage: true });
await page.setViewportSize({ width: 390, height: 844 });
await page.screenshot({ path: `${out}/edit-390.png`, fullPage: true });
await browser.close();
await stop();
