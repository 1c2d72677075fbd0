import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { forgetReturns, type InventedReturns, inventReturns } from '@/e2e/returns';

joinProduct();

let invented: InventedReturns;
test.beforeAll(async ({ sql }) => {
  invented = await inventReturns(sql);
});
test.afterAll(({ sql }) => forgetReturns(sql, invented));

test('a return that is sent back rings the bell of its reporter, who opens the notice and has read it', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  const { collectionId, units } = invented;
  const reporter = await signedIn(browser, product, 'reporter', units.own);
  const foreign = await signedIn(browser, product, 'reporter', units.foreign);
  const bell = reporter.getByRole('banner').getByRole('link', { name: /^消息/ });
  await reporter.goto('/workbench');
  await expect(bell).toHaveAccessibleName('消息');
  await reporter.goto('/notices');
  await expect(reporter.getByText('没有未读的消息')).toBeVisible();
  expect(await accessibilityFaults(reporter)).toEqual([]);

  const reviewer = await signedIn(browser, product, 'unitReviewer', units.own);
  await reviewer.goto(`/reporting/review/${collectionId}/${units.own}`);
  for (const [reason, follows] of [
    ['数量级有误，请核对后重报。', '下一项'],
    ['口径与上月不同，请核实。', '已全部处理完'],
  ] as const) {
    await reviewer.keyboard.press('r');
    const field = reviewer.locator('#detail').getByLabel('退回理由');
    await field.fill(reason);
    await field.press('Control+Enter');
    await expect(reviewer.getByRole('status').first()).toContainText(follows);
  }
  await expect(reviewer.getByRole('banner').getByRole('link', { name: /^消息/ })).toHaveAccessibleName('消息');

  await reporter.goto('/workbench');
  await expect(bell).toHaveAccessibleName('消息，未读 2 条');
  await bell.click();
  await expect(reporter.getByRole('heading', { level: 1, name: '消息' })).toBeVisible();
  const line = reporter.getByRole('main').getByRole('listitem').filter({ hasText: '填报被退回' });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('共 2 条');
  expect(await accessibilityFaults(reporter)).toEqual([]);
  await line.getByRole('button', { name: '填报被退回', exact: true }).click();
  await expect(reporter).toHaveURL(new RegExp(`/reporting/entry/${collectionId}$`));
  await expect(bell).toHaveAccessibleName('消息');
  await reporter.goto('/notices');
  await expect(reporter.getByText('没有未读的消息')).toBeVisible();
  await reporter.getByRole('link', { name: '全部' }).click();
  await expect(line.getByRole('link', { name: '填报被退回' })).toHaveAttribute(
    'href',
    `/reporting/entry/${collectionId}`,
  );

  await foreign.goto('/notices?only=all');
  await expect(foreign.getByRole('main').getByRole('listitem')).toHaveCount(0);
});

test('a visitor has no bell, and is asked to sign in for the notices', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('banner').getByRole('link', { name: /^消息/ })).toHaveCount(0);
  await page.goto('/notices');
  await expect(page).toHaveURL(/\/sign-in/);
});
