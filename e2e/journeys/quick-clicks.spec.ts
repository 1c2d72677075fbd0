import type { Page } from '@playwright/test';
import type { Sql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

const mark = `QC${process.pid}`;
const places = [0, 1, 2, 3, 4];
const unit = (at: number) => `${mark}U${at}`;
const topic = (at: number) => `${mark}T${at}`;
const named = (code: string) => `试验${code}`;

test.beforeAll(async ({ sql }) => {
  const today = new Date().toISOString().slice(0, 10);
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${mark}, ${named(mark)}, ${mark}, '', '', 990)`;
  await sql`insert into topic (code, name_zh, name_en, sort_order) values (${mark}, ${named(mark)}, ${mark}, 990)`;
  for (const at of places) {
    await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
      values (${unit(at)}, 'town', ${named(unit(at))}, ${unit(at)}, '', ${9900 + at}, true)`;
    await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from, position)
      values (${mark}, ${unit(at)}, ${today}, ${at + 1})`;
    await sql`insert into topic (code, parent_code, name_zh, name_en, sort_order)
      values (${topic(at)}, ${mark}, ${named(topic(at))}, ${topic(at)}, ${991 + at})`;
  }
});

test.afterAll(async ({ sql }) => {
  await sql`delete from peer_group_member where peer_group_code = ${mark}`;
  await sql`delete from peer_group where code = ${mark}`;
  await sql`delete from org_unit where code like ${`${mark}U%`}`;
  await sql`delete from topic where code like ${`${mark}T%`}`;
  await sql`delete from topic where code = ${mark}`;
});

test.beforeEach(async ({ context, product }) => {
  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
});

/** Holds every write of the page until it is let go: clicks are then faster than any answer. */
async function holdWrites(page: Page): Promise<() => void> {
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  return () => letGo();
}

const click = (page: Page, step: '上移' | '下移', code: string) =>
  page.getByRole('button', { name: new RegExp(`^${step}.?${named(code)}.?$`) }).click();
const lastSigns = (rows: readonly Record<string, string>[]) => rows.map(({ code }) => code?.at(-1)).join('');
const members = async (sql: Sql) =>
  lastSigns(
    await sql`select org_unit_code as code from peer_group_member
    where peer_group_code = ${mark} order by position`,
  );
const topics = async (sql: Sql) =>
  lastSigns(await sql`select code from topic where parent_code = ${mark} order by sort_order`);

test('every quick click on an arrow of a list is kept, and shows at once', async ({ page, sql }) => {
  await page.goto(`/catalogue/sequences/${mark}`);
  const letGo = await holdWrites(page);
  for (const at of [4, 4, 4]) await click(page, '上移', unit(at));
  await click(page, '下移', unit(0));
  await expect(page.locator('#order li').first()).toContainText(named(unit(4)));
  letGo();
  await expect(page.getByRole('status').first()).toContainText('顺序已保存');
  await expect.poll(() => members(sql)).toBe('40123');
  // The other forms of the page have the new version too.
  await page.getByText('修改', { exact: true }).click();
  await page.getByLabel('说明（可不填）', { exact: true }).fill('试验');
  await page.locator('form#basics-form').getByRole('button').last().click();
  await expect(page.getByRole('status').first()).toContainText('已保存');
});

test('what somebody else changed between two clicks is refused in words', async ({ page, sql }) => {
  await page.goto(`/catalogue/sequences/${mark}`);
  await click(page, '上移', unit(3));
  await expect(page.getByRole('status').first()).toContainText('顺序已保存');
  const before = await members(sql);
  const letGo = await holdWrites(page);
  for (const at of [3, 3]) await click(page, '上移', unit(at));
  await sql`update peer_group set version = version + 1 where code = ${mark}`;
  letGo();
  await expect(page.getByRole('alert').filter({ hasText: '刚刚' })).toBeVisible();
  expect(await members(sql)).toBe(before);
});

test('every quick step of a topic is kept', async ({ page, sql }) => {
  await page.goto('/catalogue/topics');
  const letGo = await holdWrites(page);
  for (const at of [4, 4, 1, 4]) await click(page, '上移', topic(at));
  letGo();
  await expect.poll(() => topics(sql)).toBe('14023');
  const rows = page.getByRole('row').filter({ hasText: named(mark) });
  await expect(rows.nth(2)).toContainText(named(topic(4)));
  await click(page, '下移', topic(1));
  await expect.poll(() => topics(sql)).toBe('41023');
});
