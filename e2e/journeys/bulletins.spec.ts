import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { paths } from '@/lib/paths';

joinProduct();

const asked = async (page: Page, open: string, yes: string) => {
  await page.getByRole('button', { name: open, exact: true }).click();
  await page.getByRole('button', { name: yes, exact: true }).click();
};

test('a document is drafted by rules, checked by another, issued, and read by a reporter byte for byte', async ({
  page,
  context,
  product,
  sql,
  faults,
}) => {
  const [one, two, reporter] = await Promise.all([
    newAccount('assessmentOffice').then(cookiesOf),
    newAccount('assessmentOffice').then(cookiesOf),
    newAccount('reporter', 'DEMO-JIA').then(cookiesOf),
  ]);
  const [run] = await sql`select id, period_code from run where scheme_code = 'DEMO-ZONES' and state = 'published'
    order by period_code desc limit 1`;
  await enterAs(context, product, one);
  await page.goto(paths.run(run?.id));
  await page.getByRole('link', { name: '起草通报文件' }).click();
  await expect(page.getByLabel('根据哪次排名')).toHaveValue(run?.id);
  await page.getByLabel('发文机关').fill('演示市考核办');
  await page.getByLabel('机关代字').fill('演试发');
  await page.getByRole('main').getByRole('button', { name: '起草通报文件' }).click();
  await expect(page.getByText('已保存，请另一人核对。')).toBeVisible();
  const sheet = page.getByRole('article', { name: '文件' });
  const [leading] = await sql`select s.shown, u.name_zh from run_score s join org_unit u on u.code = s.org_unit_code
    where s.run_id = ${run?.id} and s.rank = 1 limit 1`;
  await expect(sheet).toContainText(`${leading?.name_zh}（${leading?.shown}分，第1位）`);
  await expect(page.getByRole('button', { name: '核对无误' })).toHaveCount(0);

  // A number typed by hand is refused, and what was typed stays.
  await page.getByText('修改文字', { exact: true }).click();
  const body = page.getByLabel('正文');
  const words = await body.inputValue();
  await body.fill(`${words}\n另有3家单位受到表扬。`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(/“3”是手写的数/).first()).toBeVisible();
  await expect(body).toHaveValue(/另有3家单位受到表扬/);
  await body.fill(`${words}\n共{单位数}家单位参加考核。`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(sheet).toContainText(/共\d+家单位参加考核/);
  const address = new URL(page.url()).pathname;

  await enterAs(context, product, two);
  await page.goto(address);
  await asked(page, '核对无误', '看过，无误');
  await expect(page.getByText('已核对。')).toBeVisible();
  await enterAs(context, product, reporter);
  expect((await page.goto(address))?.status()).toBe(404);
  faults.length = 0;
  await enterAs(context, product, one);
  await page.goto(address);
  await asked(page, '印发', '确定印发');
  await expect(page.getByText('已印发。')).toBeVisible();
  await expect(sheet).toContainText('演试发〔');

  await enterAs(context, product, reporter);
  await page.goto(paths.bulletins);
  await page.locator(`main a[href="${address}"]`).click();
  await expect(sheet).toContainText('演试发〔');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Word' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^关于.+结果的通报 演试发〔\d{4}〕1号\.docx$/);
  const [issued] = await sql`select sha256 from bulletin where word = '演试发'`;
  expect(
    createHash('sha256')
      .update(readFileSync(await download.path()))
      .digest('hex'),
  ).toBe(issued?.sha256);

  // On paper nothing of the frame stands, and no column of the annex is cut.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: '下载 Word' })).toBeHidden();
  await page.setViewportSize({ width: 590, height: 850 });
  expect(await sheet.evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
});

test('a document on a published monitoring report tells its lamps, and its source is a click away', async ({
  page,
  context,
  product,
  sql,
}) => {
  const [one, two] = await Promise.all([
    newAccount('assessmentOffice').then(cookiesOf),
    newAccount('assessmentOffice').then(cookiesOf),
  ]);
  const [report] = await sql`select r.id, r.published_at, r.peer_group_code, r.year, r.month from monitoring_report r
    where r.state = 'published' and not exists (select from monitoring_report n where n.peer_group_code = r.peer_group_code
      and n.year = r.year and n.month = r.month and n.kind = r.kind and n.number > r.number) order by r.published_at desc limit 1`;
  await enterAs(context, product, one);
  await page.goto(paths.report(report?.id));
  await page.getByRole('link', { name: '起草通报文件' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: '监测通报', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page.getByLabel('根据哪份监测通报')).toHaveValue(report?.id);
  await page.getByLabel('发文机关').fill('演示市考核办');
  await page.getByLabel('机关代字').fill('演监发');
  await page.getByRole('main').getByRole('button', { name: '起草通报文件' }).click();
  const sheet = page.getByRole('article', { name: '文件' });
  const counted = await sql`select colour, count(*)::int as count from (
      select distinct on (l.org_unit_code, l.indicator_code) l.colour from monitoring_report r
      join jsonb_array_elements(r.frozen -> 'units') u on true join lamp l on l.org_unit_code = u ->> 'code'
        and l.year = r.year and l.month = r.month and l.told_at <= r.published_at
      where r.id = ${report?.id} order by l.org_unit_code, l.indicator_code, l.version desc) told
    where colour is not null group by 1`;
  const count = (colour: string) => counted.find((row) => row.colour === colour)?.count ?? 0;
  await expect(sheet).toContainText(`红灯${count('red')}项、黄灯${count('yellow')}项、绿灯${count('green')}项`);
  await expect(sheet).toContainText('附件1');
  const address = new URL(page.url()).pathname;

  await enterAs(context, product, two);
  await page.goto(address);
  await asked(page, '核对无误', '看过，无误');
  await asked(page, '印发', '确定印发');
  await expect(page.getByText('已印发。')).toBeVisible();
  await page.getByRole('link', { name: '根据的来源' }).click();
  await expect(page).toHaveURL(new RegExp(`${report?.id}$`));
  await page.goto(paths.bulletins);
  await expect(page.getByRole('row').filter({ has: page.locator(`a[href="${address}"]`) })).toContainText('监测通报');
});
