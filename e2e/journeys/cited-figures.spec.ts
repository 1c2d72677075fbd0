import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();
const title = '演示月报（录数）';
const file = (name: string, text: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from(text) });
const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

test('two people of the office take figures out of a document, import a sheet, and withdraw', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(400_000);
  const [indicator] = await sql`select code, name_zh as name from indicator where code = 'DEMO_POWER'`;
  const [place] = await sql`select code, name_zh as name from org_unit where code = 'DEMO-JIA'`;
  const office = await signedIn(browser, product, 'assessmentOffice');
  const other = await signedIn(browser, product, 'assessmentOffice');

  await office.goto('/catalogue/sources');
  await open(office, '新增来源');
  await office.getByLabel('名称').fill(title);
  await office.getByLabel('发布单位').fill('演示数据');
  await office.getByLabel('网址（可不填）').fill('javascript:alert(1)');
  await office.getByRole('button', { name: '登记' }).click();
  await expect(office.getByRole('alert').getByText('网址').first()).toBeVisible();
  await office.getByLabel('网址（可不填）').fill('');
  await office.getByRole('button', { name: '登记' }).click();
  await expect(office.getByText('已登记。下一步')).toBeVisible();
  const address = new URL(office.url()).pathname;

  await office.locator('input[type=file]').setInputFiles(file('月报.exe', 'MZ', 'application/octet-stream'));
  await office.getByRole('button', { name: '上传文件' }).click();
  await expect(office.getByText('附件只接收')).toBeVisible();
  await office.locator('input[type=file]').setInputFiles(file('月报.pdf', '%PDF-1.4 演示', 'application/pdf'));
  await office.getByRole('button', { name: '上传文件' }).click();
  await expect(office.getByText('文件已保存')).toBeVisible();
  const kept = office.getByRole('link', { name: '月报.pdf' });
  const answer = await office.request.get((await kept.getAttribute('href')) ?? '');
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");

  await open(office, '录数');
  await office.getByLabel('指标', { exact: true }).fill('演示用电');
  await office.getByLabel('单位', { exact: true }).fill(place?.name);
  await office.getByLabel('报告期').fill('2031年3月');
  await office.getByLabel('数值（照印）').fill('约12.5');
  await office.getByLabel('位置', { exact: true }).fill('第3页，表2');
  await office.getByRole('button', { name: '录入' }).click();
  await expect(office.getByRole('alert').getByText('最接近的').first()).toBeVisible();
  await office.getByLabel('指标', { exact: true }).fill(indicator?.name);
  await office.getByRole('button', { name: '录入' }).click();
  await expect(office.getByText('已录入，等待另一人核对')).toBeVisible();
  await expect(office.getByText('没有提交')).toHaveCount(0);

  // Nothing shows it, and its recorder cannot confirm it.
  const figure = `/reporting/revisions/${indicator?.code}/${place?.code}/2031-M03`;
  expect((await office.request.get(figure)).status()).toBe(404);
  await office.goto('/catalogue/cited');
  await open(office, indicator?.name);
  await expect(office.getByRole('button', { name: '撤回' })).toBeVisible();
  await expect(office.getByRole('button', { name: '确认', exact: true })).toHaveCount(0);

  await other.goto('/catalogue/cited');
  await other.getByRole('checkbox').first().check();
  await other.getByRole('button', { name: '确认所选' }).click();
  await expect(other.getByText('已确认 1 个')).toBeVisible();
  expect((await office.request.get(figure)).status()).toBe(200);

  await office.goto('/catalogue/cited/import');
  await office.getByLabel('来源（表中').selectOption({ label: title });
  await office.getByLabel('位置（表中').fill('表1');
  const sheet = `指标,单位,报告期,数值\n${indicator?.name},${place?.name},2031年4月,13\n无此指标,${place?.name},今年,1\n`;
  await office.locator('input[type=file]').setInputFiles(file('四月.csv', sheet, 'text/csv'));
  await office.getByRole('button', { name: '上传并预览' }).click();
  await expect(office.getByRole('heading', { name: '有 2 处需要改' })).toBeVisible();
  await expect(office.getByRole('cell', { name: '第 3 行，指标' })).toBeVisible();
  const mended = sheet.replace(/\n无此.*/, '');
  await office.locator('input[type=file]').setInputFiles(file('四月.csv', mended, 'text/csv'));
  await office.getByRole('button', { name: '上传并预览' }).click();
  await expect(office.getByRole('heading', { name: /新增 1 个/ })).toBeVisible();
  await office.getByRole('button', { name: '提交 1 个' }).click();
  await expect(office.getByRole('heading', { name: '整批核对：四月.csv' })).toBeVisible();
  await other.goto('/catalogue/cited');
  await open(other, '四月.csv');
  await other.getByRole('button', { name: '整批确认 1 个' }).click();
  await expect(other.getByText('已确认 1 个')).toBeVisible();

  await office.goto(figure);
  await office.getByText('撤下这个数').first().click();
  await office.getByLabel('理由').fill('演示：来源有误');
  await office.getByRole('button', { name: '撤下这个数' }).click();
  await expect(office.getByText('已提出撤下')).toBeVisible();
  await other.goto('/catalogue/cited');
  await open(other, indicator?.name);
  await other.getByRole('button', { name: '确认', exact: true }).click();
  await expect(other.getByText('已确认 1 个')).toBeVisible();
  await office.goto(figure);
  await expect(office.getByText('这个数已撤下')).toBeVisible();

  await office.goto(address);
  await office.locator('summary', { hasText: '撤回来源' }).click();
  await office.getByLabel('理由').fill('演示：文件被收回');
  await office.getByRole('button', { name: '撤回来源' }).click();
  await expect(office.getByText('该来源已于')).toBeVisible();
  await office.goto(`/reporting/revisions/${indicator?.code}/${place?.code}/2031-M04`);
  await expect(office.getByText('来源已撤回').first()).toBeVisible();
  await office.goto('/catalogue/cited?tab=decided');
  const decided = office.getByRole('row').filter({ hasText: title });
  await expect(decided.first().getByText('来源已撤回')).toBeVisible();
});
