import { expect, test } from '@/e2e/fixtures';
import { publishDraft } from '@/e2e/monitoring';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();

test('a report is prepared by one official and published by another, read by a unit, and stays on paper and in its file', async ({
  browser,
  product,
}) => {
  test.setTimeout(180_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  await office.goto('/monitoring/reports');
  await office.getByRole('link', { name: '起草通报' }).click();
  // The newest month is a draft of the demonstration; of the one before a report is published, which this one corrects.
  await office.getByLabel('月份', { exact: true }).selectOption({ index: 1 });
  await office.getByLabel('按语').fill('更正：庚县（演示）有修订。');
  await office.getByRole('button', { name: '存为草稿' }).click();
  await expect(office.getByRole('status').filter({ hasText: '草稿已存' })).toBeVisible();
  await expect(office.getByRole('heading', { level: 1 })).toContainText('（第 2 次，更正）');
  await expect(office.getByText('须由另一人发布')).toBeVisible();
  await expect(office.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
  const path = new URL(office.url()).pathname;

  const unit = await signedIn(browser, product, 'reporter', 'DEMO-GENG');
  expect((await unit.goto(path))?.status()).toBe(404);

  const second = await signedIn(browser, product, 'assessmentOffice');
  await second.goto(path);
  await publishDraft(second);
  await expect(second.getByRole('heading', { name: '处理' })).toHaveCount(0);

  await unit.setViewportSize({ width: 390, height: 844 });
  await unit.goto('/monitoring/reports');
  await unit.getByRole('link', { name: /更正/ }).click();
  await expect(unit.getByText('更正：庚县（演示）有修订。')).toBeVisible();
  await expect(unit.getByRole('table').first()).toContainText('庚县（演示）');
  const file = unit.waitForEvent('download');
  await unit.getByRole('link', { name: '下载 Excel' }).click();
  expect((await file).suggestedFilename()).toMatch(/统计通报.*\.xlsx$/);

  const leader = await signedIn(browser, product, 'leader');
  await leader.goto('/workbench');
  await expect(leader.locator('#published')).toContainText('（第 2 次，更正）');
});
