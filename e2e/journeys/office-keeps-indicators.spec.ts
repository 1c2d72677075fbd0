import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

const mark = `${process.pid}`;
const topic = `试验领域${mark}`;
const name = `重点企业用工数${mark}`;
const successor = `规上企业用工数${mark}`;

test.afterAll(async ({ sql }) => {
  await sql`update indicator set replaced_by = null where name_zh like ${`%${mark}`}`;
  await sql`delete from indicator_definition where indicator_code in
    (select code from indicator where name_zh like ${`%${mark}`})`;
  await sql`delete from indicator where name_zh like ${`%${mark}`}`;
  await sql`delete from topic where name_zh like ${`%${mark}`}`;
});

const main = (page: Page) => page.getByRole('main');
const inTopic = async (page: Page) => {
  await page.goto('/catalogue/indicators');
  await main(page).getByRole('link', { name: topic }).first().click();
  await expect(page).toHaveURL(/topic=/);
};
const shot = async (page: Page, file: string) => {
  const folder = process.env.BATON_SHOTS;
  if (!folder) return;
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${file}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 900 });
};

async function make(page: Page, called: string): Promise<void> {
  await main(page).getByRole('link', { name: '新建指标' }).first().click();
  await page.getByLabel('中文名称').fill(called);
  await page.getByLabel('计量单位', { exact: true }).fill('万人');
  await page.getByLabel('责任部门').fill('统计部门');
  await page.locator('#field-definitionZh').fill('重点企业期末在岗职工人数。');
  await page.getByRole('button', { name: '建立指标' }).click();
  await expect(page.getByRole('status').first()).toContainText('指标已建立');
  await expect(page.getByLabel('领域', { exact: true })).toHaveValue(/^SYLY/);
}

test('the office makes a topic and an indicator, defines it anew, and lets another take its place', async ({
  page,
  context,
  product,
}) => {
  test.setTimeout(400_000);
  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
  await page.goto('/catalogue/topics');
  await shot(page, 'topics');
  await page.getByLabel('中文名称').last().fill(topic);
  await page.getByRole('button', { name: '建立领域' }).click();
  await expect(page.getByRole('status').first()).toContainText('领域已建立');
  await page.getByRole('button', { name: `上移“${topic}”` }).click();
  await expect(page.getByRole('button', { name: `下移“${topic}”` })).toBeVisible();
  await main(page)
    .getByRole('link', { name: `编辑 ${topic}` })
    .click();
  await shot(page, 'topic-edit');
  await page.goto('/catalogue/indicators');
  await shot(page, 'list');
  await main(page).getByRole('link', { name: topic }).first().click();
  await expect(main(page)).toContainText('这个领域还没有指标');
  await shot(page, 'list-empty');

  // Refused first: every faulty field is named, and what was typed stays.
  await main(page).getByRole('link', { name: '新建指标' }).first().click();
  await shot(page, 'new');
  await page.getByLabel('中文名称').fill('地区生产总值');
  await page.getByRole('button', { name: '建立指标' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“计量单位”还没有填写' })).toBeFocused();
  await shot(page, 'new-refused');
  await inTopic(page);
  await make(page, name);
  await shot(page, 'edit');

  await page.getByText('另立新的定义').click();
  await page.locator('#field-definition-validFrom').fill('2030-01-01');
  await page.locator('#field-definition-definitionZh').fill('不再含劳务派遣人员。');
  await page.getByLabel('与以前可比吗').selectOption('scope');
  await page.locator('#field-definition-reason').fill('统计制度修订');
  await shot(page, 'define');
  await page.getByRole('button', { name: '保存新的定义' }).click();
  await expect(page.getByRole('status').first()).toContainText('新的定义已保存');
  await expect(page.locator('#definitions')).toContainText('2030-01-01 起');
  await expect(page.locator('#definitions')).toContainText('范围有变，前后不可比');

  await inTopic(page);
  await make(page, successor);
  await page.goto('/catalogue/topics');
  await main(page)
    .getByRole('link', { name: `编辑 ${topic}` })
    .click();
  await shot(page, 'topic-order');
  await page.getByRole('button', { name: `上移“${successor}”` }).click();
  await expect(page.getByRole('status').first()).toContainText('次序已保存');
  await inTopic(page);
  await expect(main(page).getByRole('rowheader').nth(1)).toContainText(successor);
  await page.goto(`/catalogue/indicators?q=${encodeURIComponent(name)}`);
  await main(page).getByRole('link', { name }).click();
  await main(page).getByRole('link', { name: '编辑', exact: true }).click();
  await page.getByText('停用本指标').click();
  await page.getByLabel('用到哪天为止').fill('2030-12-31');
  await page.getByLabel('由哪项指标接替').fill(successor);
  await page.locator('#field-retire-reason').fill('改用全口径');
  await shot(page, 'retire');
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('停用已保存');
  await main(page).getByRole('link', { name: '查看指标页' }).click();
  await expect(main(page)).toContainText(`之后由${successor}接替`);
  await shot(page, 'page');
  await page.goto('/catalogue/indicators/GDP/edit');
  await expect(main(page)).toContainText('已经有数');
  await shot(page, 'edit-gdp');
  await page.goto('/catalogue/indicators/GDP');
  await shot(page, 'gdp');
});
