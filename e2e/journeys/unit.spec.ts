import { expect, test } from '@/e2e/fixtures';

test('the portrait of the city has the places that the database computes', async ({ page, sql }) => {
  const [place] = await sql`
    select 1 + count(*)::int as place from observation o
    join peer_group_member m on m.org_unit_code = o.org_unit_code and m.peer_group_code = 'JS_CITIES'
    where o.indicator_code = 'GDP_PC' and o.period_code = '2022' and o.value > (
      select value from observation where indicator_code = 'GDP_PC' and period_code = '2022' and org_unit_code = '320600')`;
  await page.goto('/catalogue/units/320600');
  const line = page.getByRole('row', { name: /^人均地区生产总值（常住人口）/ });
  await expect(line.getByRole('img', { name: `第 ${place?.place} 位，共 13 个单位` })).toHaveText(`${place?.place}`);
  await expect(line).toContainText('147,057');
});

test('a chosen period shows that period alone, and is in the address', async ({ page }) => {
  await page.goto('/catalogue/units/320600');
  await page.getByLabel('报告期').selectOption({ label: '2022年' });
  await expect(page).toHaveURL('/catalogue/units/320600?period=2022');
  await expect(page.getByRole('row', { name: /^地区生产总值 / }).first()).toContainText('11,379.60');
  await page.getByRole('link', { name: '重置' }).click();
  await expect(page).toHaveURL('/catalogue/units/320600');
});

test('a period without figures of the unit is reported, and the latest figures are shown', async ({ page }) => {
  await page.goto('/catalogue/units/320671?period=1999&group=no-such-group');
  await expect(page.getByText('没有“1999”的数')).toBeVisible();
  await expect(page.getByText('“no-such-group”不是本单位的序列')).toBeVisible();
  await expect(page.getByRole('row', { name: /^规模以上工业总产值/ })).toContainText('全市第二');
});

test('a merged district names its successor', async ({ page }) => {
  await page.goto('/catalogue/units/320611');
  await expect(page.getByText('并入崇川区')).toBeVisible();
});
