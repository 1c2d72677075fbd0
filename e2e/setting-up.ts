import type { Page } from '@playwright/test';
import { expect } from '@/e2e/fixtures';

export const chosen = 'Liu-shui-8372';
export const parks = ['云海一园', '云海二园', '云海三园', '云海四园'] as const;
/** Assessed by their targets: 规上工业产值, 研发投入, and 人均产值 out of 规上工业产值 and 期末用工人数. */
export const assessed = ['规上工业产值', '研发投入', '人均产值'] as const;
export const targets = [
  [120, 5, 80],
  [90, 4, 70],
  [60, 3, 60],
  [30, 2, 50],
];
/** 规上工业产值, 期末用工人数 and 研发投入 of each park. */
export const figures = [
  [118.5, 15000, 4.8],
  [88.2, 12000, 3.9],
  [61, 9000, 3.1],
  [27.5, 6000, 1.7],
];

export const main = (page: Page) => page.getByRole('main');
export const menu = (page: Page, room: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: room, exact: true }).click();
/** Waits for a page, as a reader does before the next step. */
export const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
export const told = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();

/** Signs in with a one-time secret and chooses a password. */
export async function begin(page: Page, username: string, secret: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('新密码', { exact: true }).fill(chosen);
  await page.getByLabel('再输一次新密码').fill(chosen);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Makes an account, and returns its one-time secret. The page is at the form, or at the last account made by it. */
export async function makeAccount(
  page: Page,
  username: string,
  role: string,
  at: { unit?: string; department?: string } = {},
) {
  const another = page.getByRole('link', { name: '再建一个' });
  await ((await another.isVisible()) ? another : main(page).getByRole('link', { name: '新建账号' })).click();
  await heading(page, '新建账号');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('姓名').fill(`演示·${username}`);
  await page.getByLabel('角色').selectOption({ label: role });
  if (at.unit) await page.getByLabel('单位').selectOption({ label: at.unit });
  if (at.department) await page.getByLabel('部门').selectOption({ label: at.department });
  await page.getByRole('button', { name: '建立账号' }).click();
  const handed = page.getByRole('region', { name: '请记下初始密码' });
  await expect(handed).toContainText(username);
  return handed.locator('[data-secret]').innerText();
}

export async function makeUnits(page: Page): Promise<void> {
  await main(page)
    .getByRole('link', { name: /^建立单位/ })
    .click();
  for (const [at, name] of ['云海开发区', ...parks].entries()) {
    if (at === 1) {
      await menu(page, '单位');
      await main(page).getByRole('link', { name: '新建单位' }).click();
      await page.getByLabel('上级单位').selectOption({ label: '云海开发区' });
    }
    if (at > 1) await page.getByRole('link', { name: '再建一个同级单位' }).click();
    await heading(page, '新建单位');
    await page.getByLabel('中文名称').fill(name);
    if (at < 2) await page.getByLabel('类别').selectOption({ label: '开发区、园区' });
    await page.getByRole('button', { name: '新建单位' }).click();
    await told(page, '已建立。');
    await expect(page.getByText('没有提交')).toHaveCount(0);
  }
}

export async function makeIndicators(page: Page): Promise<void> {
  await menu(page, '工作台');
  await main(page)
    .getByRole('link', { name: /^建立指标/ })
    .click();
  await main(page).getByRole('link', { name: '新建领域' }).click();
  await page.getByLabel('中文名称').last().fill('云海经济');
  await page.getByRole('button', { name: '建立领域' }).click();
  await told(page, '领域已建立');
  await expect(page.getByText('没有提交')).toHaveCount(0);
  await menu(page, '指标');
  await main(page).getByRole('link', { name: '新建指标' }).first().click();
  const all = [
    ['规上工业产值', '亿元', '辖区规模以上工业企业总产值。'],
    ['期末用工人数', '人', '规模以上工业企业期末用工人数。'],
    ['研发投入', '亿元', '规模以上工业企业研发费用。'],
    ['人均产值', '万元/人', '规上工业产值除以期末用工人数。'],
  ] as const;
  for (const [at, [name, unit, definition]] of all.entries()) {
    if (at === 1 || at === 2) await page.getByRole('link', { name: '再建一项' }).click();
    await heading(page, '新建指标');
    await page.getByLabel('中文名称').fill(name);
    await page.getByLabel('计量单位', { exact: true }).fill(unit);
    await page.getByLabel('责任部门').fill('经济发展局');
    await page.locator('#field-validFrom').fill('2020-01-01');
    await page.locator('#field-definitionZh').fill(definition);
    await page.getByRole('button', { name: '建立指标' }).click();
    await told(page, '指标已建立');
    if (name === '研发投入') {
      await page.getByText('另立新的定义').click();
      await page.locator('#field-definition-validFrom').fill('2026-01-01');
      await page.locator('#field-definition-definitionZh').fill('不再含委托外单位研发的费用。');
      await page.getByLabel('与以前可比吗').selectOption('scope');
      await page.locator('#field-definition-reason').fill('制度修订');
      await page.getByRole('button', { name: '保存新的定义' }).click();
      await told(page, '新的定义已保存');
      await menu(page, '指标');
      await main(page).getByRole('link', { name: '新建指标' }).first().click();
    }
  }
  await page.locator('#formula textarea').first().fill('GSGYCZ / QMYGRS × 10000');
  await page.getByRole('button', { name: '保存公式并计算' }).click();
  await told(page, /公式/);
}

/** The office makes a sequence from an earlier day, which another person confirms. */
export async function makeSequence(page: Page, second: Page): Promise<void> {
  await menu(page, '工作台');
  await main(page)
    .getByRole('link', { name: /^建立序列/ })
    .click();
  await page.getByLabel('名称', { exact: true }).fill('云海各园区');
  for (const park of parks) await page.getByLabel(park).check();
  await page.getByLabel('自何日起').fill('2024-01-01');
  await page.getByLabel('理由').fill('自设立起参加考核');
  await page.getByRole('button', { name: '新建序列' }).click();
  await told(page, '等考核办的另一人');
  await confirmChange(second);
}

/** The second person of the office confirms the only change that waits. */
export async function confirmChange(second: Page): Promise<void> {
  await menu(second, '工作台');
  await main(second).getByRole('link', { name: '待您确认的变动' }).click();
  await second.getByRole('button', { name: /^确认生效/ }).click();
  await second.getByRole('button', { name: '确认生效', exact: true }).click();
  await told(second, '已生效');
}

/** The second person confirms all figures of a file, once the first one sees that they wait. */
export async function confirmBatch(page: Page, second: Page, file: string, count: number): Promise<void> {
  await expect(page.getByRole('heading', { name: /^整批核对/ })).toBeVisible();
  await menu(second, '工作台');
  await main(second)
    .getByRole('link', { name: `有 ${count} 个录入的数等待您核对` })
    .click();
  await main(second).getByRole('link', { name: file }).first().click();
  await second.getByRole('button', { name: new RegExp(`^整批确认 ${count} 个`) }).click();
  await told(second, `已确认 ${count} 个`);
}

/** The second person publishes a scheme that another one made, and tries it. A draft can be tried before. */
export async function publishAndTry(second: Page, scheme: string): Promise<void> {
  await menu(second, '工作台');
  await main(second).getByRole('link', { name: scheme }).first().click();
  await expect(main(second).getByRole('link', { name: '用本方案试算' })).toHaveAttribute('href', /version=1/);
  await second.getByRole('button', { name: '发布', exact: true }).click();
  await second.getByRole('button', { name: '确定发布' }).click();
  await told(second, '方案已发布');
  await main(second).getByRole('link', { name: '用本方案试算' }).click();
  await second.getByRole('button', { name: '开始试算' }).click();
  await told(second, '已试算');
}

export async function setPlace(page: Page): Promise<void> {
  await menu(page, '工作台');
  await main(page)
    .getByRole('link', { name: /^写下本地名称/ })
    .click();
  await page.getByLabel('本地名称').fill('云海开发区');
  await page.getByLabel('本地单位').fill(parks[0]);
  await page.getByLabel('单位', { exact: true }).first().fill(parks[0]);
  await page.getByLabel('按主题成组').fill('云海经济');
  await page.getByRole('button', { name: '存为草稿并预览' }).click();
  await page.getByRole('button', { name: '启用这份草稿' }).click();
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await told(page, '已启用');
}

export async function setTargets(page: Page): Promise<void> {
  await menu(page, '目标管理');
  await main(page).getByText('云海经济', { exact: true }).click();
  for (const name of assessed) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: '显示目标表' }).click();
  const grid = page.getByRole('table', { name: /目标表/ });
  await grid.locator('tbody tr').first().locator('td').first().click();
  const field = grid.getByRole('textbox');
  // Two columns belong to each indicator: the target and the stretch target.
  for (const row of targets) {
    for (const [at, value] of row.entries()) {
      await page.keyboard.type(`${value}`);
      await field.press(at < row.length - 1 ? 'ArrowRight' : 'Enter');
      if (at < row.length - 1) await field.press('ArrowRight');
    }
    for (let back = 0; back < 4; back += 1) await field.press('ArrowLeft');
  }
  await expect(page.getByText(/^已于 .* 自动保存/)).toBeVisible();
  await main(page).getByRole('link', { name: '下达', exact: true }).click();
  await page.getByRole('textbox', { name: '目标依据' }).fill('云海〔2026〕1 号');
  await page.getByRole('button', { name: '下达勾选的目标' }).click();
  await told(page, '已下达 12 项目标');
}
