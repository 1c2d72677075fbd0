import { readFileSync } from 'node:fs';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

const mark = `${process.pid}`;
const word = `停产${mark}`.slice(0, 12);
const hostile = `${word}的一句<img src=x onerror=alert(1)>，=1+1`;
const [unit, code] = [`NOTED${mark}`, `NOTE${mark}`];

test.beforeAll(async ({ sql }) => {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values (${unit}, 'county', ${`注释区${mark}`}, ${`Noted ${mark}`}, '', 990000, true)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select ${code}, code, ${`注释指标${mark}`}, ${`Noted indicator ${mark}`}, '', '家', 'firms', 0, 'amount', 'higher',
      'current', 'yearly', '演示部门', 'Demonstration department', 900001 from topic order by code limit 1`;
  for (const year of ['2019', '2020', '2021', '2022'])
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values (${code}, ${unit}, ${year}, ${Number(year) - 1900}, 0, 'exact', '', 'preliminary', '', 'DEMO', '', '', '', 1,
        'check', now())`;
});

test.afterAll(async ({ sql }) => {
  await sql`delete from proposal where input ->> 'orgUnitCode' = ${unit} or subject in
    (select 'annotation/' || id from annotation where org_unit_code = ${unit})`;
  await sql`delete from annotation where org_unit_code = ${unit}`;
  await sql`delete from observation where indicator_code = ${code}`;
  for (const table of ['coverage', 'source_coverage'])
    await sql`delete from ${sql(table)} where indicator_code = ${code}`;
  await sql`delete from unit_coverage where org_unit_code = ${unit}`;
  await sql`delete from indicator where code = ${code}`;
  await sql`delete from org_unit where code = ${unit}`;
});

test('a note is recorded by one person, confirmed by another, drawn, listed, saved and withdrawn', async ({
  page,
  context,
  product,
}) => {
  test.setTimeout(200_000);
  const first = await cookiesOf(await newAccount('assessmentOffice'));
  const second = await cookiesOf(await newAccount('assessmentOffice'));
  const portrait = `/catalogue/units/${unit}`;
  await enterAs(context, product, first);
  await page.goto(portrait);
  await page.getByRole('link', { name: '注释与荣誉' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('注释与荣誉');
  await page.getByRole('main').getByRole('link', { name: '登记', exact: true }).click();
  const send = () => page.getByRole('button', { name: '提交确认' }).click();
  await expect(page.getByLabel('单位（可不填）')).toHaveValue(unit);
  await page.getByLabel('指标（只用于注释，可不填）').fill('没有这个指标');
  await page.getByLabel('起（日期或报告期）').fill('某时');
  await send();
  const refused = page.getByRole('alert').filter({ hasText: '没有提交' });
  await expect(refused).toContainText('不在目录中');
  await expect(refused).toContainText('不是日期或报告期');
  await page.getByLabel('指标（只用于注释，可不填）').fill(code);
  await page.getByLabel('起（日期或报告期）').fill('2020年3月');
  await page.getByLabel('止（可不填）').fill('2021年6月');
  await page.getByLabel('词或名称').fill(word);
  await page.getByLabel('说明', { exact: true }).fill(hostile);
  await page.getByLabel('来源', { exact: true }).selectOption('DEMO');
  await page.getByLabel('位置', { exact: true }).fill('第3页');
  await send();
  await expect(page.getByRole('status').first()).toContainText('已提出');
  const own = page.getByRole('listitem').filter({ hasText: word });
  await expect(own).toContainText('由您提出，须由另一人确认');
  await page.goto(portrait);
  await expect(page.getByText(word)).toHaveCount(0);

  await enterAs(context, product, second);
  await page.goto('/catalogue/proposals');
  await own.getByRole('button', { name: /^确认生效：/ }).click();
  await own.getByRole('button', { name: '确认生效' }).click();
  await expect(page.getByRole('status').first()).toContainText('变动已生效');

  await context.clearCookies();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(portrait);
  const chart = page.locator('#trends figure').first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('[data-chart=drawn]')).toBeVisible();
  await expect(chart.locator('[data-mark=note] rect')).toHaveCount(1);
  await expect(chart.locator('[data-mark=note] text')).toHaveText(word);
  await expect(chart.locator('[data-part=foot]').filter({ hasText: word })).toContainText(
    `2020年3月至2021年6月　${word}：${hostile} 来源：`,
  );
  await chart.getByLabel(/^下载与复制/).click();
  const arrival = page.waitForEvent('download');
  await chart.getByRole('button', { name: '下载数据（CSV）' }).click();
  expect(readFileSync(await (await arrival).path(), 'utf8')).toContain(`2020年3月至2021年6月　${word}：`);
  const file = await page.request.get(`/api/downloads/indicator/${code}?format=csv&period=2020`);
  // Without a sequence there is no ranking, and no file of one.
  expect([200, 404]).toContain(file.status());

  await enterAs(context, product, first);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/catalogue/annotations?unit=${unit}`);
  await page.getByRole('link', { name: word }).click();
  const withdrawing = page.locator('form').filter({ has: page.getByRole('button', { name: '撤回', exact: true }) });
  await page.getByText('撤回', { exact: true }).first().click();
  await withdrawing.getByLabel('理由').fill('检修没有发生');
  await withdrawing.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('已提出');
  await enterAs(context, product, second);
  await page.goto('/catalogue/proposals');
  const leaving = page.getByRole('listitem').filter({ hasText: `撤回“${word}”` });
  await leaving.getByRole('button', { name: /^确认生效：/ }).click();
  await leaving.getByRole('button', { name: '确认生效' }).click();
  await expect(page.getByRole('status').first()).toContainText('变动已生效');
  await page.goto(portrait);
  await expect(page.getByText(word)).toHaveCount(0);
  await page.goto(`/catalogue/annotations?unit=${unit}&state=withdrawn`);
  await page.getByRole('link', { name: word }).click();
  await expect(page.getByRole('status').or(page.getByRole('alert')).first()).toContainText('检修没有发生');
  await expect(page.locator('#history')).toContainText('登记');
});

test('the honours that the newspaper page tells are on the page of their unit, in a file, and found by name', async ({
  page,
}) => {
  await page.goto('/catalogue/units/320671-EMB');
  const list = page.locator('#honours');
  await expect(list.getByRole('listitem')).toHaveText([
    /2023年2月7日.*安全慈善基金/s,
    /2023年2月6日.*优质服务优秀单位/s,
  ]);
  await expect(list).toContainText('南通开发区：以新安全格局保障新发展格局');
  const arrival = page.waitForEvent('download');
  await list.getByRole('link', { name: 'CSV' }).click();
  expect(readFileSync(await (await arrival).path(), 'utf8')).toContain('2022年度优质服务优秀单位');
  await page.goto('/search?q=优质服务');
  await page
    .getByRole('main')
    .getByRole('link', { name: /2022年度优质服务优秀单位/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2022年度优质服务优秀单位');
  await page.goto('/catalogue/sources/SEED2');
  await expect(page.locator('#notes')).toContainText('2022年度优质服务优秀单位');
});
