import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { forgetGroup, type InventedGroup, inventGroup } from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { perform } from '@/lib/access/command';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { startingDocument } from '@/lib/assessment/schemes/starting-document';
import { paths } from '@/lib/paths';
import { firstOffice } from '@/lib/testing/invented-run';

joinProduct();

const offer = (page: Page) => page.locator('main').getByRole('button', { name: '填回' });
let office: Awaited<ReturnType<typeof newAccount>>;
test.beforeEach(async ({ context, product }) => {
  office = await newAccount('assessmentOffice');
  await enterAs(context, product, await cookiesOf(office));
});

test('a form that was left by Back is offered again, put back, and forgotten once it is sent', async ({ page }) => {
  await page.goto(paths.workbench);
  await page.goto(paths.newCollection);
  const title = page.locator('input[name="title"]');
  await title.fill('没有提交的任务');
  await page.locator('textarea[name="instructions"]').fill('请按新口径填报');
  const tick = page.locator('input[name^="chain-"]').first();
  const isOn = await tick.isChecked();
  await tick.click();
  await page.goBack();
  await page.goto(paths.newCollection);
  await expect(title).not.toHaveValue('没有提交的任务');
  await offer(page).click();
  await expect(title).toHaveValue('没有提交的任务');
  await expect(page.locator('textarea[name="instructions"]')).toHaveValue('请按新口径填报');
  expect(await tick.isChecked()).toBe(!isOn);
  await page.reload();
  await page.getByRole('button', { name: '丢弃' }).click();
  await page.reload();
  await expect(offer(page)).toHaveCount(0);
});

test('a form is not offered to another account, and the answer of a refusal keeps it', async ({
  page,
  context,
  product,
}) => {
  await page.goto(paths.newCollection);
  await page.locator('input[name="title"]').fill('甲的任务');
  const other = await newAccount('assessmentOffice');
  await enterAs(context, product, await cookiesOf(other));
  await page.goto(paths.newCollection);
  await expect(page.locator('input[name="title"]')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await enterAs(context, product, await cookiesOf(office));
  await page.goto(paths.newCollection);
  await expect(offer(page)).toHaveCount(1);
});

test('a form that lists more than at the last visit is still offered', async ({ page, sql }) => {
  const code = `K${process.pid}`;
  await page.goto(paths.newCollection);
  const title = page.locator('input[name="title"]');
  await title.fill('指标增加以前的任务');
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    values (${code}, 'DEMO', '演示指标', 'Demo indicator', '', '家', 'firms', 0, 'amount', 'higher', 'current', 'monthly',
      '演示部门', 'Demo department', 99001)`;
  try {
    await page.goto(paths.newCollection);
    await expect(page.locator(`input[name$="-${code}"]`).first()).toBeAttached();
    await offer(page).click();
    await expect(title).toHaveValue('指标增加以前的任务');
  } finally {
    await sql`delete from indicator where code = ${code}`;
  }
});

test('a form of a page for another account is refused in words, and keeps what is typed', async ({
  page,
  context,
  product,
  sql,
}) => {
  await page.goto(paths.newScheme);
  const form = page.locator('#create-form');
  await form.locator('input[name="nameZh"]').fill('别人名下的方案');
  const other = await newAccount('assessmentOffice');
  await enterAs(context, product, await cookiesOf(other));
  await form.getByRole('button', { name: '建立草稿' }).click();
  await expect(form.getByRole('alert')).toContainText('为另一个账号打开');
  await expect(form.locator('input[name="nameZh"]')).toHaveValue('别人名下的方案');
  await sql`delete from app_session where user_id = ${other.id}`;
  await form.getByRole('button', { name: '建立草稿' }).click();
  await expect(form.getByRole('alert')).toContainText('已退出登录');
  await expect(form.getByRole('link', { name: '重新登录' })).toHaveAttribute('target', '_blank');
});

test('two tabs of one form keep a draft each, and each is offered its own', async ({ page, context }) => {
  const second = await context.newPage();
  const tabs = [
    [page, '甲窗口的任务'],
    [second, '乙窗口的任务'],
  ] as const;
  for (const [tab, typed] of tabs) {
    await tab.goto(paths.newCollection);
    await tab.locator('input[name="title"]').fill(typed);
  }
  for (const [tab, typed] of tabs) {
    await tab.reload();
    await offer(tab).click();
    await expect(tab.locator('input[name="title"]')).toHaveValue(typed);
  }
});

test('a scenario of what-if is offered to who comes back without its address', async ({ page }) => {
  await page.goto(paths.whatIf);
  const weight = page.locator('input[name^="w."]').first();
  const before = await weight.inputValue();
  await weight.fill('7.5');
  await expect(page).toHaveURL(/w\./);
  await page.goto(paths.workbench);
  await page.goto(paths.whatIf);
  await expect(weight).toHaveValue(before);
  await offer(page).click();
  await expect(weight).toHaveValue('7.5');
  await expect(page).toHaveURL(/w\./);
  await page.reload();
  await expect(weight).toHaveValue('7.5');
  await expect(offer(page)).toHaveCount(0);
});

test('signing out asks whether to remove what is left in the browser', async ({ page }) => {
  for (const isRemoved of [false, true]) {
    await page.goto(paths.newCollection);
    await page.locator('input[name="title"]').fill('没有提交的任务');
    page.once('dialog', (dialog) => void (isRemoved ? dialog.accept() : dialog.dismiss()));
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/sign-in/);
    await enterAs(page.context(), new URL(page.url()).origin, await cookiesOf(office));
    await page.goto(paths.newCollection);
    await expect(page.locator('input[name="title"]')).toBeVisible();
    await expect(offer(page)).toHaveCount(isRemoved ? 0 : 1);
  }
});

const groups: InventedGroup[] = [];
test.afterAll(async ({ sql }) => {
  for (const group of groups) await forgetGroup(sql, group);
});

test('a whole design survives Back and is put back in the designer', async ({ page, sql }) => {
  const group = await inventGroup(sql);
  groups.push(group);
  const names = {
    nameZh: `演示方案${group.code}`,
    nameEn: 'Demo',
    kind: 'comprehensive' as const,
    peerGroup: group.code,
  };
  await perform(
    importScheme,
    firstOffice,
    { code: group.code, document: startingDocument(names as never), note: '' },
    { now: new Date(), database: db() },
  );
  await page.goto(paths.scheme(group.code));
  await page.goto(paths.schemeDesigner(group.code));
  const note = page.getByLabel('版本说明');
  await note.fill('没有保存的设计');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goBack();
  await page.goto(paths.schemeDesigner(group.code));
  await expect(note).not.toHaveValue('没有保存的设计');
  await offer(page).click();
  await expect(note).toHaveValue('没有保存的设计');
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.locator('main').getByRole('status').filter({ hasText: '已' })).not.toHaveCount(0);
  await page.reload();
  await expect(note).toHaveValue('没有保存的设计');
  await expect(offer(page)).toHaveCount(0);

  // What was saved since is no conflict with oneself after Back.
  await note.fill('第二次保存');
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.locator('main').getByRole('status').filter({ hasText: '已' })).not.toHaveCount(0);
  await page
    .locator(`main a[href="${paths.scheme(group.code)}"]`)
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `演示方案${group.code}` })).toBeVisible();
  await page.goBack();
  await expect(note).toHaveValue('第二次保存');
  await note.fill('第三次保存');
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.locator('main').getByRole('status').filter({ hasText: '已' })).not.toHaveCount(0);
  await expect(page.locator('main').getByRole('alert')).toHaveCount(0);
  const [draft] = await sql`select note from scheme_version where scheme_code = ${group.code}`;
  expect(draft?.note).toBe('第三次保存');
});
