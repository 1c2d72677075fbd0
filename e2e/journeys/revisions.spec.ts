import { expect, test } from '@/e2e/fixtures';

const indicator = '/catalogue/indicators/GDP?period=2022&group=JS_CITIES';

test('an indicator is shown as of a moment, with a link to the present', async ({ page }) => {
  await page.goto(indicator);
  await page.getByText('查看某一时刻的数据').click();
  await page.getByLabel('时刻').fill('2020-01-01T12:00');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page.getByText(/^数据截至 2020-01-01 12:00/)).toBeVisible();
  await expect(page.locator('#ranking').getByText('未报').first()).toBeVisible();
  await page.getByRole('link', { name: '回到现在' }).click();
  await expect(page.getByText(/^数据截至/)).toHaveCount(0);
  await expect(page.locator('#ranking').getByText('未报')).toHaveCount(0);
});

test('an invalid moment is reported as ignored', async ({ page }) => {
  await page.goto(`${indicator}&asof=yesterday`);
  await expect(page.getByText('“yesterday”不是有效的过去时刻')).toBeVisible();
  await expect(page.locator('#ranking').getByText('未报')).toHaveCount(0);
});

test('the list of changes leads to one figure and its whole history', async ({ page }) => {
  await page.goto('/reporting/revisions?since=2020-01-01T00:00&indicator=GDP&unit=320600');
  await expect(page.getByText(/^改动 \d+ 个，新增 [1-9]\d* 个/)).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '经过' })).toBeVisible();
  await expect(page.getByText('现行', { exact: true })).toBeVisible();
  await expect(page.getByText('系统载入').first()).toBeVisible();
});

test('changes that were recorded together are one line that opens by the keyboard', async ({ page }) => {
  await page.goto('/reporting/revisions?since=2020-01-01T00:00');
  const batches = page.locator('main details.fold');
  const said = await page.locator('main summary').filter({ hasText: '一并记录，本页' }).allTextContents();
  expect(said.length).toBeGreaterThan(0);
  const counts = said.map((text) => Number(/本页 (\d+) 个/.exec(text)?.[1]));
  // Folded or not, the page has as many rows as it says, and no row twice.
  const rows = await page.locator('main table.data-table tbody tr').count();
  const folded = await batches.locator('tbody tr').count();
  expect(counts.reduce((all, one) => all + one, 0)).toBe(folded);
  expect(rows).toBe(50);
  const first = batches.first();
  const wasOpen = await first.evaluate((element) => (element as HTMLDetailsElement).open);
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveJSProperty('open', !wasOpen);
});
