import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import {
  approvedFigure,
  assignFollowUp,
  attachPdf,
  checkAndClose,
  publishDraft,
  raiseFollowUp,
  reportResult,
  takeOn,
} from '@/e2e/monitoring';
import { joinProduct, signedIn } from '@/e2e/people';
import { main, menu, told } from '@/e2e/setting-up';
import { Steps } from '@/e2e/steps';
import type { AccountRole } from '@/lib/access/words';
import { dayAfter, todayOf } from '@/lib/catalogue/today';
import { monthText } from '@/lib/monitoring/lamps/month-text';

joinProduct();

const mark = randomBytes(3).toString('hex').toUpperCase();
const [unit, group, indicator] = [`STORY-${mark}`, `STORY_${mark}`, `STORY_${mark}`];
const names = { unit: `云海新区${mark}（演示）`, group: `云海各区${mark}（演示）`, indicator: `云海项目投资${mark}` };
const pdf = '开工照片.pdf';
const target = 120;

/** The last month in Shanghai that ends a quarter, today's included: 3, 6, 9 or 12, with its year. */
function quarterEnd(today: string) {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month < 3 ? { year: year - 1, month: 12 } : { year, month: month - (month % 3) };
}
const today = todayOf({ now: new Date() });
const { year, month: last } = quarterEnd(today);
const before = last - 1;
const written = (month: number) => `${year}年${month}月`;
const periodOf = (month: number) => `${year}-YTD${`${month}`.padStart(2, '0')}`;
/** What is to be reached by a month in equal parts of the year. */
const due = (month: number) => (target / 12) * month;
const behind = (month: number, value: number) => `${Math.round(((due(month) - value) / target) * 1000) / 10}`;

// The rows stay: what was told and every step are histories.
test.beforeAll(async ({ sql }) => {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values (${unit}, 'county', ${names.unit}, ${`Yunhai New Area ${mark} (demo)`}, '', 90201, true)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    values (${indicator}, 'DEMO', ${names.indicator}, ${`Yunhai projects ${mark}`}, '', '亿元', '100 million yuan', 0,
      'amount', 'higher', 'yearToDate', 'monthly', '演示项目办', 'Demonstration office', 90201)`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${group}, ${names.group}, ${`Yunhai areas ${mark} (demo)`}, '', '', 9998)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values (${group}, ${unit}, '2000-01-01')`;
  await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    values (${unit}, ${indicator}, ${year}, ${target}, '', 1, 'check', now())`;
  const rules = JSON.stringify([{ kind: 'behindSchedule', yellowFrom: 2, redAbove: 5 }]);
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values (${group}, 1, '云海序时进度', ${group}, '[]'::jsonb, false, ${rules}::text::jsonb, '2000-01-01', 'held',
      'check', now(), now())`;
});

const steps = new Steps();

async function person(browser: Browser, product: string, role: AccountRole, name: string): Promise<Page> {
  const page = await signedIn(browser, product, role, unit);
  await steps.countOf(page.context(), name);
  return page;
}

/** All that a report says on its page and in its file. */
async function textOf(page: Page, path: string) {
  await page.goto(path);
  const file = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
  const answer = await page.request.get(file ?? '');
  expect(answer.status()).toBe(200);
  return { page: await main(page).innerText(), file: (await answer.body()).toString('base64') };
}

test('a month turns red, is remarked upon, followed up, caught up and told in a report that stays', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const office = await person(browser, product, 'assessmentOffice', '考核办甲');
  const second = await person(browser, product, 'assessmentOffice', '考核办乙');
  const leader = await person(browser, product, 'leader', '领导');
  const reporter = await person(browser, product, 'reporter', '填报员');
  const reviewer = await person(browser, product, 'unitReviewer', '单位审核');
  const approve = (month: number, value: number) =>
    approvedFigure(reviewer, { unit, indicator, period: periodOf(month), value: `${value}` });
  const lampPage = `/monitoring/lamps/${unit}/${indicator}?year=${year}`;
  const words = `请云海新区限期追上${mark}`;
  const title = `追上项目进度${mark}`;

  await test.step('the month is approved, and its lamp turns red', async () => {
    await approve(before, 1);
  });

  await test.step('the leader sees it on a telephone, and remarks in place', async () => {
    await leader.setViewportSize({ width: 390, height: 844 });
    await leader.goto('/workbench');
    await leader.locator('#turns').getByLabel('序列').selectOption({ label: names.group });
    await expect(leader.locator('#turns')).toContainText(`${names.group}，${written(before)}与上月比`);
    const line = leader.locator('#turns li').filter({ hasText: names.indicator });
    await expect(line).toContainText('红 滞后');
    await expect(line).toContainText(`落后序时进度 ${behind(before, 1)} 个百分点`);
    await line.locator('summary').click();
    await line.getByRole('textbox', { name: '批示', exact: true }).fill(words);
    await line.getByRole('button', { name: '签批' }).click();
    await expect(line.getByRole('status')).toBeFocused();
    await expect(leader.locator('#own-remarks li').filter({ hasText: words })).toContainText('待立项');
    expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await accessibilityFaults(leader)).toEqual([]);
  });

  const followUp = await test.step('the office raises a follow-up from it and hands it out', async () => {
    await office.goto('/workbench');
    await menu(office, '督办');
    const remark = office.locator('#remarks li').filter({ hasText: words });
    await remark.getByRole('link', { name: '据此立项' }).click();
    await expect(office.getByLabel('责任单位', { exact: true })).toHaveValue(unit);
    const path = await raiseFollowUp(office, { title, due: dayAfter(today) });
    await assignFollowUp(office);
    return path;
  });

  await test.step('the unit signs, types measures, attaches a file and reports', async () => {
    await reporter.goto('/workbench');
    await reporter.locator('#follow-ups').getByRole('link', { name: title }).click();
    await takeOn(reporter, '两个项目本月开工，每周调度。');
    await attachPdf(reporter, pdf);
    await reportResult(reporter, '两个项目都已开工。');
  });

  await test.step('another official checks and closes it, and the leader reads so', async () => {
    await second.goto(followUp);
    await expect(second.getByRole('link', { name: pdf })).toBeVisible();
    await checkAndClose(second, '照片与现场相符。');
    await leader.goto(`/workbench?group=${group}`);
    await expect(leader.locator('#own-remarks li').filter({ hasText: words })).toContainText('销号');
  });

  await test.step('the next month is caught up: yellow, and it stays readable that it was red', async () => {
    await approve(last, due(last));
    await leader.goto(`/workbench?group=${group}`);
    const line = leader.locator('#turns li').filter({ hasText: names.indicator });
    await expect(line).toContainText('黄 追上');
    await line.getByRole('link', { name: names.indicator }).click();
    const course = leader.getByRole('table', { name: `${year}年逐月的灯、应达与实为` }).first();
    const rowOf = (month: number) => course.getByRole('row').filter({ hasText: written(month) });
    await expect(rowOf(before)).toContainText('红 滞后');
    await expect(rowOf(last)).toContainText('黄 追上');
    await expect(rowOf(last)).toContainText('上月红灯，本月到了绿灯标准，先转黄灯');
    await expect(leader.locator('#remarks')).toContainText(words);
  });

  const report = await test.step('the quarter is reported: one drafts it, another publishes it', async () => {
    await menu(office, '监测通报');
    await main(office).getByRole('link', { name: '起草通报' }).click();
    await office.goto(`/monitoring/reports/new?group=${group}`);
    await office.getByLabel('月份', { exact: true }).selectOption(monthText({ year, month: last }));
    await office.getByLabel('环节', { exact: true }).selectOption({ label: '季度监测' });
    await office.getByLabel('按语').fill('云海新区已追上。');
    await office.getByRole('button', { name: '存为草稿' }).click();
    await told(office, '草稿已存');
    await expect(office.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
    const path = new URL(office.url()).pathname;
    await second.goto(path);
    await publishDraft(second);
    return path;
  });

  await test.step('the figure is revised, and the report says what it said', async () => {
    const told = await textOf(leader, report);
    expect(told.page).toContain(`${written(last)}季度监测通报：${names.group}`);
    expect(told.page).toContain('共 1 盏：红 0，黄 1，绿 0，未评 0。');
    expect(told.page).toContain('上月红灯，本月到了绿灯标准，先转黄灯');
    await approve(last, 1);
    expect(await textOf(leader, report)).toEqual(told);

    await leader.goto(lampPage);
    const versions = leader.getByRole('table', { name: '通报过的、人工判定的与现在的' }).locator('tbody tr');
    await expect(versions).toHaveCount(2);
    await expect(versions.nth(0)).toContainText('通报时');
    await expect(versions.nth(0)).toContainText('黄 追上');
    await expect(versions.nth(1)).toContainText('现在应为');
    await expect(versions.nth(1)).toContainText('红 滞后');
    await expect(versions.nth(1)).toContainText(`落后序时进度 ${behind(last, 1)} 个百分点`);
    expect(await accessibilityFaults(leader)).toEqual([]);
  });

  console.log(`from a red month to a report that stays: ${steps}`);
  for (const page of [office, second, leader, reporter, reviewer]) await page.context().close();
});
