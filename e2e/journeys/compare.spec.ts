import { citiesByProduct, groupedFigure } from '@/e2e/cities';
import { expect, test } from '@/e2e/fixtures';

test('the heat table opens with the cities and the figures of the database', async ({ page, sql }) => {
  const cities = await citiesByProduct(sql);
  await page.goto('/dashboards/compare');
  for (const city of cities) {
    const row = page.getByRole('row', { name: new RegExp(city.name) });
    await expect(row).toContainText(groupedFigure(city));
  }
});

test('the choice, the orientation and the sort order are all in the address', async ({ page }) => {
  await page.goto('/dashboards/compare?units=320500,320600&indicators=GDP&periods=2022,2021');
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await page.getByRole('link', { name: '转置' }).click();
  await expect(page).toHaveURL(/transpose=1/);
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await expect(page.getByRole('columnheader', { name: /南通市/ })).toBeVisible();
  await page
    .getByRole('columnheader', { name: /南通市/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/sort=320600/);
  const rows = await page.locator('main tbody tr').allInnerTexts();
  await page.reload();
  expect(await page.locator('main tbody tr').allInnerTexts()).toEqual(rows);
});

test('units are chosen by a form', async ({ page }) => {
  await page.goto('/dashboards/compare?units=320600&indicators=GDP&periods=2022');
  await page.getByText('选择单位、指标、报告期').click();
  await page.getByRole('checkbox', { name: '苏州市' }).check();
  await page.getByRole('button', { name: '对比', exact: true }).click();
  await expect(page).toHaveURL(/320500/);
  await expect(page.locator('main tbody tr')).toHaveCount(2);
});

test('the same comparison is drawn as a chart', async ({ page }) => {
  await page.goto('/dashboards/compare?view=chart');
  const chart = page.locator('[data-chart]').first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart).toHaveAttribute('data-chart', 'drawn');
  await expect(chart.locator('[data-mark]')).not.toHaveCount(0);
});

test('unknown codes are left out and reported', async ({ page }) => {
  await page.goto('/dashboards/compare?units=320600,nowhere&indicators=GDP&periods=2022');
  await expect(page.getByRole('status').filter({ hasText: 'nowhere' })).toBeVisible();
  await expect(page.locator('main tbody tr')).toHaveCount(1);
});
