import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { forgetGroup, type InventedGroup, inventedDocument, inventGroup, inventScheme, year } from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';
import { locales } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { inventedRun } from '@/lib/testing/invented-run';

joinProduct();
test.use({ actionTimeout: 20_000 });

const pages: Page[] = [];
const groups: InventedGroup[] = [];

test.afterAll(async ({ sql }) => {
  for (const page of pages) await page.context().close();
  for (const group of groups) await forgetGroup(sql, group);
});

/** The numbers of pixels by which tables are wider than the room that they have, by their names. */
const cutOff = (page: Page) =>
  page
    .locator('main [role="region"]:has(> table)')
    .evaluateAll((regions) =>
      regions.flatMap((one) =>
        one.scrollWidth > one.clientWidth ? [`${one.ariaLabel} ${one.scrollWidth - one.clientWidth}`] : [],
      ),
    );

test('an entry for a year to date, a draft and a run wait on the workbench of a second person, and lists show all columns', async ({
  browser,
  product,
  sql,
}) => {
  const group = await inventGroup(sql);
  groups.push(group);
  await inventScheme(group, inventedDocument(group));
  await inventScheme({ ...group, code: `${group.code}-D` }, inventedDocument(group), { isPublished: false });
  groups.push({ ...group, code: `${group.code}-D` });
  await inventedRun(db(), { code: group.code, period: year, state: 'trial' });
  const [recorder, second] = [
    await signedIn(browser, product, 'assessmentOffice'),
    await signedIn(browser, product, 'assessmentOffice'),
  ];
  pages.push(recorder, second);

  await recorder.goto(withQuery(paths.newLedgerEntry, { scheme: group.code, period: '2025年1—10月' }));
  await expect(recorder.getByRole('combobox', { name: '报告期', exact: true })).toHaveValue('2025-YTD10');
  const form = recorder.locator('form').filter({ has: recorder.getByRole('button', { name: '登记', exact: true }) });
  await form.getByRole('combobox', { name: '单位', exact: true }).selectOption(group.units.yi.code);
  await form.getByRole('textbox', { name: '分值（分）' }).fill('0.5');
  await form.getByRole('textbox', { name: '理由', exact: true }).fill('数据迟报两次，经提醒后补报，按考核办法扣分');
  await form.getByRole('textbox', { name: '依据材料' }).fill('统计通报第 3 号');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(recorder.getByText('已登记。')).toBeVisible();

  await second.goto(paths.workbench);
  const waiting = (part: string) => second.locator(part).getByRole('row').filter({ hasText: group.code });
  await expect(waiting('#drafts')).toBeVisible();
  await expect(waiting('#runs')).toBeVisible();
  await waiting('#ledger').filter({ hasText: '2025年1—10月' }).getByRole('link').click();
  await expect(second.getByText('数据迟报两次').first()).toBeVisible();
  await expect(second.getByRole('button', { name: /^(改为拟定|复核通过)$/ })).toBeVisible();

  const found: string[] = [];
  await second.setViewportSize({ width: 1366, height: 768 });
  for (const locale of locales) {
    await second.context().addCookies([{ name: 'locale', value: locale, url: product }]);
    for (const path of [paths.schemes, paths.runs, paths.ledger, paths.workbench]) {
      await second.goto(path);
      found.push(...(await cutOff(second)).map((one) => `${locale} ${path} ${one}`));
    }
  }
  expect(found).toEqual([]);
});
