import type { Page } from '@playwright/test';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { EmptyProduct } from '@/e2e/empty-product';
import { expect, test } from '@/e2e/fixtures';
import {
  assessed,
  begin,
  confirmBatch,
  figures,
  heading,
  main,
  makeAccount,
  makeIndicators,
  makeSequence,
  makeUnits,
  menu,
  parks,
  publishAndTry,
  setPlace,
  setTargets,
  told,
} from '@/e2e/setting-up';

const product = new EmptyProduct();

/** The month for which figures are asked. */
type Month = { readonly year: string; readonly month: string };

/** The office asks the first park for its figures, which are filled in and approved twice; gives the month that was asked for. */
async function fillIn(people: Record<'office' | 'reporter' | 'unitReviewer' | 'department', Page>): Promise<Month> {
  const { office, reporter, unitReviewer, department } = people;
  await menu(office, '工作台');
  await main(office)
    .getByRole('link', { name: /^录入数据/ })
    .click();
  await office.getByRole('button', { name: '全选累计' }).first().click();
  await office.getByRole('checkbox', { name: parks[0] }).check();
  await office.getByRole('button', { name: '开设任务' }).click();
  await told(office, '任务已开设');
  const title = await office.getByRole('heading', { level: 1 }).innerText();
  const [, year = '', month = ''] = /(\d{4})\s*年(?:1—)?\s*(\d{1,2})\s*月/.exec(title) ?? [];

  await menu(unitReviewer, '本单位的目标');
  await unitReviewer.getByText(/^一次确认多项/).click();
  await unitReviewer.getByRole('button', { name: /^确认/ }).first().click();
  await told(unitReviewer, '已答复 3 项目标');

  await menu(reporter, '填报');
  await main(reporter)
    .getByRole('link', { name: /统计数据填报/ })
    .first()
    .click();
  await reporter.getByLabel(/规上工业产值，本期数/).focus();
  for (const value of figures[0] ?? []) {
    await reporter.keyboard.type(`${value}`);
    await reporter.keyboard.press('Enter');
  }
  await expect(reporter.getByText(/已于 \d\d:\d\d:\d\d 自动保存/)).toBeVisible();
  await reporter.getByRole('link', { name: '核对并报送' }).click();
  await reporter.getByRole('button', { name: '确认报送' }).click();
  await told(reporter, '已报送 3 项');

  for (const reviewer of [unitReviewer, department]) {
    await menu(reviewer, '审核');
    await main(reviewer).getByRole('link', { name: /^审核/ }).first().click();
    await reviewer.getByRole('button', { name: '选中全部无提示的 3 项' }).click();
    await reviewer.getByRole('button', { name: '通过所选' }).click();
    // The last reviewer publishes, and is asked first.
    if (reviewer === department) await reviewer.getByRole('alertdialog').getByRole('button').first().click();
    await told(reviewer, /已(通过|核定) 3 项/);
  }
  return { year, month };
}

/** A monthly report as it is sent: a merged title, heads of two rows, units in the heads, an own line and a sum, notes. */
async function monthlyReport({ year, month }: Month) {
  const rows: CellValue[][] = [
    [`云海开发区${year}年1—${month}月主要指标`],
    ['园区', '规上工业', null, '期末用工人数（人）', '研发投入（亿元）'],
    [null, '规上工业产值（亿元）', '同比（%）', null, null],
    ['合计', 295.2, null, 42000, 13.5],
    ...parks.map((park, row): CellValue[] => {
      const [output = 0, staff = 0, research = 0] = figures[row] ?? [];
      return [`　${park}`, output, null, staff, research];
    }),
    ['注：快报数，以年报为准。'],
  ];
  const area = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    startRow,
    startCol,
    endRow,
    endCol,
  });
  const merges = [area(0, 0, 0, 4), area(1, 0, 2, 0), area(1, 1, 1, 2), area(1, 3, 2, 3), area(1, 4, 2, 4)];
  const bytes = await writeXlsx({ sheets: [{ name: '月报', rows, merges }] });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '云海月报.xlsx', mimeType, buffer: Buffer.from(bytes) };
}

/** The office registers a document and reads its sheet as it is; another person confirms the figures of three parks. */
async function recordSheet(page: Page, second: Page, of: Month): Promise<void> {
  const title = `云海开发区${of.year}年${of.month}月统计月报`;
  await menu(page, '来源');
  await main(page).getByRole('link', { name: '新增来源' }).first().click();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('发布单位').fill('云海开发区统计办');
  await page.getByRole('button', { name: '登记' }).click();
  const pdf = { name: '月报.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 演示') };
  await page.locator('input[type=file]').setInputFiles(pdf);
  await page.getByRole('button', { name: '上传文件' }).click();
  await told(page, '文件已保存');
  await menu(page, '录数核对');
  await page.getByRole('link', { name: '识别月报表' }).first().click();
  await page.locator('input[type=file]').setInputFiles(await monthlyReport(of));
  await page.getByRole('button', { name: '上传并识别' }).click();
  // A group of columns has a head of its own, which no name explains: it is pointed at.
  await expect(page.getByText('读出 8 个数，0 处没有读懂')).toBeVisible();
  await page.getByLabel('第 B 列的是什么').selectOption({ label: '数值' });
  await page.getByRole('button', { name: '保存各列' }).click();
  await expect(page.getByText('读出 12 个数，0 处没有读懂')).toBeVisible();
  await page.getByRole('link', { name: '预览并录入' }).first().click();
  await expect(page.getByText('新增 9 个，更正 0 个，不变 3 个。')).toBeVisible();
  await page.getByLabel('来源', { exact: true }).selectOption({ label: title });
  await page.getByRole('button', { name: '录入 9 个' }).click();
  await confirmBatch(page, second, '云海月报.xlsx', 9);
}

/** A scheme by the rate at which targets are reached goes from its design to the published ranking. */
async function makeScheme(page: Page, second: Page): Promise<void> {
  await menu(page, '工作台');
  await main(page)
    .getByRole('link', { name: /^制定并发布考核方案/ })
    .click();
  await page.locator('#create-form').getByLabel('中文名称').fill('云海园区2026年考核');
  await page.getByRole('button', { name: '建立草稿' }).click();
  await heading(page, '编辑草稿');
  const panel = page.getByRole('region', { name: /^(指标|板块)：/ });
  for (const [at, name] of assessed.entries()) {
    if (at > 0) await page.getByRole('button', { name: '+ 添加指标' }).first().click();
    await page.getByRole('button', { name: at === 0 ? '第一项指标' : '新指标', exact: true }).click();
    await panel
      .getByLabel('指标', { exact: true })
      .selectOption({ label: `${name}（${at < 2 ? '亿元' : '万元/人'}）` });
    await panel.getByLabel('计分方法', { exact: true }).selectOption({ label: '目标完成率法' });
    await page.getByLabel(`权重（分） ${name}`, { exact: true }).fill(at === 0 ? '40' : '30');
  }
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d/)).toBeVisible();

  await publishAndTry(second, '云海园区2026年考核');
  await menu(page, '工作台');
  await main(page)
    .locator('#runs')
    .getByRole('link', { name: /云海园区2026年考核/ })
    .first()
    .click();
  await page.getByRole('button', { name: '审定', exact: true }).click();
  await told(page, '已审定');
  await second.reload();
  await second.getByRole('button', { name: '发布', exact: true }).click();
  await second.getByRole('button', { name: '确定发布' }).click();
  await told(second, '已发布');
}

test('an office sets up its own assessment from nothing, and a leader reads why', async ({ browser }) => {
  test.setTimeout(900_000);
  const admin = await product.person(browser, '管理员');
  await begin(admin, 'admin', product.secret);
  await expect(admin.getByText('考核办的账号不足两个')).toBeVisible();
  const secrets = {
    first: await makeAccount(admin, 'kaohe1', '考核办'),
    second: await makeAccount(admin, 'kaohe2', '考核办'),
  };
  const office = await product.person(browser, '考核办甲');
  const second = await product.person(browser, '考核办乙');
  await begin(office, 'kaohe1', secrets.first);
  await begin(second, 'kaohe2', secrets.second);
  await expect(main(office)).toContainText('从零开始');

  await makeUnits(office);
  await makeIndicators(office);
  await makeSequence(office, second);
  await setPlace(office);
  await setTargets(office);

  await menu(admin, '账号');
  await heading(admin, '账号');
  const more = {
    reporter: await makeAccount(admin, 'tianbao', '填报员', { unit: parks[0] }),
    unitReviewer: await makeAccount(admin, 'shenhe', '单位审核', { unit: parks[0] }),
    department: await makeAccount(admin, 'bumen', '部门审核', { department: '经济发展局' }),
    leader: await makeAccount(admin, 'lingdao', '领导'),
  };
  const reporter = await product.person(browser, '填报员');
  const unitReviewer = await product.person(browser, '单位审核');
  const department = await product.person(browser, '部门审核');
  await begin(reporter, 'tianbao', more.reporter);
  await begin(unitReviewer, 'shenhe', more.unitReviewer);
  await begin(department, 'bumen', more.department);
  const asked = await fillIn({ office, reporter, unitReviewer, department });
  await recordSheet(office, second, asked);
  await makeScheme(office, second);

  const leader = await product.person(browser, '领导');
  await begin(leader, 'lingdao', more.leader);
  await menu(leader, '排名通报');
  const ranking = leader.locator('.ranking').first();
  await expect(ranking.getByRole('row')).toHaveCount(5);
  // By hand: 40 × 118.5/120 + 30 × 4.8/5 + 30 × 79/80, and 61/60 counts as 1. A computed figure has the decimals of its
  // indicator: 27.5 ÷ 6000 × 10000 is 45.83.
  const points = await ranking
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .slice(1)
        .map((row) => [...row.querySelectorAll('th, td')].slice(1, 3).map((cell) => cell.textContent?.trim())),
    );
  expect(points.map(([unit, total]) => [unit?.slice(0, 4), total])).toEqual([
    ['云海三园', '100.00'],
    ['云海二园', '98.45'],
    ['云海一园', '97.93'],
    ['云海四园', '89.66'],
  ]);
  await ranking.getByRole('link', { name: '云海一园' }).first().click();
  await heading(leader, '云海一园得分卡');
  await leader.locator('#items').getByRole('link', { name: '人均产值' }).click();
  await heading(leader, '人均产值：为什么是这个分');
  await expect(leader.locator('#steps')).toContainText('79 ÷ 80 × 100 = 98.75%');
  console.log(`from nothing to a published ranking: ${product.steps}`);
});
