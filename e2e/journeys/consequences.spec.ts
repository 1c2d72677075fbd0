import { randomBytes } from 'node:crypto';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();

test('a rule is drafted, tried and adopted by another; what it proposes is confirmed, read by its unit and completed', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(300_000);
  const name = `一个月红灯约谈${randomBytes(4).toString('hex')}`;
  const office = await signedIn(browser, product, 'assessmentOffice', 'DEMO-JIA');
  await office.goto('/monitoring/consequence-rules');
  await office.getByRole('link', { name: '起草规则' }).click();
  await office.getByRole('link', { name: '连续红灯' }).click();
  await office.getByLabel('规则名称').fill(name);
  await office.getByLabel('英文名称').fill('Red for a month');
  await office.getByLabel('序列', { exact: true }).selectOption('DEMO_COUNTIES');
  await office.getByLabel('自哪个月起').selectOption({ index: 0 });
  await office.getByLabel('拟定什么').selectOption('talk');
  await office.getByLabel('指标', { exact: true }).selectOption('DEMO_PROJ');
  await office.getByLabel('几个月').fill('一个');
  await office.getByRole('button', { name: '保存草稿' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '“几个月”须填一个数' })).toBeVisible();
  await office.getByLabel('几个月').fill('1');
  await office.getByRole('button', { name: '保存草稿' }).click();
  await expect(office.getByRole('status').filter({ hasText: '草稿已保存' })).toBeVisible();
  const path = new URL(office.url()).pathname;
  await expect(office.getByText('您是最后修改的人，须由另一人启用。')).toBeVisible();
  await office.getByRole('link', { name: '试算', exact: true }).click();
  await expect(office.getByRole('table', { name: '哪些单位何时达到' })).toContainText('红灯');
  expect(await accessibilityFaults(office)).toEqual([]);

  const second = await signedIn(browser, product, 'assessmentOffice', 'DEMO-JIA');
  await second.goto(path);
  await second.getByRole('button', { name: '启用', exact: true }).click();
  await second.getByRole('button', { name: '启用', exact: true }).click();
  await expect(second.getByRole('status').filter({ hasText: '已启用' })).toBeVisible();
  await second.goto('/monitoring/consequences');
  await second.getByRole('button', { name: '现在运行规则' }).click();
  await expect(second.getByRole('status').filter({ hasText: '规则已运行，新拟定' })).toBeVisible();
  expect(await accessibilityFaults(second)).toEqual([]);

  const [row] = await sql`select c.id, c.org_unit_code as unit, c.key from consequence c
    join consequence_rule r on r.code = c.rule_code and r.number = c.rule_number where r.name_zh = ${name} order by c.key limit 1`;
  const [unit, page] = [row?.unit ?? '', `/monitoring/consequences/${row?.id}`];
  const reporter = await signedIn(browser, product, 'reporter', unit);
  const foreign = await signedIn(browser, product, 'unitReviewer', unit === 'DEMO-YI' ? 'DEMO-JIA' : 'DEMO-YI');
  for (const one of [reporter, foreign]) expect((await one.request.get(page)).status()).toBe(404);

  await office.goto('/workbench');
  await office.locator('#consequences').getByRole('link', { name: '待确认' }).click();
  await office.locator(`a[href="${page}"]`).click();
  await expect(office.locator('dl').first()).toContainText(name);
  await expect(office.getByRole('link', { name: /的灯$/ })).toBeVisible();
  await office.getByLabel('确认的理由').fill('情况属实，请约谈。');
  await office.getByRole('button', { name: '确认', exact: true }).click();
  await expect(office.getByRole('status').filter({ hasText: '已确认' })).toBeVisible();
  await office.getByLabel('办理日期').first().fill('2099-01-01');
  await office.getByLabel('办理情况').fill('发出约谈通知书。');
  await office.getByRole('button', { name: '记录办理' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '“办理日期”不能是以后的日子' })).toBeVisible();
  await office.getByLabel('办理日期').first().fill('2026-01-31');
  await office.getByRole('button', { name: '记录办理' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已记下' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);

  await reporter.setViewportSize({ width: 390, height: 844 });
  await reporter.goto('/workbench');
  await reporter.locator('#consequences').locator(`a[href="${page}"]`).click();
  await expect(reporter.getByRole('table', { name: '办理经过' })).toContainText('发出约谈通知书。');
  await expect(reporter.getByRole('button', { name: '记录办理' })).toHaveCount(0);
  expect(await reporter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(reporter)).toEqual([]);
  expect((await foreign.request.get(page)).status()).toBe(404);
  const file = '/api/downloads/consequences?format=csv';
  expect(await (await reporter.request.get(file)).text()).toContain(name);
  expect(await (await foreign.request.get(file)).text()).not.toContain(name);

  // Who looks at the page from before is told that a step was taken.
  await second.goto(page);
  await office.locator('summary', { hasText: '办结这一项' }).click();
  await office.getByLabel('办结情况').fill('已约谈，进度追上。');
  await office.getByRole('button', { name: '办结', exact: true }).click();
  await expect(office.getByRole('status').filter({ hasText: '已办结' })).toBeVisible();
  await second.getByLabel('办理情况').fill('再发一次通知。');
  await second.getByRole('button', { name: '记录办理' }).click();
  await expect(second.getByRole('alert').filter({ hasText: '刚刚有了新的步骤' })).toBeVisible();
  await expect(office.getByRole('table', { name: '办理经过' }).locator('tbody tr')).toHaveCount(4);
  for (const one of [office, second, reporter, foreign]) await one.context().close();
});
