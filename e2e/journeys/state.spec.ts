import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { version } from '@/lib/health/version/product';

joinProduct();

test('the administrator sees how the product fares, in both languages, and a leader does not', async ({
  browser,
  product,
}) => {
  const administrator = await signedIn(browser, product, 'administrator');
  await administrator.goto('/workbench');
  await administrator.getByRole('link', { name: '运行状态' }).first().click();
  const main = administrator.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('运行状态');
  await expect(main).toContainText(version);
  await expect(main).toContainText(/剩余 [\d,]+\.\d GB，共 [\d,]+\.\d GB（\d+%）/);
  await expect(main).toContainText('尚未核对');
  await expect(main.getByRole('table', { name: '最大的数据表' })).toContainText('observation_revision');
  await expect(main).toContainText('数据库没有安装 pg_stat_statements');
  await administrator.context().addCookies([{ name: 'locale', value: 'en', url: product }]);
  await administrator.goto('/access/state');
  await expect(main).toContainText(/[\d,]+\.\d GB free of [\d,]+\.\d GB \(\d+%\)/);
  await expect(main).toContainText(/\d+ of at most \d+/);
  await administrator.context().close();
  const leader = await signedIn(browser, product, 'leader');
  await leader.goto('/access/state');
  await expect(leader.getByRole('main')).not.toContainText('PostgreSQL');
  await leader.context().close();
});
