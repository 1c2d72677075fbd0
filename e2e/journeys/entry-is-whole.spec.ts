import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { forgetReturns, type InventedReturns, inventReturns } from '@/e2e/returns';
import { paths } from '@/lib/paths';

joinProduct();

let one: InventedReturns;
test.beforeEach(async ({ sql }) => {
  one = await inventReturns(sql);
  await sql`delete from submission_value where collection_id = ${one.collectionId}`;
  await sql`update submission set state = 'empty', submitted = 0, filled = 0, review_began = false,
    first_submitted_at = null, submitted_at = null where collection_id = ${one.collectionId}`;
  await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
      is_active, created_by, created_at)
    values (${one.indicators.ours}, '2020-01-01', 'range', 'query', ${JSON.stringify(Object.values(one.indicators))}::jsonb,
      '{"max":"100"}', '', '', true, 'check', now())`;
});
test.afterEach(async ({ sql }) => {
  await sql`delete from check_rule where code = ${one.indicators.ours}`;
  await forgetReturns(sql, one);
});

const field = (page: Page, which: 'ours' | 'theirs' = 'ours', column = 'typed') =>
  page.locator(`input[name="${column}:${one.indicators[which]} ${one.period}"]`);
const toSubmit = (page: Page) => page.getByRole('link', { name: '核对并报送' });
const saved = (page: Page) => page.locator('.entry-foot [role="status"]').getByText('自动保存');

async function enter(context: BrowserContext, product: string): Promise<void> {
  await enterAs(context, product, await cookiesOf(await newAccount('reporter', one.units.own)));
}

test('a conflict is asked about on leaving, and named before submission', async ({ page, context, product }) => {
  await enter(context, product);
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(paths.entry(one.collectionId));
  await field(page).fill('46');
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });
  await field(other).fill('47');
  await expect(other.getByText('尚未保存，请选择')).toBeVisible({ timeout: 20_000 });
  const asked: string[] = [];
  other.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await toSubmit(other).click();
  await expect.poll(() => asked.length).toBe(1);
  expect(other.url()).not.toContain('submit');
  await toSubmit(other).click();
  await other.waitForURL(/submit/);
  await expect(other.locator('main').getByRole('alert')).toContainText('当时填的是 47，现在保存的是 46');
});

test('a click that leaves a field counts though findings open, and the next finding is led to', async ({
  page,
  context,
  product,
}) => {
  await enter(context, product);
  await page.goto(paths.workbench);
  const link = page.locator(`main a[href="${paths.entry(one.collectionId)}"]`).first();
  await link.focus();
  await page.keyboard.press('Enter');
  // Reached by a key, the form begins at the first figure.
  await expect(page.locator('input[data-column="typed"]').first()).toBeFocused();
  await field(page).fill('500');
  await field(page, 'theirs').fill('600');
  const explanation = (which: 'ours' | 'theirs') =>
    page.locator(`textarea[name="explanation:${one.indicators[which]} ${one.period}"]`);
  await toSubmit(page).hover();
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(/submit/);
  await page.goBack();
  await page.getByRole('link', { name: '下一处提示（2）' }).click();
  await expect(explanation('ours').or(explanation('theirs')).first()).toBeVisible();
  const first = await page.evaluate(() => document.activeElement?.getAttribute('name'));
  expect(first).toContain('explanation:');
  await page.keyboard.type('并入了一家企业');
  await page.getByRole('link', { name: '下一处提示（1）' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe(first);
});

test('pasted names find their figures, and what fits nowhere is told', async ({ page, context, product }) => {
  await enter(context, product);
  await page.goto(paths.entry(one.collectionId));
  const names = { ours: `演示指标${one.indicators.ours}`, theirs: `演示指标${one.indicators.theirs}` };
  await field(page).evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `${names.theirs}\t家\t145\t5.4\t139\n利润总额\t12\n${names.ours}\t家\t7`);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('有 1 格放不下（只有本期数、报送同比两列），不填入：139');
  await expect(dialog).toContainText('有 1 行不能确定是本表的哪一项，不填入：利润总额 12');
  await dialog.getByRole('button', { name: '填入' }).click();
  await expect(field(page, 'theirs')).toHaveValue('145');
  await expect(field(page, 'theirs', 'typedYoy')).toHaveValue('5.4');
  await expect(field(page)).toHaveValue('7');
});

test('an explanation without a finding is shown with that, and neither sent nor printed', async ({
  page,
  context,
  product,
  sql,
}) => {
  await sql`insert into submission_value (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, state, updated_by, updated_at)
    select org_unit_code, collection_id, ${one.indicators.ours}, ${one.period}, '50', 50, 0, 'exact', '', 'none', '', '', '',
      '企业集中投产所致', 'draft', 'test', now()
    from submission where collection_id = ${one.collectionId} and org_unit_code = ${one.units.own}`;
  await enter(context, product);
  await page.goto(paths.entry(one.collectionId));
  // No finding asks for it: it is shown with that, and not on the page before submission.
  await expect(page.getByText('现在没有要说明的提示，不随数报送')).toBeVisible();
  await page.goto(paths.entrySubmission(one.collectionId));
  await expect(page.locator('#figures')).not.toContainText('企业集中投产所致');
  await page.goto(paths.entryPrint(one.collectionId));
  await expect(page.locator('main')).not.toContainText('企业集中投产所致');
});

test('on a telephone the page before submission gives names and explanations their width', async ({
  page,
  context,
  product,
}) => {
  await enter(context, product);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.entry(one.collectionId));
  await field(page).fill('500');
  await field(page).blur();
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });
  await page.goto(paths.entrySubmission(one.collectionId));
  const box = await page.locator('#findings textarea').first().boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390 && box.width > 280).toBe(true);
  const name = await page.locator('#figures tbody td').first().boundingBox();
  expect(name?.width).toBeGreaterThan(120);
});
