import type { Page } from '@playwright/test';
import { citiesByProduct, groupedFigure } from '@/e2e/cities';
import { expect, test } from '@/e2e/fixtures';

const ranking = '/catalogue/indicators/GDP?period=2022&group=JS_CITIES';

function rankedRows(page: Page) {
  return page
    .getByRole('table', { name: /地区生产总值/ })
    .first()
    .locator('tbody tr');
}

test('the ranking shows the thirteen cities with the figures of the database, best first', async ({ page, sql }) => {
  const cities = await citiesByProduct(sql);
  expect(cities).toHaveLength(13);
  await page.goto(ranking);
  await expect(rankedRows(page)).toHaveCount(13);
  const rows = await rankedRows(page).allInnerTexts();
  for (const [at, city] of cities.entries()) {
    expect(rows[at]).toContain(city.name);
    expect(rows[at]).toContain(groupedFigure(city));
    expect(rows[at]?.trim()).toMatch(new RegExp(`^${at + 1}\\b`));
  }
});

test('the ranking can be sorted the other way, and the address keeps it', async ({ page }) => {
  await page.goto(ranking);
  const first = await rankedRows(page).first().innerText();
  const header = page.getByRole('columnheader').filter({ has: page.getByRole('link') });
  await header.first().getByRole('link').click();
  await expect(page).toHaveURL(/sort=/);
  await page.reload();
  await expect(header.first()).toHaveAttribute('aria-sort', /ascending|descending/);
  await page.goto(ranking);
  expect(await rankedRows(page).first().innerText()).toBe(first);
});

test('the chart draws a bar for each city', async ({ page }) => {
  await page.goto(ranking);
  const chart = page.locator('figure', { has: page.locator('[data-chart]') }).first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('[data-mark="bar"]')).toHaveCount(13);
  await expect(chart.locator('svg[role="img"]').first()).toHaveAccessibleName(/13/);
});

test('the search for a unit with an indicator leads to the unit, marked in table and chart', async ({ page }) => {
  await page.goto('/search?q=苏州市 地区生产总值');
  await page
    .getByRole('link', { name: /苏州市 · 地区生产总值/ })
    .first()
    .click();
  await expect(page).toHaveURL(/unit=320500&group=JS_CITIES#ranking/);
  await expect(page.locator('#ranking tr[data-focal]')).toHaveCount(1);
  await expect(page.locator('#ranking tr[data-focal]')).toContainText('苏州市');
  await page.locator('#bars').scrollIntoViewIfNeeded();
  await expect(page.locator('#bars g.fill-sea')).toHaveText(/苏州市/);
});

test('a chart can be read as a table', async ({ page }) => {
  await page.goto(ranking);
  const chart = page.locator('figure', { has: page.locator('[data-chart]') }).first();
  await chart.getByText('表', { exact: true }).click();
  await expect(chart.getByRole('table').locator('tbody tr')).toHaveCount(13);
});

test('an address with invalid values shows the usual choice, and says so', async ({ page }) => {
  const response = await page.goto('/catalogue/indicators/GDP?period=nonsense&group=nobody&sort=sideways');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('an unknown year is said once for its table, whose rows lead to the history of each figure', async ({ page }) => {
  await page.goto('/catalogue/indicators/POP?group=JS_CITIES');
  const section = page.locator('#undated');
  await expect(section.getByText('年份未载')).toHaveCount(1);
  const link = section.locator('tbody tr').first().getByRole('link').first();
  await expect(link).toHaveAttribute('href', /\/reporting\/revisions\/POP\/.*undated/);
});
