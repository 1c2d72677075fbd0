import { expect, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

const mark = `${process.pid}`;
const [part, whole, ratio] = [`DP${mark}`, `DW${mark}`, `DR-${mark}`];
const all = [ratio, part, whole];
const unit = 'DEMO-BING';

test.beforeAll(async ({ sql }) => {
  for (const [code, name, measure] of [
    [part, `试验企业数${mark}`, 'amount'],
    [whole, `试验法人数${mark}`, 'amount'],
    [ratio, `试验占比${mark}`, 'rate'],
  ] as const)
    await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      select ${code}, code, ${name}, ${`Trial ${code}`}, '', '家', 'firms', ${measure === 'rate' ? 2 : 0}, ${measure}, 'higher',
        'current', 'yearly', '演示部门', 'Demonstration department', 900000 from topic order by code limit 1`;
  for (const [code, value] of [
    [part, '120'],
    [whole, '300'],
  ] as const)
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      select ${code}, ${unit}, '2022', ${value}, 0, 'exact', '', 'preliminary', '', code, '', '', '', 1, 'check', now()
      from source order by sort_order limit 1`;
});

test.afterAll(async ({ sql }) => {
  await sql`delete from proposal where subject = ${`indicator/${ratio}`}`;
  await sql`delete from indicator_input where indicator_code = ${ratio}`;
  await sql`delete from indicator_formula where indicator_code = ${ratio}`;
  await sql`delete from observation where indicator_code = any(${all})`;
  for (const table of ['coverage', 'source_coverage'])
    await sql`delete from ${sql(table)} where indicator_code = any(${all})`;
});

test('a formula is made by names, told with its working, and changed by two people', async ({
  page: opened,
  context,
  product,
}) => {
  test.setTimeout(200_000);
  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
  const page = await untilHydrated(opened);
  await page.goto(`/catalogue/indicators/${ratio}/edit`);
  const form = page.locator('#formula');
  const choose = async (name: string) => {
    const find = form.getByLabel('找指标或序列');
    await find.fill(name);
    await expect(form.locator(`option[value*="${name}"]`)).toBeAttached();
    await find.press('Enter');
  };
  const formula = form.getByLabel('计算公式', { exact: true });
  await choose(`试验企业数${mark}`);
  await formula.pressSequentially(' / * 100');
  await expect(form).toContainText('公式第');
  await formula.evaluate((field: HTMLTextAreaElement) =>
    field.setSelectionRange(field.value.length - 6, field.value.length - 6),
  );
  await choose(`试验法人数${mark}`);
  await expect(formula).toHaveValue(new RegExp(`^${part} / ?${whole} ?\\* 100$`));
  await expect(form).toContainText(`读作：试验企业数${mark} ÷ 试验法人数${mark} × 100`);
  await form.getByRole('button', { name: '保存公式并计算' }).click();
  await expect(page.getByRole('status').first()).toContainText('公式已保存');

  await page.goto(`/catalogue/indicators/${ratio}?unit=${unit}`);
  const told = page.locator('#formula');
  await expect(told.getByRole('link', { name: `试验法人数${mark}` }).first()).toBeVisible();
  await expect(told).toContainText('由120 ÷ 300 × 100算出');
  await expect(told).toContainText('初步');

  await page.goto(`/catalogue/indicators/${ratio}/edit`);
  await formula.fill(`${part} / ${whole}`);
  await form.getByRole('button', { name: '保存公式并计算' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“理由”' })).toBeFocused();
  await form.getByLabel('理由').fill('改为比值');
  await form.getByRole('button', { name: '保存公式并计算' }).click();
  await expect(page.getByRole('status').first()).toContainText('由另一位考核办人员确认后生效');

  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
  await page.goto('/catalogue/proposals');
  const proposal = page.getByRole('listitem').filter({ hasText: `试验占比${mark}` });
  await expect(proposal).toContainText('1 个数随之改变');
  await expect(proposal).toContainText(`× 100 → 试验企业数${mark} ÷ 试验法人数${mark}`);
  await proposal.getByRole('button', { name: /^确认生效：/ }).click();
  await proposal.getByRole('button', { name: '确认生效' }).click();
  await expect(page.getByRole('status').first()).toContainText('变动已生效');
  await page.goto(`/catalogue/indicators/${ratio}?unit=${unit}`);
  await expect(page.locator('#formula')).toContainText('由120 ÷ 300算出');
});
