import { createServer, request as requestOf, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { displayLimits, turnEvery } from '@/lib/dashboards/displays/words';
import { paths } from '@/lib/paths';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

joinProduct();

const later = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Makes a display of the board of the demonstration, and returns the addresses that are shown once. */
async function madeDisplay(page: Page, name: string, origins: readonly string[] = []) {
  await page.goto(paths.displays);
  await page.getByLabel('名称', { exact: true }).fill(name);
  await page.getByRole('checkbox', { name: '演示：区县运行看板' }).check();
  await page.getByLabel('可嵌入的网站').fill(origins.join('\n'));
  await page.getByLabel('有效至').fill(later());
  await page.getByRole('button', { name: '建立', exact: true }).click();
  const address = (await page.locator('[data-secret]').textContent()) ?? '';
  const embedding = page.locator('[data-embedding]');
  return { address, embedding: origins.length > 0 ? ((await embedding.first().textContent()) ?? '') : '' };
}

async function revoked(page: Page, name: string) {
  await page.goto(paths.displays);
  await page.getByText(`撤销“${name}”`).click();
  await page.getByLabel('撤销的理由').and(page.locator(':visible')).fill('换了大屏');
  await page.getByRole('button', { name: `撤销这个令牌 ${name}` }).click();
  await expect(page.getByText('令牌已撤销。')).toBeVisible();
}

/** The texts on the screen that are smaller than 20 px, and the cards that are cut off. */
const faultsOnScreen = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const scale = Number(getComputedStyle(document.querySelector('.display') as Element).getPropertyValue('--scale'));
    const walk = document.createTreeWalker(document.querySelector('.display') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      const text = (node.textContent ?? '').trim();
      const box = parent?.getBoundingClientRect();
      if (!parent || text === '' || !box || box.width < 2 || box.height < 2 || !parent.checkVisibility()) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < 20) faults.push(`${text.slice(0, 20)}: ${size} px`);
    }
    const frame = document.querySelector('.display-rows')?.getBoundingClientRect();
    for (const row of document.querySelectorAll('.display-row:not([hidden])')) {
      const { bottom, right } = row.getBoundingClientRect();
      if (!frame || bottom > frame.bottom + 2 || right > frame.right + 2)
        faults.push(`a row ends at ${bottom}, the screen at ${frame?.bottom}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('it scrolls sideways');
    return faults;
  });

test('a display turns, pauses, says when the server does not answer, and goes dark when it is revoked', async ({
  page,
  browser,
  context,
  product,
  faults,
}) => {
  const [office, administrator] = await Promise.all([
    newAccount('assessmentOffice').then(cookiesOf),
    newAccount('administrator').then(cookiesOf),
  ]);
  await enterAs(context, product, office);
  const name = `大屏${process.pid}`;
  const { address } = await madeDisplay(page, name);
  expect(address).toContain('/display/show_');

  const wall = await browser.newContext({ baseURL: product, locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  const screen = await wall.newPage();
  await screen.clock.install();
  await screen.goto(address);
  const count = screen.getByText(/^1 \/ \d+$/);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('演示：区县运行看板');
  await expect(count).toBeVisible();
  const slides = Number((await count.textContent())?.split('/')[1]);
  expect(slides).toBeGreaterThan(2);
  expect(slides).toBeLessThanOrEqual(displayLimits.items);
  // What is for those who sign in has no place on a wall.
  await expect(screen.locator('[data-kind=lamps], [data-kind=progress]')).toHaveCount(0);
  for (let slide = 1; slide <= slides; slide += 1) {
    await expect(screen.getByText(`${slide} / ${slides}`, { exact: true })).toBeVisible();
    expect(await faultsOnScreen(screen), `slide ${slide}`).toEqual([]);
    await screen.clock.runFor(turnEvery);
  }
  await expect(screen.getByText(`1 / ${slides}`, { exact: true })).toBeVisible();
  await screen.keyboard.press('Space');
  await expect(screen.getByText('已暂停')).toBeVisible();
  await screen.clock.runFor(4 * turnEvery);
  await expect(screen.getByText(`1 / ${slides}`, { exact: true })).toBeVisible();
  await screen.getByRole('button', { name: '继续' }).click();
  await screen.clock.runFor(turnEvery);
  await expect(screen.getByText(`2 / ${slides}`, { exact: true })).toBeVisible();

  // Twice as wide, it shows twice as many cards beside each other.
  await screen.setViewportSize({ width: 3840, height: 1080 });
  await expect(screen.getByText(/ \/ \d+$/)).toBeVisible();
  expect(await faultsOnScreen(screen)).toEqual([]);

  await screen.route('**/api/display/**', (route) => route.abort());
  await screen.clock.runFor(turnEvery);
  await expect(screen.getByText(/连不上服务器，显示的是/)).toBeVisible();
  await screen.unroute('**/api/display/**');
  await screen.clock.runFor(turnEvery);
  await expect(screen.getByText(/^数据更新于/)).toBeVisible();

  await enterAs(context, product, administrator);
  await revoked(page, name);
  await screen.clock.runFor(60_000);
  await expect(screen.getByText('显示已停止')).toBeVisible();
  await expect(screen.locator('.board-card')).toHaveCount(0);
  await screen.goto(address);
  await expect(screen.getByText('显示已停止')).toBeVisible();
  await wall.close();
  faults.length = 0;
});

test('a display goes on when the server is restarted twice', async ({ page, browser, context, product, faults }) => {
  test.setTimeout(180_000);
  await enterAs(context, product, await newAccount('assessmentOffice').then(cookiesOf));
  const { address } = await madeDisplay(page, `重启${process.pid}`);
  const start = () => startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild);
  let server: Awaited<ReturnType<typeof start>> | null = await start();
  // The address stays, whichever server is behind it.
  const front = createServer((asked, answer) => {
    if (!server) return asked.destroy();
    const { host } = new URL(server.url);
    const behind = requestOf(`${server.url}${asked.url}`, { headers: { ...asked.headers, host } }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    behind.on('error', () => answer.destroy()).end();
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const wall = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  const screen = await wall.newPage();
  await screen.clock.install();
  const { port } = front.address() as AddressInfo;
  await screen.goto(`http://127.0.0.1:${port}${new URL(address).pathname}`);
  await expect(screen.getByText(/^数据更新于/)).toBeVisible();
  for (let restart = 0; restart < 2; restart += 1) {
    const stopped = server;
    server = null;
    await stopped?.stop();
    await screen.clock.runFor(turnEvery);
    await expect(screen.getByText(/连不上服务器/)).toBeVisible();
    await expect(screen.locator('.board-card:visible').first()).toBeVisible();
    server = await start();
    await screen.clock.runFor(turnEvery);
    await expect(screen.getByText(/^数据更新于/)).toBeVisible();
  }
  await wall.close();
  await server?.stop();
  front.close();
  faults.length = 0;
});

/** A site of somebody else with a page that frames an address. */
async function site(): Promise<{ origin: string; frames: (address: string) => string; server: Server }> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '', 'http://site').searchParams.get('of') ?? '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>site</title><iframe width="900" height="700" src="${address}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, frames: (address) => `${origin}/?of=${encodeURIComponent(address)}`, server };
}

test('a card is framed by the allowed site alone, and no other page by any', async ({
  page,
  browser,
  context,
  product,
  request,
  faults,
}) => {
  const [allowed, other] = [await site(), await site()];
  await enterAs(context, product, await newAccount('assessmentOffice').then(cookiesOf));
  const name = `嵌入${process.pid}`;
  const { address, embedding } = await madeDisplay(page, name, [allowed.origin]);
  const card = `${embedding}?card=c5`;
  const policy = async (url: string) => (await request.get(url)).headers()['content-security-policy'] ?? '';
  expect(await policy(card)).toMatch(new RegExp(`frame-ancestors ${allowed.origin.replaceAll('.', '\\.')}$`));
  for (const closed of [
    address,
    `${product}/`,
    `${product}${paths.boards}`,
    embedding.replace(/show_[\w-]+/, 'show_none'),
  ])
    expect(await policy(closed), closed).toContain("frame-ancestors 'none'");

  const visitor = await browser.newContext({ locale: 'zh-CN' });
  const outside = await visitor.newPage();
  await outside.goto(allowed.frames(card));
  const frame = outside.frameLocator('iframe');
  await expect(frame.locator('.board-card figure')).toHaveCount(1);
  await expect(frame.locator('.board-card')).toContainText('规上工业总产值（演示）');
  await outside.goto(other.frames(card));
  await expect.poll(() => outside.frames()[1]?.url()).toContain('chrome-error');
  await expect(frame.locator('.board-card')).toHaveCount(0);

  await revoked(page, name);
  expect((await request.get(card)).status()).toBe(404);
  await outside.goto(allowed.frames(card));
  await expect(frame.locator('.board-card')).toHaveCount(0);
  await visitor.close();
  allowed.server.close();
  other.server.close();
  faults.length = 0;
});
