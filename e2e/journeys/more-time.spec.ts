import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { joinProduct, newAccount } from '@/e2e/people';
import { forgetReturns, type InventedReturns, inventReturns } from '@/e2e/returns';

joinProduct();

let invented: InventedReturns;
test.beforeAll(async ({ sql }) => {
  invented = await inventReturns(sql);
  const { collectionId, units } = invented;
  await sql`update submission set state = 'empty', round = 0, submitted = 0, first_submitted_at = null, submitted_at = null
    where collection_id = ${collectionId} and org_unit_code = ${units.own}`;
  await sql`delete from submission_value where collection_id = ${collectionId} and org_unit_code = ${units.own}`;
});
test.afterAll(({ sql }) => forgetReturns(sql, invented));

async function signIn(page: Page, role: 'reporter' | 'assessmentOffice', unit?: string): Promise<void> {
  const user = await newAccount(role, unit);
  await untilHydrated(page).goto('/sign-in');
  await page.getByLabel('用户名').fill(user.username);
  await page.getByLabel('密码').fill(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
}

test('a unit asks for more time, is refused with a reason, asks again and gets it', async ({
  page,
  browser,
  product,
  sql,
}) => {
  const { collectionId, units } = invented;
  const [days] = await sql`select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due,
    to_char(greatest(due_at, now()) at time zone 'Asia/Shanghai' + interval '2 days', 'YYYY-MM-DD') as wished
    from collection where id = ${collectionId}`;
  const { due, wished } = days as { due: string; wished: string };
  const context = await browser.newContext({ baseURL: product, locale: 'zh-CN' });
  const office = await context.newPage();
  await signIn(office, 'assessmentOffice');
  await signIn(page, 'reporter', units.own);
  const ask = async (day: string) => {
    const form = page.locator('#more-time');
    await form.getByLabel('希望延至').fill(day);
    await form.getByLabel('申请理由').fill('统计系统迁移，数据晚两天');
    await form.getByRole('button', { name: '申请延期' }).click();
  };

  await page.goto(`/reporting/entry/${collectionId}`);
  await ask(due);
  await expect(page.getByRole('alert').filter({ hasText: /须/ })).toBeFocused();
  await expect(page.locator('#more-time').getByLabel('申请理由')).toHaveValue('统计系统迁移，数据晚两天');
  expect(await accessibilityFaults(page)).toEqual([]);
  await ask(wished);
  await expect(page.getByText(`已申请延至 ${wished}，等待考核办决定。`)).toBeVisible();
  await expect(page.locator('#more-time')).toHaveCount(0);

  await office.goto(`/reporting/collections/${collectionId}`);
  const request = office.locator('#more-time').getByRole('listitem');
  await expect(request).toContainText(`希望延至 ${wished}`);
  await expect(request).toContainText('统计系统迁移，数据晚两天');
  await request.getByRole('link', { name: '驳回…' }).click();
  await office.getByLabel('理由').fill('全市同期汇总，不宜推迟');
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByRole('button', { name: '驳回申请' }).click();
  await expect(office.getByRole('status').first()).toContainText('已驳回延期申请');
  await expect(office.locator('#more-time')).toHaveCount(0);

  await page.goto(`/reporting/entry/${collectionId}`);
  await expect(page.getByText(`延至 ${wished} 的申请没有获准：全市同期汇总，不宜推迟`)).toBeVisible();
  await ask(wished);
  await expect(page.getByText(`已申请延至 ${wished}，等待考核办决定。`)).toBeVisible();
  await office.goto(`/reporting/collections/${collectionId}`);
  await request.getByRole('link', { name: '延长…' }).click();
  await expect(office.getByLabel('延长至日期')).toHaveValue(wished);
  await office.getByLabel('理由').fill('同意');
  await office.getByRole('button', { name: '延长', exact: true }).click();
  await expect(office.getByRole('status').first()).toContainText('时限已延长');
  await page.goto(`/reporting/entry/${collectionId}`);
  await expect(page.getByText(`已延长至 ${wished}`)).toBeVisible();
  await expect(page.getByText('没有获准')).toHaveCount(0);
  await context.close();
});
