import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { forgetGroup, type InventedGroup, inventedDocument, inventGroup, inventScheme, year } from '@/e2e/assessment';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { perform } from '@/lib/access/command';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { lastWorkingDay } from '@/lib/assessment/publicity/days';
import { todayOf } from '@/lib/catalogue/today';
import { firstOffice, inventedRun } from '@/lib/testing/invented-run';

joinProduct();
test.describe.configure({ mode: 'serial' });

let group: InventedGroup;
let run = '';
const pages: Page[] = [];

test.beforeAll(async ({ sql }) => {
  group = await inventGroup(sql);
  await inventScheme(group, inventedDocument(group));
  run = await inventedRun(db(), { code: group.code, period: year });
});

test.afterAll(async ({ sql }) => {
  for (const page of pages) await page.context().close();
  await forgetGroup(sql, group);
});

const today = () => todayOf({ now: new Date() });
const dayIn = (days: number) => todayOf({ now: new Date(Date.now() + days * 86_400_000) });
const done = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What is published of the run, byte for byte: the ranking as a file, and the package by which it is computed again. */
async function published(page: Page): Promise<string[]> {
  const paths = [`/api/downloads/ranking?run=${run}&format=csv`, `/api/downloads/run/${run}?part=package`];
  return Promise.all(paths.map(async (path) => (await (await page.request.get(path)).body()).toString('base64')));
}

test('a result is announced, the announcement mended, and visitors read what holds', async ({
  browser,
  product,
  page,
}) => {
  test.setTimeout(120_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  pages.push(office);
  await office.goto(`/assessment/runs/${run}`);
  const form = office.locator('#announce');
  await expect(form.getByLabel('公示起始日')).toHaveValue(today());
  await expect(form.getByLabel('公示截止日')).toHaveValue(lastWorkingDay(today(), 5));
  await form.getByLabel('受理机构').fill('演示考核办');
  await form.getByLabel('联系人').fill('演示联系人');
  await form.getByLabel('电话').fill('0513-00000000');
  await form.getByLabel('公示截止日').fill(today());
  await send(office, '公示');
  await expect(office.getByRole('alert').filter({ hasText: '“公示截止日”太早' })).toBeVisible();
  await form.getByLabel('公示截止日').fill(dayIn(9));
  await send(office, '公示');
  await done(office, '已公示');
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.locator('summary', { hasText: '更正公示' }).click();
  await form.getByLabel('公示截止日').fill(dayIn(12));
  await form.getByLabel('更正理由').fill('期间有节假日。');
  await send(office, '更正公示');
  await done(office, '已公示');
  await expect(office.locator('#publicity ol li')).toHaveCount(2);

  await page.goto(`/assessment/rankings?run=${run}`);
  const note = page.getByRole('region', { name: '公示' });
  await expect(note).toContainText('公示中');
  await expect(note).toContainText(`公示期 ${today()} 至 ${dayIn(12)}，受理机构：演示考核办`);
  await expect(note).toContainText(`单位申诉至 ${dayIn(15)} 止`);
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeVisible();
});

test('from an appeal with evidence over its decision and review to its end, and the published ranking stays', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const unit = group.units.jia.code;
  const reporter = await signedIn(browser, product, 'reporter', unit);
  const [office, second, third] = [
    await signedIn(browser, product, 'assessmentOffice'),
    await signedIn(browser, product, 'assessmentOffice'),
    await signedIn(browser, product, 'assessmentOffice'),
  ];
  const foreign = await signedIn(browser, product, 'unitReviewer', group.units.yi.code);
  pages.push(reporter, office, second, third, foreign);
  const before = await published(reporter);
  await foreign.goto(`/assessment/explanation/${run}/${unit}`);
  await expect(foreign.getByRole('link', { name: /提出申诉/ })).toHaveCount(0);

  await reporter.setViewportSize({ width: 390, height: 844 });
  await reporter.goto(`/assessment/explanation/${run}/${unit}/safety`);
  await reporter.getByRole('link', { name: `提出申诉（${dayIn(15)} 止）` }).click();
  await expect(reporter.getByRole('checkbox', { name: group.indicators.safety.name })).toBeChecked();
  await reporter.getByRole('checkbox', { name: '总分' }).check();
  await send(reporter, '提出申诉');
  await expect(reporter.getByRole('alert').first()).toContainText('理由');
  await reporter.getByLabel('理由', { exact: true }).fill('安全一项少计了两次整改，附整改回执。');
  await reporter.getByLabel('请求', { exact: true }).fill('请按回执重新计分。');
  expect(await accessibilityFaults(reporter)).toEqual([]);
  await send(reporter, '提出申诉');
  await done(reporter, '申诉已提出');
  const path = new URL(reporter.url()).pathname;
  const pdf = { name: '整改回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 appeal') };
  await reporter.locator('#evidence input[type=file]').setInputFiles(pdf);
  await send(reporter, '上传');
  const link = reporter.getByRole('link', { name: '整改回执.pdf' });
  await expect(link).toBeVisible();
  expect(await reporter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(reporter)).toEqual([]);
  const file = (await link.getAttribute('href')) ?? '';
  for (const address of [path, file]) expect((await foreign.request.get(address)).status()).toBe(404);
  expect((await office.request.get(file)).headers()['content-security-policy']).toContain('sandbox');

  await office.goto('/workbench');
  await office.locator('#appeals').getByRole('link', { name: '待受理' }).click();
  await expect(office).toHaveURL(/state=filed/);
  await office.goto(path);
  await send(office, '受理');
  await done(office, '已受理');
  await expect(office.getByText('须由另一人办理').first()).toBeVisible();
  await expect(office.getByRole('button', { name: '作出决定' })).toHaveCount(0);

  await second.goto(path);
  await second.getByLabel('决定', { exact: true }).selectOption({ label: '不成立' });
  await second.getByLabel('决定的理由').fill('回执没有盖章，不能认定。');
  await send(second, '作出决定');
  await done(second, '已作出决定');
  expect(await accessibilityFaults(second)).toEqual([]);

  await reporter.goto('/workbench');
  await expect(reporter.locator('#appeals')).toContainText('不成立');
  await reporter.goto(path);
  await reporter.locator('summary', { hasText: '申请复核' }).click();
  await reporter.getByLabel('申请复核的理由').fill('补交盖章的回执。');
  await send(reporter, '申请复核');
  await done(reporter, '已申请复核');

  for (const earlier of [office, second]) {
    await earlier.goto(path);
    await expect(earlier.getByText('须由另一人办理').first()).toBeVisible();
  }
  await third.goto(path);
  await third.getByLabel('决定', { exact: true }).selectOption({ label: '部分成立' });
  await third.getByLabel('决定的理由').fill('一次整改可以认定。');
  await send(third, '作出复核决定');
  await done(third, '已作出复核决定');
  await expect(third.getByText('还没有与本单位和这一方案有关的台账')).toBeVisible();
  const entry = {
    ...{ schemeCode: group.code, periodCode: year, unitCode: unit, kind: 'bonus' as const, node: '', rule: '' },
    ...{ points: '1', article: '', reason: '申诉部分成立', evidence: '复核决定', incident: '', happenedOn: '' },
  };
  await perform(recordAdjustment, firstOffice, { ...entry, state: 'proposed' }, { now: new Date() });
  await third.reload();
  await third.getByLabel('处理结果', { exact: true }).selectOption({ label: '加减分台账：申诉部分成立' });
  await send(third, '登记处理结果');
  await done(third, '处理结果已登记');
  await send(third, '办结');
  await done(third, '已办结');
  await expect(third.getByRole('table', { name: '办理经过' }).locator('tbody tr')).toHaveCount(8);
  expect(await published(reporter)).toEqual(before);
  await reporter.goto('/assessment/appeals?state=closed');
  await expect(reporter.getByRole('table', { name: '申诉' }).locator('tbody tr')).toHaveCount(1);
  const csv = await (await reporter.request.get('/api/downloads/appeals?state=closed&format=csv')).text();
  expect(csv).toContain('请按回执重新计分。');
  await foreign.goto('/assessment/appeals');
  await expect(foreign.getByText('没有申诉')).toBeVisible();
});
