import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { assignFollowUp, attachPdf, checkAndClose, raiseFollowUp, reportResult, takeOn } from '@/e2e/monitoring';
import { joinProduct, signedIn } from '@/e2e/people';
import { todayOf } from '@/lib/catalogue/today';

joinProduct();
test.describe.configure({ mode: 'serial' });

const unit = 'DEMO-BING';
const lamp = `/monitoring/lamps/${unit}/DEMO_PROJ`;
const mark = randomBytes(4).toString('hex');

const dayIn = (days: number) => todayOf({ now: new Date(Date.now() + days * 86_400_000) });
const state = (page: Page) => page.locator('dl').first();

const raise = (office: Page, title: string) => raiseFollowUp(office, { title, due: dayIn(1), past: dayIn(-1) });

test('from a lamp to its closure: raised, assigned, signed, proved, reported, sent back and closed by another', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const title = `丙区项目落后${mark}`;
  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto(lamp);
  await office.getByRole('link', { name: '立项督办' }).click();
  await expect(office.getByLabel('责任单位', { exact: true })).toHaveValue(unit);
  await expect(office.getByLabel('事项与要求')).not.toHaveValue('');
  expect(await accessibilityFaults(office)).toEqual([]);
  const path = await raise(office, title);

  const reporter = await signedIn(browser, product, 'reporter', unit);
  await reporter.goto(path);
  await expect(reporter.getByText(title)).toHaveCount(0);
  await assignFollowUp(office);
  expect(await accessibilityFaults(office)).toEqual([]);

  await reporter.setViewportSize({ width: 390, height: 844 });
  await reporter.goto('/workbench');
  const work = reporter.locator('#follow-ups');
  await expect(work).toContainText('待签收');
  await expect(work).toContainText('一天内到期');
  await work.getByRole('link', { name: title }).click();
  await takeOn(reporter, '倒排工期，每周调度。');
  await reporter.getByRole('textbox', { name: '进展' }).fill('两个项目已开工。');
  await reporter.getByRole('button', { name: '记一条进展' }).click();
  await expect(reporter.getByRole('status').filter({ hasText: '进展已记下' })).toBeVisible();
  await attachPdf(reporter, '开工报告.pdf');
  expect(await reporter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(reporter)).toEqual([]);
  await reportResult(reporter, '已追上序时进度。');

  // The file is only downloaded, and nothing in it runs; another unit finds neither.
  const file = (await reporter.getByRole('link', { name: '开工报告.pdf' }).getAttribute('href')) ?? '';
  const answer = await office.request.get(file);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment;/);
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  const foreign = await signedIn(browser, product, 'unitReviewer', 'DEMO-YI');
  for (const address of [path, file]) expect((await foreign.request.get(address)).status()).toBe(404);

  await office.goto('/workbench');
  await office.locator('#follow-ups').getByRole('link', { name: '待复核' }).click();
  await office.getByRole('link', { name: title }).click();
  await office.getByRole('button', { name: '开始复核' }).click();
  await office.locator('summary', { hasText: '退回办理' }).click();
  await office.getByRole('textbox', { name: '退回理由' }).fill('请补充现场照片。');
  await office.getByRole('button', { name: '退回办理' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已退回办理' })).toBeVisible();
  await reporter.reload();
  await expect(reporter.getByRole('table', { name: '办理经过' })).toContainText('请补充现场照片。');
  await reportResult(reporter, '照片已补充。');

  const second = await signedIn(browser, product, 'assessmentOffice', unit);
  await second.goto(path);
  await checkAndClose(second, '现场核实属实。');
  const steps = second.getByRole('table', { name: '办理经过' }).locator('tbody tr');
  await expect(steps).toHaveCount(12);
  await expect(steps.last()).toContainText('现场核实属实。');
  expect(await accessibilityFaults(second)).toEqual([]);
  for (const page of [office, reporter, foreign, second]) await page.context().close();
});

test('a leader’s remark waits on the desk of the office, which raises a follow-up from it', async ({
  browser,
  product,
}) => {
  test.setTimeout(120_000);
  const words = `请丙区限期整改${mark}`;
  const leader = await signedIn(browser, product, 'leader', unit);
  await leader.goto(lamp);
  await leader.locator('#remarks summary').click();
  await leader.getByRole('textbox', { name: '批示', exact: true }).fill(words);
  await leader.getByRole('button', { name: '签批' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '批示已签' })).toBeVisible();
  expect(await accessibilityFaults(leader)).toEqual([]);

  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto('/monitoring/follow-ups');
  const remark = office.locator('#remarks li').filter({ hasText: words });
  await remark.getByRole('link', { name: '据此立项' }).click();
  await expect(office.getByLabel('事项与要求')).toHaveValue(new RegExp(words));
  const path = await raise(office, `落实批示${mark}`);
  await leader.goto(path);
  await expect(leader.locator('dl').first()).toContainText(words);
  await leader.locator('summary', { hasText: '批示' }).click();
  await leader.getByRole('textbox', { name: '批示', exact: true }).fill(`抓紧交办${mark}`);
  await leader.getByRole('button', { name: '签批' }).click();
  await expect(leader.getByRole('table', { name: '办理经过' })).toContainText(`抓紧交办${mark}`);
  // On the board it stands among those that are raised.
  await leader.goto('/monitoring/follow-ups?view=board&origin=remark');
  const raised = leader.locator('section').filter({ has: leader.getByRole('heading', { name: /^立项/ }) });
  await expect(raised.getByRole('link', { name: `落实批示${mark}` })).toBeVisible();
  expect(await accessibilityFaults(leader)).toEqual([]);
  for (const page of [leader, office]) await page.context().close();
});

test('an extension is asked and granted, and a transfer hands the matter to another unit', async ({
  browser,
  product,
}) => {
  test.setTimeout(120_000);
  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto('/monitoring/follow-ups/new');
  await office.getByLabel('责任单位', { exact: true }).selectOption(unit);
  await office.getByLabel('事项与要求').fill('核对企业名录。');
  const path = await raise(office, `核对名录${mark}`);
  await assignFollowUp(office);

  const reporter = await signedIn(browser, product, 'unitReviewer', unit);
  await reporter.goto(path);
  await reporter.locator('summary', { hasText: '申请延期' }).click();
  await reporter.getByLabel('延期至').fill(dayIn(1));
  await reporter.getByLabel('申请理由').fill('企业较多，需要时间。');
  await reporter.getByRole('button', { name: '申请延期' }).click();
  await expect(reporter.getByRole('alert').filter({ hasText: '须晚于现在的办结期限' })).toBeVisible();
  await reporter.getByLabel('延期至').fill(dayIn(9));
  await reporter.getByRole('button', { name: '申请延期' }).click();
  await expect(reporter.getByRole('status').filter({ hasText: '已申请延期' })).toBeVisible();

  // A step that was taken meanwhile is told to who looks at the page before it.
  await office.locator('summary', { hasText: '移交给另一单位' }).click();
  await office.getByLabel('移交给', { exact: true }).selectOption('DEMO-YI');
  await office.getByLabel('移交理由').fill('职责已经调整。');
  await office.getByRole('button', { name: '移交给另一单位' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '刚刚有了新的步骤' })).toBeVisible();
  await office.goto(path);
  await office.getByRole('textbox', { name: '答复理由' }).fill('同意延长。');
  await office.getByRole('button', { name: '答复延期申请' }).click();
  await expect(state(office)).toContainText(dayIn(9));
  await office.locator('summary', { hasText: '移交给另一单位' }).click();
  await office.getByLabel('移交给', { exact: true }).selectOption('DEMO-YI');
  await office.getByLabel('移交理由').fill('职责已经调整。');
  await office.getByRole('button', { name: '移交给另一单位' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已移交' })).toBeVisible();
  expect((await reporter.request.get(path)).status()).toBe(404);
  for (const page of [office, reporter]) await page.context().close();
});

test('one that was raised by mistake is withdrawn, and its unit reads why', async ({ browser, product }) => {
  test.setTimeout(120_000);
  const title = `立错的督办${mark}`;
  const reporter = await signedIn(browser, product, 'reporter', unit);
  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto('/monitoring/follow-ups/new');
  await office.getByLabel('责任单位', { exact: true }).selectOption(unit);
  await office.getByLabel('事项与要求').fill('核对企业名录。');
  const path = await raise(office, title);
  await assignFollowUp(office);
  await office.locator('summary', { hasText: '撤销立项' }).click();
  await office.getByLabel('撤销理由').fill('重复立项。');
  await office.getByRole('button', { name: '撤销立项' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已撤销立项' })).toBeVisible();
  await expect(state(office)).toContainText('已撤销');
  expect(await accessibilityFaults(office)).toEqual([]);

  await reporter.goto('/notices');
  const told = reporter.getByRole('listitem').filter({ hasText: '督办已撤销立项' }).filter({ hasText: title });
  await told.getByRole('button', { name: '督办已撤销立项', exact: true }).click();
  await expect(reporter.getByText('立项有误')).toBeVisible();
  await expect(reporter.getByRole('table', { name: '办理经过' })).toContainText('重复立项。');
  await reporter.goto('/monitoring/follow-ups?state=dropped');
  await expect(reporter.getByRole('link', { name: title })).toBeVisible();
  await reporter.goto('/monitoring/follow-ups?state=open');
  await expect(reporter.getByRole('link', { name: title })).toHaveCount(0);
  expect((await reporter.request.get(path)).status()).toBe(200);
  for (const page of [office, reporter]) await page.context().close();
});

test('a leader remarks beside a line of the workbench without leaving it, and reads there what became of it', async ({
  browser,
  product,
}) => {
  test.setTimeout(120_000);
  const words = `请查明失分原因${mark}`;
  const leader = await signedIn(browser, product, 'leader', unit);
  await leader.goto('/workbench');
  const line = leader.locator('#gaps li').first();
  const [opener, field] = [line.locator('summary'), line.getByRole('textbox', { name: '批示', exact: true })];
  await opener.focus();
  await leader.keyboard.press('Enter');
  await field.fill(words);
  expect(await accessibilityFaults(leader)).toEqual([]);
  await leader.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(opener).toBeFocused();
  await leader.keyboard.press('Enter');
  await expect(field).toHaveValue(words);
  await line.getByRole('button', { name: '签批' }).click();
  await expect(line.getByRole('status')).toBeFocused();
  expect(new URL(leader.url()).pathname).toBe('/workbench');
  const own = leader.locator('#own-remarks li').filter({ hasText: words });
  await expect(own).toContainText('待立项');

  const office = await signedIn(browser, product, 'assessmentOffice', unit);
  await office.goto('/monitoring/follow-ups');
  const remark = office.locator('#remarks li').filter({ hasText: words });
  await remark.locator('summary', { hasText: '不另立项' }).click();
  await remark.getByRole('textbox', { name: '不另立项的理由' }).fill(`已有整改方案${mark}`);
  expect(await accessibilityFaults(office)).toEqual([]);
  await remark.getByRole('button', { name: '不另立项' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已说明' })).toBeVisible();
  await expect(remark).toHaveCount(0);

  await leader.goto('/workbench');
  await expect(own).toContainText(`已有整改方案${mark}`);
  await own.getByRole('link').first().click();
  await expect(leader.locator('#remarks')).toContainText(words);
  for (const page of [leader, office]) await page.context().close();
});
