import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

test.beforeAll(() => joinProduct());

test('the audit trail speaks of units, tasks and figures, is searched by them and says when it is filtered', async ({
  browser,
  product,
}) => {
  const page = await signedIn(browser, product, 'auditor');
  await page.goto('/access/audit?who=demo.');
  const table = page.getByRole('table', { name: '操作记录' });
  await expect(table).toContainText('月报');
  expect(await table.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|\breported\b|\breason\b/);
  await page.getByLabel('对象').fill('甲区 用电量');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/subject=/);
  await expect(page.getByText('只列出了符合筛选条件的记录。')).toBeVisible();
  await expect(table.locator('tbody tr').filter({ hasNotText: '甲区' })).toHaveCount(0);
  await expect(table.locator('tbody tr').first()).toContainText('工业用电量');
  await page.getByRole('link', { name: '清除筛选，查看全部' }).click();
  await expect(page).toHaveURL('/access/audit');
  await page.context().close();
});

test('the palette leads to pages behind buttons, to tasks, departments and a unit’s indicator', async ({
  browser,
  product,
}) => {
  const page = await signedIn(browser, product, 'assessmentOffice');
  await page.goto('/workbench');
  const palette = page.getByRole('dialog');
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  const look = async (words: string, found: string | RegExp) => {
    await palette.getByRole('combobox').fill(words);
    await expect(palette.getByRole('option', { name: found }).first()).toBeVisible();
  };
  await look('催报', '催报、延期');
  // A page is told by the room it is in, not by its address.
  await expect(palette.getByRole('option', { name: '催报、延期' })).toHaveText('催报、延期填报任务');
  await look('账号', '修改密码、我的账号');
  expect((await palette.getByRole('option').allInnerTexts()).join()).not.toContain('/');
  await look('新建方案', /新建方案/);
  await look('权重', /权重/);
  await look('统计部门', '统计部门');
  await look('月报', /月报/);
  await look('甲区 用电量', /甲区.*工业用电量/);
  await palette
    .getByRole('option', { name: /甲区.*工业用电量/ })
    .first()
    .click();
  await expect(page).toHaveURL(/indicators\/DEMO_POWER\?unit=DEMO-JIA/);
  await page.context().close();
});
