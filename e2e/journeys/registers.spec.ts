import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { monthAt, monthCode } from '@/lib/cli/demonstration/months';
import { copyIndicator } from '@/lib/testing/copied-indicator';

joinProduct();

const sheet = (lines: readonly string[]) => ({
  name: '名册.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`),
});
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

test('a sheet becomes a register, its counts lead to lists and blind spots, and a count that two people fixed is a figure with its origin', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(400_000);
  const mark = randomBytes(4).toString('hex').toUpperCase();
  const [code, indicator, name] = [`REG-${mark}`, `CNT_${mark}`, `演示台账${mark}`];
  await copyIndicator(sql, 'DEMO_KEY', { code: indicator, name_zh: `演示计数${mark}`, name_en: `Counted ${mark}` });
  const month = monthCode(monthAt(new Date()) - 1);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const other = await signedIn(browser, product, 'assessmentOffice');

  // A register, whose bad line is told at its list.
  await office.goto('/monitoring/registers');
  await office.getByRole('link', { name: '新建台账' }).click();
  await office.getByLabel('代码').fill(code);
  await office.getByLabel('名称', { exact: true }).fill(name);
  await office.getByLabel('英文名称', { exact: true }).fill(`Register ${mark}`);
  await office.getByLabel('行业领域').fill('F1 | 冶金 | Metallurgy\n没有代码');
  await office.getByLabel('风险等级').fill('RED | 红 | Red\nBLUE | 蓝 | Blue');
  await office.getByRole('button', { name: '保存台账' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '第 2 行不是' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByLabel('行业领域').fill('F1 | 冶金 | Metallurgy\nF2 | 机械 | Machinery');
  await office.getByRole('button', { name: '保存台账' }).click();
  await expect(office.getByRole('status').filter({ hasText: '台账已保存' })).toBeVisible();

  // A sheet with a fault is told by cell and writes nothing; the mended one is previewed and written.
  await office.getByRole('link', { name: '导入表格' }).click();
  await office.getByLabel('表格是哪天的情况').fill(`${month.slice(0, 4)}-${month.slice(6)}-05`);
  await office.getByLabel('依据或理由').fill('按普查名册');
  const head = '统一社会信用代码,名称,行业领域,风险等级,属地,最近走访';
  const rows = ['DEMO-A1,演示甲厂,冶金,红,DEMO-JIA,', 'DEMO-A2,演示乙厂,机械,,DEMO-YI,', 'DEMO-A3,演示丙厂,F1,蓝,,'];
  await office.locator('input[type=file]').setInputFiles(sheet([head, ...rows, 'DEMO-A1,演示重号,,,没有的街道,']));
  await office.getByRole('button', { name: '列出差异' }).click();
  await expect(office.getByRole('heading', { name: '2 处不能读，一条也没有写' })).toBeVisible();
  await expect(office.getByRole('row').filter({ hasText: 'A5' })).toContainText('在表里出现过');
  await expect(office.getByRole('row').filter({ hasText: 'E5' })).toContainText('没有这个单位');
  await office.locator('input[type=file]').setInputFiles(sheet([head, ...rows]));
  await office.getByRole('button', { name: '列出差异' }).click();
  await expect(office.getByRole('heading', { name: '将改 3 条：新登记 3 条' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByRole('button', { name: '写入这些改动' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已写入：新登记 3 条' })).toBeVisible();

  // A count leads to its list.
  const fields = office.getByRole('table', { name: '行业领域 × 风险等级' });
  await expect(fields.getByRole('link', { name: '合计，合计：3 条，看名册' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);
  await fields.getByRole('link', { name: '冶金，红：1 条，看名册' }).click();
  await expect(office.getByRole('table', { name: '名册' }).locator('tbody tr')).toHaveCount(1);
  await expect(office.getByRole('link', { name: '演示甲厂' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);

  // A blind spot is found and mended, from the day on which the sheet holds.
  await office.getByRole('link', { name: '盲区', exact: true }).click();
  const streets = office.getByRole('table', { name: '按属地' });
  await expect(streets.getByRole('link', { name: '全部，没有风险等级：1 条，看名册' })).toBeVisible();
  expect(await accessibilityFaults(office)).toEqual([]);
  await streets.getByRole('link', { name: '全部，没有风险等级：1 条，看名册' }).click();
  await office.getByRole('link', { name: '演示乙厂' }).click();
  await office.locator('#change').getByLabel('风险等级').selectOption('RED');
  await office.locator('#change').getByLabel('依据或理由').fill('评定为红级');
  await office.getByRole('button', { name: '保存改动' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await expect(office.getByRole('table', { name: '改动记录' })).toContainText('风险等级：— → 红');
  expect(await accessibilityFaults(office)).toEqual([]);

  // Its street visits it, on a telephone, and finds nothing of others.
  const street = await signedIn(browser, product, 'reporter', 'DEMO-YI');
  await street.setViewportSize({ width: 390, height: 844 });
  await street.goto(`/monitoring/registers/${code}`);
  await fits(street);
  await street.goto(`/monitoring/registers/${code}/entries`);
  await expect(street.getByRole('table', { name: '名册' }).locator('tbody tr')).toHaveCount(1);
  await street.getByRole('link', { name: '演示乙厂' }).click();
  await street.getByLabel('走访情况').fill('看过现场');
  await street.getByRole('button', { name: '记下走访' }).click();
  await expect(street.getByRole('status').filter({ hasText: '走访已记下' })).toBeVisible();
  await fits(street);
  expect(await accessibilityFaults(street)).toEqual([]);
  expect((await street.request.get(`/monitoring/registers/${code}/entries/DEMO-A1`)).status()).toBe(404);
  expect((await street.request.get(`/monitoring/registers/${code}/figures`)).status()).toBe(403);
  const file = await street.request.get(`/api/downloads/register?register=${code}&what=entries&format=csv`);
  expect(await file.text()).toContain('演示乙厂');
  expect(await file.text()).not.toContain('演示甲厂');

  // The count of the month that ended is fixed by one and confirmed by another.
  await office.goto(`/monitoring/registers/${code}/figures?month=${month}`);
  await office.locator('summary', { hasText: '挂一个指标' }).click();
  await office.getByLabel('指标代码').fill(indicator);
  await office.getByLabel('单位代码').fill('DEMO-SHI');
  await office.getByRole('button', { name: '挂钩' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已挂钩' })).toBeVisible();
  await office.getByRole('checkbox', { name: /：3$/ }).check();
  await office.getByLabel('结转的依据或理由').fill('月末结转');
  await office.getByRole('button', { name: '结转所选' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已结转 1 个数' })).toBeVisible();
  await expect(office.getByRole('table', { name: '台账计数与指标数' })).toContainText('待另一人核对');
  expect(await accessibilityFaults(office)).toEqual([]);
  const figure = `/reporting/revisions/${indicator}/DEMO-SHI/${month}`;
  expect((await office.request.get(figure)).status()).toBe(404);
  await other.goto('/catalogue/cited');
  await other
    .getByRole('link', { name: `演示计数${mark}` })
    .first()
    .click();
  await other.getByRole('button', { name: '确认', exact: true }).click();
  await expect(other.getByText('已确认 1 个')).toBeVisible();

  // The figure says where it was counted, and a later correction of the past does not change it.
  await office.goto(`/catalogue/units/DEMO-SHI`);
  await office.goto(figure);
  await expect(office.getByText(`台账：${name}`).first()).toBeVisible();
  await expect(office.getByText('在册条数').first()).toBeVisible();
  await office.goto(`/monitoring/registers/${code}/entries/DEMO-A3?day=${month.slice(0, 4)}-${month.slice(6)}-06`);
  await office.locator('#change').getByLabel('状态').selectOption('left');
  await office.locator('#change').getByLabel('依据或理由').fill('上月已注销，补记');
  await office.getByRole('button', { name: '保存改动' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  const left = office.getByRole('row').filter({ hasText: '状态：在册 → 退出' });
  await expect(left).toContainText('补记以前的日期');
  await office.goto(`/monitoring/registers/${code}/figures?month=${month}`);
  const compared = office.getByRole('table', { name: '台账计数与指标数' });
  await expect(compared).toContainText('台账今天重数该日为 2，已结转的数不变');
  for (const locale of ['zh-CN', 'en'] as const) {
    await office.context().addCookies([{ name: 'locale', value: locale, url: product }]);
    await office.setViewportSize({ width: 390, height: 844 });
    for (const page of ['', '/entries', '/blind', '/figures', '/import', '/edit', '/entries/new', '/entries/DEMO-A1']) {
      await office.goto(`/monitoring/registers/${code}${page}`);
      await fits(office);
      expect(await accessibilityFaults(office), `${locale} ${page}`).toEqual([]);
    }
  }
  for (const one of [office, other, street]) await one.context().close();
});
