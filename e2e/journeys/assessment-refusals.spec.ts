import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { forgetGroup, type InventedGroup, inventedDocument, inventGroup, inventScheme, year } from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { perform } from '@/lib/access/command';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { refusalOf } from '@/lib/testing/accounts';
import { inventedRun, secondOffice } from '@/lib/testing/invented-run';

joinProduct();
test.use({ actionTimeout: 20_000 });

const pages: Page[] = [];
const groups: InventedGroup[] = [];

test.afterAll(async ({ sql }) => {
  for (const page of pages) await page.context().close();
  for (const group of groups) await forgetGroup(sql, group);
});

test('a broken scheme is refused with the path of its fault, and a mended one becomes a draft', async ({
  browser,
  product,
  sql,
}) => {
  const group = await inventGroup(sql);
  groups.push(group);
  const office = await signedIn(browser, product, 'assessmentOffice');
  pages.push(office);
  const form = office.locator('#import-form');
  const send = async (name: string, text: string) => {
    await office.goto('/assessment/schemes/new');
    await form.getByLabel('方案文件').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await form.getByLabel('代码').fill(group.code);
    await form.getByRole('button', { name: '导入为草稿' }).click();
  };
  const document = inventedDocument(group);
  const broken = JSON.parse(JSON.stringify(document));
  broken.root.parts[1].parts[0].method.bounds.high = '一百';
  await send('方案.json', JSON.stringify(broken));
  await expect(form.getByRole('alert')).toContainText('root.parts[1].parts[0].method.bounds.high');
  await send('方案.json', '{"format": 1,\n"root": }');
  await expect(form.getByRole('alert')).toContainText('文件不是有效的 JSON');
  await send('方案.txt', JSON.stringify(document));
  await expect(form.getByRole('alert')).toContainText('方案文件须为 JSON 或 XLSX。');
  expect(await sql`select 1 from scheme where code = ${group.code}`).toHaveLength(0);
  await send('方案.json', JSON.stringify(document));
  await expect(office.getByText('方案文件已导入为草稿，请核对后发布。')).toBeVisible();
  await expect(office.getByRole('heading', { level: 1, name: `演示方案${group.code}` })).toBeVisible();
});

const grades = {
  by: 'cutoff' as const,
  grades: [
    { key: 'good', nameZh: '优秀', nameEn: 'Excellent', atLeast: 60 },
    { key: 'rest', nameZh: '一般', nameEn: 'Fair', atLeast: null },
  ],
};

test('a unit whose figure is awaited keeps its run from approval, and is named', async ({ browser, product, sql }) => {
  const group = await inventGroup(sql, { without: ['bing safety'] });
  groups.push(group);
  await inventScheme(group, inventedDocument(group, { missing: 'pending', grades }));
  const id = await inventedRun(db(), { code: group.code, period: year, state: 'trial' });
  const office = await signedIn(browser, product, 'assessmentOffice');
  pages.push(office);
  await office.goto(`/assessment/runs/${id}`);
  const measures = office.locator('#measures');
  await expect(measures).toContainText(group.units.bing.name);
  await expect(measures).toContainText('数据尚未报送');
  await expect(measures).toContainText(group.indicators.safety.name);
  await expect(office.getByRole('button', { name: '审定', exact: true })).toHaveCount(0);
  // What is missing is counted with a link to its list by unit and item.
  await office.locator('#about').getByRole('link', { name: '待报 1 处' }).click();
  const lacking = office.locator('#lacking');
  await expect(lacking.getByRole('listitem')).toHaveText([`${group.units.bing.name} ${group.indicators.safety.name}`]);
  await expect(lacking.getByRole('listitem').first()).toBeVisible();
  // The page of the run and the ranking say the same of the grade and of the row.
  for (const path of [`/assessment/runs/${id}`, `/assessment/rankings?run=${id}`]) {
    await office.goto(path);
    const row = office.getByRole('row').filter({ hasText: group.units.bing.name }).first();
    await expect(row).toContainText('待定');
    await expect(row).toContainText('待报');
  }
  // The command refuses as well, independently of the page.
  const refused = await refusalOf(perform(approveRun, secondOffice, { id, version: 1 }, { now: new Date() }));
  expect(refused).toBe('conflict runs.refused.awaitsFigures');
});
