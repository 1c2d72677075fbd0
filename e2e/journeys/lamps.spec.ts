import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { approvedFigure } from '@/e2e/monitoring';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();
// The rows of the sequence are made once.
test.describe.configure({ mode: 'serial' });

const unit = 'DEMO-ZONE8';
const indicator = 'DEMO_PORT';
const group = 'E2E_LAMPS';
const year = new Date().getFullYear();
const collections: string[] = [];

test.beforeAll(async ({ sql }) => {
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${group}, '试灯序列', 'Sequence to try lamps', '', '', 9999)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values (${group}, ${unit}, '2000-01-01')`;
  await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    values (${unit}, ${indicator}, ${year}, 120, '', 1, 'check', now())`;
});

test.afterAll(async ({ sql }) => {
  await sql`delete from submission_value where collection_id = any(${collections})`;
  await sql`delete from lamp where org_unit_code = ${unit} and indicator_code = ${indicator}`;
  await sql`delete from lamp_rule_set where peer_group_code = ${group}`;
  await sql`delete from observation where org_unit_code = ${unit} and indicator_code = ${indicator}`;
  await sql`delete from target where org_unit_code = ${unit} and indicator_code = ${indicator}`;
  await sql`delete from coverage where peer_group_code = ${group}`;
  await sql`delete from peer_group_member where peer_group_code = ${group}`;
  await sql`delete from peer_group where code = ${group}`;
});

/** A month of this year is submitted, and the unit's reviewer approves it. */
async function approve(reviewer: Page, month: string, value: string): Promise<void> {
  collections.push(await approvedFigure(reviewer, { unit, indicator, period: `${year}-${month}`, value }));
}

test('rules are tried and adopted; an approved month turns red, and the next is caught up', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto('/monitoring/lamp-rules/new?start=bySchedule');
  await office.getByLabel('名称', { exact: true }).fill('试灯');
  await office.getByLabel('序列', { exact: true }).selectOption(group);
  await office.getByLabel('落后多少个百分点起为黄').fill('三');
  await office.getByLabel('超过多少个百分点为红').fill('5');
  await office.getByRole('button', { name: '存为草稿' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '须填数' })).toBeVisible();
  await office.getByLabel('落后多少个百分点起为黄').fill('2');
  await office.getByRole('button', { name: '存为草稿' }).click();
  await expect(office.getByText('草稿已存')).toBeVisible();
  await expect(office.getByText('须由另一人启用').first()).toBeVisible();
  await expect(office.getByRole('button', { name: '启用', exact: true })).toHaveCount(0);
  await office.getByRole('link', { name: '试算过去 24 个月' }).click();
  await expect(office.getByText(/^过去 24 个月共 \d+ 盏：红 \d+，黄 \d+，绿 \d+/)).toBeVisible();

  const second = await signedIn(browser, product, 'assessmentOffice', unit);
  await second.goto(office.url().replace(/\?.*/, ''));
  await second.getByRole('button', { name: '启用', exact: true }).click();
  await second.getByRole('button', { name: '确定启用' }).click();
  await expect(second.getByText('已启用')).toBeVisible();

  // 1 of 10 in January is 7.5 points of 120 behind.
  const reviewer = await signedIn(browser, product, 'unitReviewer', unit);
  await approve(reviewer, 'YTD01', '1');
  const leader = await signedIn(browser, product, 'leader', unit);
  await leader.setViewportSize({ width: 390, height: 844 });
  await leader.goto(`/monitoring/lamps?group=${group}`);
  const reasons = leader.getByRole('region', { name: '逐项理由' }).last();
  await expect(reasons).toContainText('红 滞后');
  await expect(reasons).toContainText('落后序时进度 7.5 个百分点');
  expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(leader)).toEqual([]);

  await approve(reviewer, 'YTD02', '21');
  await leader.reload();
  await expect(reasons).toContainText('黄 追上');
  await expect(reasons).toContainText('上月红灯，本月到了绿灯标准，先转黄灯');
  await leader.goto(`/monitoring/lamps/${unit}/${indicator}?year=${year}`);
  const course = leader.getByRole('table', { name: `${year}年逐月的灯、应达与实为` }).first();
  await expect(course.getByRole('row').nth(1)).toContainText('红 滞后');
  await expect(course.getByRole('row').nth(2)).toContainText('黄 追上');
  expect(await accessibilityFaults(leader)).toEqual([]);
  for (const page of [office, second, reviewer, leader]) await page.context().close();
});

test('every way of a lamp shows in the demonstration, with what was told beside what it would be', async ({
  browser,
  product,
}) => {
  const page = await signedIn(browser, product, 'leader', unit);
  await page.goto('/monitoring/lamps?group=DEMO_COUNTIES');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('红黄绿灯');
  const lamp = page.locator('a[data-lamp]').first();
  await lamp.focus();
  await expect(page.getByText(await lamp.evaluate((link) => (link as HTMLAnchorElement).title)).first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/monitoring/lamps/DEMO-GENG/DEMO_PROJ');
  const versions = page.getByRole('table', { name: '通报过的、人工判定的与现在的' });
  await expect(versions).toContainText('通报时');
  await expect(versions).toContainText('现在应为');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
