import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, newAccount } from '@/e2e/people';
import { freshName } from '@/lib/testing/accounts';

joinProduct();
const ownPassword = 'Liu-shui-8372';

/** Presses Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focusedName = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : '';
      return `${element?.getAttribute('aria-label') ?? ''}|${label ?? ''}|${element?.textContent?.trim() ?? ''}`;
    });
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedName()).split('|').includes(name)) return;
  }
  throw new Error(`the keyboard does not reach “${name}”`);
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await typeInto(page, '用户名', username);
  await typeInto(page, '密码', password);
  await page.keyboard.press('Enter');
}

test('an administrator creates a reporter, who chooses a password and works; by keyboard alone', async ({
  page,
  faults,
}) => {
  test.setTimeout(400_000);
  const admin = await newAccount('administrator');
  const username = freshName();

  await signIn(page, admin.username, admin.password);
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible();
  await tabTo(page, '新建账号');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '新建账号' })).toBeVisible();

  // The form is refused first: the message names the field, has the focus, and all typed values stay.
  await typeInto(page, '用户名', username);
  await typeInto(page, '姓名', '演示·李四');
  await page.keyboard.press('Enter');
  const refused = page.getByRole('alert').filter({ hasText: '未提交成功' });
  await expect(refused).toBeFocused();
  await expect(refused).toContainText('单位');
  await expect(page.getByLabel('姓名')).toHaveValue('演示·李四');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const unit = page.getByLabel('单位');
  await expect(unit).toBeFocused();
  while ((await unit.locator('option:checked').innerText()) !== '南通开发区') await page.keyboard.press('ArrowDown');
  await tabTo(page, '建立账号');
  await page.keyboard.press('Enter');
  const handed = page.getByRole('region', { name: '请记下初始密码' });
  await expect(handed).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  const secret = await handed.locator('[data-secret]').innerText();
  expect(secret).toMatch(/^(\w{5}-){3}\w{5}$/);

  await page.getByRole('button', { name: '退出' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();

  await signIn(page, username, secret);
  await expect(page.getByRole('heading', { level: 1, name: '设置您自己的密码' })).toBeVisible();
  await page.goto('/workbench');
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await signIn(page, username, secret);
  await expect(page.getByRole('heading', { level: 1, name: '设置您自己的密码' })).toBeVisible();
  await typeInto(page, '新密码', 'Nantong@2026');
  await typeInto(page, '再输一次新密码', 'Nantong@2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '太容易猜' })).toBeFocused();
  await typeInto(page, '新密码', ownPassword);
  await typeInto(page, '再输一次新密码', ownPassword);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await expect(page.getByText('演示·李四，您好')).toBeVisible();
  await expect(page.getByRole('heading', { name: /本单位已入库的数据/ })).toBeVisible();
  await expect(page.locator('#unit')).toContainText('南通开发区');
  expect(await accessibilityFaults(page)).toEqual([]);

  const menu = page.getByRole('navigation', { name: '主菜单' });
  await expect(menu.getByRole('link', { name: '账号' })).toHaveCount(0);
  for (const path of ['/access/users', '/access/users/new', '/access/audit', '/access/settings']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(page.getByRole('heading', { level: 1, name: '您的角色看不了这一页' })).toBeVisible();
    await expect(page.getByText('填报员身份')).toBeVisible();
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes('status of 403')));

  await signInAgainIsRefused(page, username, secret);
});

/** The initial secret no longer works. */
async function signInAgainIsRefused(page: Page, username: string, secret: string): Promise<void> {
  await page.goto('/access/account');
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await signIn(page, username, secret);
  await expect(page.getByRole('alert').filter({ hasText: '用户名或密码不正确' })).toBeFocused();
  await expect(page.getByLabel('用户名')).toHaveValue(username);
}

test('each demonstration account signs in with one click, and begins at its start page', async ({ page }) => {
  const starts = [
    ['领导', '/', ''],
    ['填报员', '/workbench', '甲区（演示）'],
    ['考核办', '/workbench', ''],
    ['考核办', '/workbench', '复核人'],
    ['系统管理员', '/access/users', ''],
    ['审计员', '/access/audit', ''],
  ] as const;
  for (const [role, path, place] of starts) {
    await page.goto('/sign-in');
    const name = `以${role}身份登录${place ? `：${place}` : ''}`;
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await page.getByRole('button', { name: '退出' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});

test('a form works without scripts', async ({ browser, product }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: product, locale: 'zh-CN' });
  const page = await context.newPage();
  const user = await newAccount('reporter');
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(user.username);
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).first().click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  await page.getByLabel('密码').fill(user.password);
  await page.getByRole('button', { name: '登录', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await context.close();
});
