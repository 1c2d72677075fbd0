import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { joinProduct, newAccount } from '@/e2e/people';
import { forgetReturns, type InventedReturns, inventReturns } from '@/e2e/returns';
import type { AccountRole } from '@/lib/access/words';

joinProduct();

let invented: InventedReturns;
const [before, whole] = ['2026-YTD08', '2026-YTD09'];

/** A month of 60 that came back, in an approved year to date of 41.4 after 36.78. */
test.beforeAll(async ({ sql }) => {
  invented = await inventReturns(sql);
  const { collectionId, units, indicators, period } = invented;
  await sql`insert into period (code, kind, year, sort_key) values (${before}, 'yearToDate', 2026, 2431601),
    (${whole}, 'yearToDate', 2026, 2431701) on conflict do nothing`;
  await sql`insert into collection_item (collection_id, indicator_code, period_code, is_required, sort_order)
    values (${collectionId}, ${indicators.ours}, ${whole}, true, 9)`;
  await sql`update submission set items = items + 1 where collection_id = ${collectionId}`;
  await sql`insert into submission_value (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, state, round, updated_by, updated_at)
    select org_unit_code, collection_id, indicator_code, ${whole}, '41.4', '41.4', 1, 'exact', '', 'none', '', '', '', '',
      'approved', 1, updated_by, updated_at from submission_value
    where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicators.ours}`;
  await sql`update submission_value set state = 'returned', awaits = null, return_reason = '请核对', typed = '60', value = '60'
    where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicators.ours}
      and period_code = ${period}`;
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select ${indicators.ours}, ${units.own}, ${before}, '36.78', 2, 'exact', '', 'final', '', min(code), '', '', '', 1, 'check',
      now() from source`;
});

test.afterAll(async ({ sql }) => {
  await sql`delete from observation where indicator_code = ${invented.indicators.ours}`;
  await forgetReturns(sql, invented);
});

async function signIn(page: Page, role: AccountRole, unit: string | null): Promise<void> {
  const user = await newAccount(role, unit ?? undefined);
  await untilHydrated(page).goto('/sign-in');
  await page.getByLabel('用户名').fill(user.username);
  await page.getByLabel('密码').fill(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
}

test('a month that contradicts its approved year is explained before it is submitted, and seen by the office', async ({
  page,
  browser,
  product,
}) => {
  const { collectionId, units, indicators } = invented;
  const name = `演示指标${indicators.ours}`;
  await signIn(page, 'reporter', units.own);
  await page.goto(`/reporting/entry/${collectionId}/submit`);
  await expect(page.getByText('还有 1 条提示没有说明，写明后才能报送。').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '确认报送' })).toHaveCount(0);
  const finding = page.getByRole('row').filter({ hasText: '本月 60 加上期累计 36.78' });
  await expect(finding).toContainText('已核定，现在不能改');
  await expect(finding.getByRole('link', { name: '申请重新打开' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '同比' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  // The link of the figure leads into its field.
  await finding.getByRole('link', { name }).click();
  await expect(page.getByLabel(`${name}，本期数，单位家`).first()).toBeFocused();

  await page.goto(`/reporting/entry/${collectionId}/submit`);
  await page.getByLabel(`${name}的情况说明`).fill('企业集中投产所致');
  await page.getByRole('button', { name: '保存说明' }).click();
  await page.getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByText('已报送 1 项，等待单位审核。')).toBeVisible();

  // Both figures carry the finding, also for the office, which decides nothing.
  const context = await browser.newContext({ baseURL: product, locale: 'zh-CN' });
  const office = await context.newPage();
  await signIn(office, 'assessmentOffice', null);
  await office.goto(`/reporting/collections/${collectionId}`);
  await office.locator('#units').getByRole('link', { name: /^甲区/ }).click();
  await expect(office.getByRole('row').filter({ hasText: name }).filter({ hasText: '核实' })).toHaveCount(2);
  await expect(office.locator('#detail').getByRole('button')).toHaveCount(0);
  await context.close();
});
