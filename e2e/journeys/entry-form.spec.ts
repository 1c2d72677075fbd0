import type { BrowserContext, Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
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
});
test.afterEach(async ({ sql }) => forgetReturns(sql, one));

const field = (page: Page, column: 'typed' | 'typedYoy', which: 'ours' | 'theirs' = 'ours') =>
  page.locator(`input[name="${column}:${one.indicators[which]} ${one.period}"]`);

async function openForm(page: Page, context: BrowserContext, product: string): Promise<void> {
  const user = await newAccount('reporter', one.units.own);
  await enterAs(context, product, await cookiesOf(user));
  await page.goto(paths.entry(one.collectionId));
  await expect(field(page, 'typed')).toBeVisible();
}

test('the second stop of the keyboard leads to the first figure to fill in', async ({ page, context, product }) => {
  await openForm(page, context, product);
  const [first, second] = (await page.locator('input[data-column="typed"]').all()).slice(0, 2);
  if (!first || !second) throw new Error('two figures');
  const skip = page.locator('#page-skips').getByRole('link', { name: '跳到第一个待填格' });
  await expect(skip).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('12');
  // The foot of the form leads on, for a mouse and a thumb.
  await page.locator('.entry-foot').getByRole('link', { name: '跳到第一个待填格' }).click();
  await expect(second).toBeFocused();
  await page.keyboard.type('13');
  await expect(page.getByRole('link', { name: '跳到第一个待填格' })).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a fault of form is said while one types, after a pause and by a polite region', async ({
  page,
  context,
  product,
}) => {
  await openForm(page, context, product);
  for (const [column, text, words] of [
    ['typed', '12,3', '千位分隔符的位置不对'],
    ['typedYoy', 'abc', '不是数字'],
  ] as const) {
    const input = field(page, column);
    const said = page.locator('td', { has: input }).locator('[aria-live="polite"]');
    await input.focus();
    await page.keyboard.type(text);
    await expect(said).toContainText(words);
    await expect(input).toBeFocused();
    await input.fill('12');
    await expect(said).toBeEmpty();
  }
});

test('a return is printed as text, without its controls', async ({ page, context, product, sql }) => {
  await openForm(page, context, product);
  await field(page, 'typed').fill('12');
  const row = page.getByRole('row').filter({ has: field(page, 'typed') });
  await row.getByRole('button').click();
  await page.getByLabel('数据来源').first().fill('统计局快报');
  await page.emulateMedia({ media: 'print' });
  const looks = await field(page, 'typed').evaluate((input) => getComputedStyle(input).borderTopWidth);
  expect(looks).toBe('0px');
  await expect(page.getByLabel('数据来源').first()).toBeVisible();
  await expect(page.getByLabel('备注').first()).toBeHidden();
  for (const control of ['button', 'a[href^="#figure"]', 'label:has(input[type=file])'])
    for (const one of await page.locator(`main ${control}`).all()) await expect(one).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.entry-foot')).toContainText('自动保存');
  await sql`update submission_value set state = 'submitted', awaits = 'unitReviewer', round = 1
    where collection_id = ${one.collectionId} and org_unit_code = ${one.units.own}`;
  await sql`update submission set state = 'submitted', submitted = 1, round = 1, submitted_at = now()
    where collection_id = ${one.collectionId} and org_unit_code = ${one.units.own}`;
  await page.reload();
  const withdraw = page.getByRole('button', { name: '撤回' });
  await expect(withdraw).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(withdraw).toBeHidden();
});
