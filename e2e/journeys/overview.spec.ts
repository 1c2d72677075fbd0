import type { Page } from '@playwright/test';
import { citiesByProduct } from '@/e2e/cities';
import { expect, test } from '@/e2e/fixtures';

/** The figures of the two articles as printed, with words of their sentences. */
const printed: readonly [figure: string, quote: string][] = [
  ['1,843.7亿元', '规模工业产值1843.7亿元'],
  ['2,100亿元', '工业应税销售2100亿元'],
  ['2000多家', '规模企业2000多家'],
  ['3,919家', '3919家市场主体'],
  ['25个', '25个行业领域'],
  ['1,048家', '1048家冶金等工业企业'],
  ['74个', '74个“升级版”的安全生产协作组'],
  ['71家', '71家危化企业'],
  ['200余家', '200余家重点工贸企业'],
  ['1000余辆/日', '日均1000余辆货运车辆'],
  ['9个', '9个重要经济指标列全市第一'],
];

/** Every footnote mark of the page: its figure or rank, and the quoted words. */
function citedFigures(page: Page): Promise<{ text: string; quote: string }[]> {
  return page.locator('main a[data-cite]').evaluateAll((marks) =>
    marks.map((mark) => ({
      text: ((mark.closest('[data-figure]') ?? mark.parentElement)?.textContent ?? '').replace(/\s+/g, ''),
      quote: mark.getAttribute('data-quote') ?? '',
    })),
  );
}

test('the overview shows every figure of the two articles as printed, each with its quote', async ({ page }) => {
  await page.goto('/');
  const marks = await citedFigures(page);
  for (const [figure, quote] of printed) {
    const matching = marks.filter(({ text }) => text === figure);
    expect(matching.length, figure).toBeGreaterThan(0);
    expect(
      matching.some((mark) => mark.quote.includes(quote)),
      `${figure}: “${quote}”`,
    ).toBe(true);
  }
  const ranks = marks.filter(({ text, quote }) => text === '全市第二' && quote.includes('均列全市第二'));
  expect(ranks.length).toBeGreaterThanOrEqual(2);
});

test('from a figure of the overview its sentence is one click away, and its document two', async ({ page }) => {
  await page.goto('/');
  await page.locator('main a[data-cite][href$="#IND_OUT-2022-320671"]').first().click();
  const card = page.getByRole('dialog');
  await expect(card.getByRole('blockquote')).toContainText('规模工业产值1843.7亿元');
  await card.getByRole('link').click();
  await expect(page).toHaveURL('/catalogue/sources/SEED2?figure=IND_OUT-2022-320671#IND_OUT-2022-320671');
  await expect(page.locator('[id="IND_OUT-2022-320671"]')).toContainText('1,843.7');
});

test('a citation opens and closes by the keyboard, and the focus returns', async ({ page }) => {
  await page.goto('/');
  const mark = page.locator('main a[data-cite]').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(mark).toBeFocused();
});

test('the thirteen cities are ranked by their GDP of 2022', async ({ page, sql }) => {
  const cities = await citiesByProduct(sql);
  expect(cities).toHaveLength(13);
  await page.goto('/');
  const tables = await page.getByRole('table', { includeHidden: true }).allInnerTexts();
  const inOrder = new RegExp(cities.map(({ name }) => name).join('[\\s\\S]*'));
  expect(tables.filter((text) => inOrder.test(text)).length).toBeGreaterThan(0);
});
