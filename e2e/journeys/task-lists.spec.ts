import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { todayOf } from '@/lib/catalogue/today';

joinProduct();

/** The number of sheets on which a page is printed, and whether each is upright. */
function sheetsOf(pdf: Buffer): { sheets: number; areUpright: boolean } {
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
  const sheets = [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  return { sheets, areUpright: boxes.length > 0 && boxes.every(([, wide, high]) => Number(wide) < Number(high)) };
}

/** The smallest type in points of the words that are printed. */
function smallestType(page: Page): Promise<number> {
  return page.locator('[data-paper]').evaluate((paper) => {
    const sizes: number[] = [];
    for (const one of paper.querySelectorAll('*')) {
      const hasWords = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const { width, height } = one.getBoundingClientRect();
      // Words for screen readers alone are one pixel large.
      if (hasWords && width > 1 && height > 1) sizes.push(Number.parseFloat(getComputedStyle(one).fontSize) * 0.75);
    }
    return Math.min(...sizes);
  });
}

test('the office drafts a template and hands it out; two units fill in their copies; the office reads and prints them', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const name = `补短板清单${randomBytes(4).toString('hex')}`;
  const [first, second] = [`${name}一`, `${name}二`];
  const office = await signedIn(browser, product, 'assessmentOffice');
  await office.goto('/monitoring/task-templates');
  await office.getByRole('link', { name: '起草模板' }).click();
  await office.getByLabel('模板名称').fill(name);
  const year = await office.getByLabel('年份').inputValue();
  await office.getByLabel('任务', { exact: true }).nth(0).fill(first);
  await office.getByLabel('要达到什么').nth(0).fill('达到全市平均');
  await office.getByLabel('任务', { exact: true }).nth(2).fill(second);
  await office.getByLabel('完成期限').nth(2).fill('2001-01-01');
  await office.getByRole('button', { name: '保存模板' }).click();
  // Each fault stands at its line, though a line between them is empty.
  await expect(office.getByRole('alert').filter({ hasText: '要达到什么' })).toBeVisible();
  await office.getByLabel('要达到什么').nth(2).fill('年内清零');
  await office.getByRole('button', { name: '保存模板' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '“完成期限”须在模板的年份之内' })).toBeVisible();
  await expect(office.locator('[name="dueOn-2"]')).toHaveAttribute('aria-invalid', 'true');
  await office.getByLabel('完成期限').nth(2).fill(`${year}-12-20`);
  await office.getByRole('button', { name: '保存模板' }).click();
  await expect(office.getByRole('status').filter({ hasText: '模板已保存' })).toBeVisible();
  const path = new URL(office.url()).pathname;
  expect(await accessibilityFaults(office)).toEqual([]);

  // The first click asks, and nothing is handed out by going back.
  const choose = async (units: readonly string[]) => {
    for (const unit of units) await office.locator(`[name="unit-${unit}"]`).check();
    await office.getByRole('button', { name: '下发', exact: true }).click();
  };
  await choose(['DEMO-WU']);
  await office.getByRole('button', { name: '先不做' }).click();
  await office.locator('[name="unit-DEMO-WU"]').uncheck();
  await choose(['DEMO-JIA', 'DEMO-YI']);
  await office.getByRole('button', { name: '确定下发' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已下发：2 个单位，新增 4 项任务' })).toBeVisible();
  await expect(office.getByRole('table', { name: '已下发的单位' }).locator('tbody tr')).toHaveCount(2);
  await choose(['DEMO-JIA', 'DEMO-YI']);
  await office.getByRole('button', { name: '确定下发' }).click();
  await expect(office.getByRole('status').filter({ hasText: '没有新增' })).toBeVisible();

  for (const [unit, role] of [
    ['DEMO-JIA', 'reporter'],
    ['DEMO-YI', 'unitReviewer'],
  ] as const) {
    const person = await signedIn(browser, product, role, unit);
    await person.setViewportSize({ width: 390, height: 844 });
    await person.goto('/workbench');
    await person.locator('#task-lists').getByRole('link', { name: '本单位的清单' }).click();
    await person.goto(`/monitoring/task-lists/${unit}?year=${year}`);
    expect(await person.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await person.getByRole('link', { name: first }).click();
    await person.getByLabel('措施').fill(`${unit} 每周调度一次`);
    await person.getByLabel('责任人').fill('张三，副主任');
    await person.getByRole('button', { name: '保存措施与责任人' }).click();
    await expect(person.getByRole('status').filter({ hasText: '措施已保存' })).toBeVisible();
    await person.locator('#begin').getByLabel('进展情况').fill(`${unit} 已经着手`);
    await person.getByRole('button', { name: '启动', exact: true }).click();
    await expect(person.getByRole('status').filter({ hasText: '任务已启动' })).toBeVisible();
    expect(await accessibilityFaults(person)).toEqual([]);
    expect(await person.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const other = unit === 'DEMO-JIA' ? 'DEMO-YI' : 'DEMO-JIA';
    expect((await person.request.get(`/monitoring/task-lists/${other}`)).status()).toBe(404);
    expect((await person.request.get(path)).status()).toBe(403);
    const file = `/api/downloads/task-lists?format=csv&year=${year}`;
    const text = await (await person.request.get(file)).text();
    expect(text).toContain(`${unit} 已经着手`);
    expect(text).not.toContain(`${other} `);
    expect((await person.request.get(`${file}&unit=${other}`)).status()).toBe(404);
    await person.context().close();
  }

  // A page from before is told that the task moved.
  const stale = await signedIn(browser, product, 'reporter', 'DEMO-JIA');
  await stale.goto(`/monitoring/task-lists/DEMO-JIA?year=${year}`);
  await stale.getByRole('link', { name: first }).click();
  await office.goto(`/monitoring/task-lists/DEMO-JIA?year=${year}`);
  await expect(office.getByRole('row').filter({ hasText: first })).toContainText('DEMO-JIA 已经着手');
  expect(await accessibilityFaults(office)).toEqual([]);
  for (const locale of ['zh-CN', 'en'] as const) {
    await office.context().addCookies([{ name: 'locale', value: locale, url: product }]);
    await office.goto('/monitoring/task-lists/DEMO-YI');
    expect(sheetsOf(await office.pdf({ preferCSSPageSize: true })), locale).toEqual({ sheets: 1, areUpright: true });
  }
  await office.context().addCookies([{ name: 'locale', value: 'zh-CN', url: product }]);
  await office.goto(`/monitoring/task-lists/DEMO-JIA?year=${year}`);
  await office.getByRole('link', { name: first }).click();
  await office.locator('summary', { hasText: '撤下这项任务' }).click();
  await office.getByLabel('撤下的理由').fill('并入另一项任务');
  await office.getByRole('button', { name: '撤下', exact: true }).click();
  await office.getByRole('button', { name: '确定撤下' }).click();
  await expect(office.getByRole('status').filter({ hasText: '任务已撤下' })).toBeVisible();
  await stale.locator('#note').getByLabel('进展情况').fill('继续推进');
  await stale.getByRole('button', { name: '记进展' }).click();
  await expect(stale.getByRole('alert').filter({ hasText: '刚刚有了新的步骤' })).toBeVisible();
  for (const one of [office, stale]) await one.context().close();
});

test('forty tasks go on to further sheets in type that can be read, their heads repeated, in both languages', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(120_000);
  const [unit, year] = ['DEMO-JI', Number(todayOf({ now: new Date() }).slice(0, 4))];
  await sql`
    with made as (
      insert into unit_task (id, org_unit_code, year, title, goal, due_on, measure, responsible, state, version, updated_by, updated_at)
      select ${randomBytes(4).toString('hex')} || n, ${unit}, ${year}, '补上第' || n || '项短板指标', '年底前达到全市平均水平以上',
        make_date(${year}, 1 + n % 12, 28), '倒排工期，每周调度，月底前完成未开工项目手续', '发展改革局 王敏', 'underWay', 2, 't', now()
      from generate_series(1, 40) n returning id)
    insert into unit_task_event (task_id, step, kind, facts, words, actor, at)
    select id, 2, 'note', '{}', '两个项目已取得施工许可', 't', now() from made`;
  const office = await signedIn(browser, product, 'assessmentOffice');
  for (const locale of ['zh-CN', 'en'] as const) {
    await office.context().addCookies([{ name: 'locale', value: locale, url: product }]);
    await office.goto(`/monitoring/task-lists/${unit}?year=${year}`);
    await expect(office.locator('#tasks tbody tr').filter({ hasText: '补上第' })).toHaveCount(40);
    const pdf = await office.pdf({ preferCSSPageSize: true, path: test.info().outputPath(`tasks-${locale}.pdf`) });
    const { sheets, areUpright } = sheetsOf(pdf);
    expect({ areUpright, isShort: sheets <= 3 }, `${locale}: ${sheets}`).toEqual({ areUpright: true, isShort: true });
    await office.emulateMedia({ media: 'print' });
    expect(await smallestType(office), locale).toBeGreaterThanOrEqual(8);
    // As wide as the paper between its margins: no cell runs into the next one.
    await office.setViewportSize({ width: 733, height: 1000 });
    const spilt = office
      .locator('#tasks td')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
      );
    expect(await spilt, locale).toEqual([]);
    const head = office.locator('#tasks thead');
    expect(await head.evaluate((one) => getComputedStyle(one).display), locale).toBe('table-header-group');
    await office.emulateMedia({ media: null });
  }
  await office.context().close();
});
