import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { locales } from '@/lib/i18n/words';

joinProduct();

test('the language is changed at once and kept', async ({ page }) => {
  await page.goto('/catalogue/indicators/GDP?period=2022&group=JS_CITIES');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL('/catalogue/indicators/GDP?period=2022&group=JS_CITIES');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Gross domestic product/);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the theme is changed at once and kept', async ({ page, appearance }) => {
  await appearance({ theme: 'dark' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveClass(/dark/);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe('rgb(16, 23, 29)');
});

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});

test('every room of the menu is one click away', async ({ page }) => {
  const rooms = ['排名通报', '指标', '单位', '对比', '来源', '考核方案', '帮助', '总览'];
  await page.goto('/');
  for (const room of rooms) {
    await page.getByRole('navigation').getByRole('link', { name: room, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('navigation').locator('[aria-current="page"]').first()).toHaveText(room);
  }
});

test('the whole menu is reached in a low window', async ({ page, context, product }) => {
  await enterAs(context, product, await cookiesOf(await newAccount('auditor')));
  await page.setViewportSize({ width: 1366, height: 600 });
  await page.goto('/access/audit');
  await page.getByRole('navigation', { name: '主菜单' }).hover();
  await page.mouse.wheel(0, 2000);
  await expect(page.getByRole('button', { name: '收起菜单' })).toBeInViewport({ ratio: 1 });
});

test('going back to a page that was left slowly shows it, without a loading sign', async ({ page }) => {
  await page.goto('/catalogue/sources');
  const loading = page.getByRole('status', { name: '正在载入' });
  await page.route('**/catalogue/sources/**', async (route) => {
    await loading.waitFor();
    await route.continue();
  });
  await page.getByRole('main').locator('a[href^="/catalogue/sources/"]').first().click();
  await expect(page).toHaveURL(/\/catalogue\/sources\/./);
  await expect(loading).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/catalogue/sources');
  await expect(loading).toHaveCount(0);
});

test('pinyin initials find an indicator from anywhere; the arrows choose, Enter opens', async ({ page }) => {
  await page.goto('/help');
  const palette = page.getByRole('dialog');
  // The shortcut works once the page's scripts have loaded.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await palette.getByRole('combobox').fill('dqsczz');
  await expect(palette.getByRole('option').first()).toHaveText('地区生产总值GDP');
  await page.keyboard.press('ArrowDown');
  const chosen = palette.locator('[role=option][data-highlighted]');
  await expect(chosen).toContainText('地区生产总值增速');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/catalogue/indicators/GDP');
  await expect(palette).toBeHidden();
});

test('a search without result says so, and Escape leaves it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '检索' }).click();
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('没有这样的指标');
  await expect(palette.getByRole('status')).toHaveText('没有找到“没有这样的指标”');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL('/');
});

test('the printed page omits the menu', async ({ page }) => {
  await page.goto('/catalogue/indicators/GDP');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('table').first()).toBeVisible();
});

for (const locale of locales) {
  test(`in a telephone’s menu bar no word touches another in ${locale}, for a visitor and for the office`, async ({
    page,
    context,
    product,
    appearance,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await appearance({ locale });
    for (const cookies of ['', await cookiesOf(await newAccount('assessmentOffice'))]) {
      if (cookies) await enterAs(context, product, cookies);
      await page.goto('/');
      await page.evaluate(() => document.fonts.ready);
      const words = page.getByRole('navigation').first().locator('li:visible a span');
      const boxes = await words.evaluateAll((spans) =>
        spans.map((span) => span.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      );
      expect(boxes.length).toBeGreaterThan(4);
      for (const [at, { left }] of boxes.entries()) expect(left).toBeGreaterThan((boxes[at - 1]?.right ?? -2) + 4);
      expect(boxes.at(-1)?.right).toBeLessThan(390);
    }
  });
}
