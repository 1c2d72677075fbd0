import { readFile } from 'node:fs/promises';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();

/** The year after the last assessed one of the invented zones, which have no targets in it. */
const year = 2026;
const zone = 'DEMO-ZONE3';
const address = `/monitoring/targets?year=${year}&group=DEMO_ZONES&indicator=DEMO_Z_OUT,DEMO_Z_ENERGY`;

test('targets are typed, filled, issued, disputed and changed by two people', async ({ browser, product, sql }) => {
  test.setTimeout(300_000);
  await sql`delete from target where year = ${year} and org_unit_code like 'DEMO-ZONE%'`;
  await sql`delete from target_draft where year = ${year} and org_unit_code like 'DEMO-ZONE%'`;
  const office = await signedIn(browser, product, 'assessmentOffice', zone);
  await office.goto(address);
  const grid = office.getByRole('table', { name: new RegExp(`${year}年目标表`) });
  await expect(grid.getByRole('rowheader')).toHaveCount(8);

  // A column by its head, filled with last year plus six percent, and one cell by the keyboard.
  await grid.getByRole('columnheader', { name: '目标', exact: true }).first().click();
  await office.getByLabel('在上年数上增长的百分数').fill('6');
  await office.getByRole('button', { name: '按增速填' }).click();
  await expect(office.getByText('已填 8 格')).toBeVisible();
  const field = grid.getByRole('textbox');
  await grid.locator('tbody tr').nth(0).locator('td').nth(0).click();
  await field.fill('900');
  await field.press('ArrowRight');
  await expect(field).toHaveAttribute('aria-label', /奋斗目标/);
  await field.fill('880');
  await expect(office.getByText('奋斗目标低于目标')).toBeVisible();
  await field.press('Control+z');
  await expect(field).toHaveValue('');
  await field.fill('950');
  await field.press('Enter');
  await expect(office.getByText(/^已于 .* 自动保存/)).toBeVisible({ timeout: 30_000 });
  const [kept] = await sql`select count(*)::int as n from target_draft
    where year = ${year} and indicator_code = 'DEMO_Z_OUT' and base is not null`;
  expect(kept?.n).toBe(8);
  await office.reload();
  await expect(grid.locator('tbody tr').nth(0).locator('td').nth(1)).toHaveText('950.0');

  // The sheet goes out and comes in again.
  const waiting = office.waitForEvent('download');
  await office.getByRole('link', { name: '下载 Excel' }).click();
  const file = await (await waiting).path();
  await office.getByRole('link', { name: '从 Excel 导入' }).click();
  await office.locator('input[type=file]').setInputFiles({
    name: '目标.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(file),
  });
  await office.getByRole('button', { name: '比较' }).click();
  await expect(office.getByRole('heading', { name: '有 0 格变动' })).toBeVisible();
  await office.getByRole('link', { name: '换一个文件' }).click();
  await office.locator('input[type=file]').setInputFiles({
    name: '目标.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`单位代码,DEMO_Z_ENERGY 目标\r\n${zone},0.4\r\nDEMO-ZONE4,0.41\r\n`),
  });
  await office.getByRole('button', { name: '比较' }).click();
  await expect(office.getByRole('cell', { name: 'B2' })).toBeVisible();
  await office.getByRole('button', { name: '全部写入草稿' }).click();
  await expect(office.getByText('已从表格写入 2 项草稿')).toBeVisible();

  // Issued with a plan in equal steps.
  await office.getByRole('link', { name: '下达' }).click();
  await office.getByRole('textbox', { name: '目标依据' }).fill('演示文件〔2026〕5 号');
  await office.getByRole('combobox', { name: '分解进度' }).selectOption('quarter-linear');
  await office.getByRole('button', { name: '下达勾选的目标' }).click();
  await expect(office.getByText('已下达 10 项目标')).toBeVisible();

  // The unit confirms one and disputes the other.
  const unit = await signedIn(browser, product, 'unitReviewer', zone);
  await unit.goto('/workbench');
  await expect(unit.getByText('有 2 项下达的目标待确认')).toBeVisible();
  await unit.getByRole('link', { name: '去确认' }).click();
  await expect(unit.getByRole('heading', { level: 1 })).toContainText(`${year}年目标`);
  await unit
    .getByRole('button', { name: /^确认“/ })
    .first()
    .click();
  await expect(unit.getByText('已答复 1 项目标')).toBeVisible();
  await unit.getByText('有异议', { exact: true }).first().click();
  await unit.getByRole('textbox', { name: '理由' }).first().fill('基数含已划出的园区');
  await unit
    .getByRole('button', { name: /提出异议$/ })
    .first()
    .click();
  await expect(unit.getByText('有异议：基数含已划出的园区')).toBeVisible();

  // The office proposes a change, which another one confirms.
  await office.goto('/workbench');
  await office
    .getByRole('link', { name: new RegExp(`· ${year}年`) })
    .first()
    .click();
  await office.getByText('提出变更').first().click();
  const form = office.locator('#change');
  await form.getByRole('textbox', { name: '目标', exact: true }).last().fill('0.42');
  await form.getByRole('textbox', { name: '理由' }).fill('核减划出园区的基数');
  await form.getByRole('button', { name: '提出变更' }).click();
  await expect(office.getByText('须由另一位考核办人员确认')).toBeVisible();
  const second = await signedIn(browser, product, 'assessmentOffice', zone);
  await second.goto(office.url());
  // The plan is kept in proportion, and who confirms sees it before.
  await expect(second.getByRole('region', { name: '变更待另一人确认' })).toContainText(/分解进度[\s\S]*0\.42/);
  await second.getByRole('button', { name: '确认', exact: true }).click();
  await expect(second.getByText('目标已变更')).toBeVisible();
  const history = second.getByRole('table', { name: '经过' });
  await expect(history.getByRole('row')).toHaveCount(4);
  await expect(history).toContainText('核减划出园区的基数');

  // The list of responsibilities has it.
  await second.goto(`/monitoring/responsibilities?year=${year}&group=DEMO_ZONES`);
  await expect(second.getByRole('table')).toContainText('0.42');
  for (const page of [office, unit, second]) await page.context().close();
});

test('of a typed pair the number is stored, and a reload offers the other text', async ({ browser, product, sql }) => {
  // A year of its own: the other tests type in the same grid.
  const later = year + 1;
  await sql`delete from target_draft where year = ${later} and org_unit_code like 'DEMO-ZONE%'`;
  const office = await signedIn(browser, product, 'assessmentOffice', zone);
  await office.goto(address.replace(`${year}`, `${later}`));
  const grid = office.getByRole('table', { name: new RegExp(`${later}年目标表`) });
  const field = grid.getByRole('textbox');
  await grid.locator('tbody tr').nth(0).locator('td').nth(0).click();
  await field.fill('2800');
  await field.press('Tab');
  await field.fill('约2900');
  await field.press('Enter');
  await expect(office.getByText('没有保存成功')).toBeVisible({ timeout: 30_000 });
  const kept =
    await sql`select base::text, stretch from target_draft where year = ${later} and org_unit_code like 'DEMO-ZONE%'`;
  expect(kept).toEqual([{ base: '2800', stretch: null }]);
  await office.reload();
  // The cell with the cursor is a field.
  await expect(field).toHaveValue('2800');
  await expect(office.locator('main').getByRole('alert').first()).toContainText('当时填的是 2800 / 约2900');
  await office.getByRole('button', { name: '填回' }).click();
  await expect(grid.locator('tbody tr').nth(0).locator('td').nth(1)).toHaveText('约2900');
});
