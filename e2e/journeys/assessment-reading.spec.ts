import { expect, test } from '@/e2e/fixtures';

test.use({ actionTimeout: 20_000 });

test('ranking, score card and explanation are readable without scripts', async ({ browser, product, sql }) => {
  const context = await browser.newContext({ baseURL: product, locale: 'zh-CN', javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/assessment/rankings');
  await plain.getByLabel('考核方案（序列）').selectOption('DEMO-ZONES');
  await plain.getByRole('button', { name: '查询' }).click();
  await expect(plain).toHaveURL(/scheme=DEMO-ZONES/);
  const [best] = await sql`select u.name_zh, s.shown::text from run_score s join run r on r.id = s.run_id
    join org_unit u on u.code = s.org_unit_code where r.scheme_code = 'DEMO-ZONES' and r.state = 'published' and s.rank = 1
    order by r.period_code desc limit 1`;
  const row = plain.locator('.ranking').first().getByRole('row').nth(1);
  await expect(row).toContainText(best?.name_zh);
  await expect(row).toContainText(best?.shown);
  await row.getByRole('link', { name: `展开${best?.name_zh}的分项得分` }).click();
  await expect(plain.getByRole('region', { name: `${best?.name_zh}各项得分` })).toBeVisible();
  await row.getByRole('link', { name: best?.name_zh, exact: true }).click();
  await expect(plain.getByRole('heading', { level: 1, name: `${best?.name_zh}得分卡` })).toBeVisible();
  await plain.locator('#items').getByRole('link').first().click();
  await expect(plain.getByRole('heading', { level: 1, name: /：为什么是这个分$/ })).toBeVisible();
  await expect(plain.locator('#steps')).toContainText(/得分 = 分值 × 得分率\d+ × [\d.]+% = \d+\.\d\d/);
  await plain.getByRole('link', { name: '回到得分卡' }).click();
  await expect(plain.getByRole('heading', { level: 1, name: `${best?.name_zh}得分卡` })).toBeVisible();
  await context.close();
});
