import type { BrowserContext, Page } from '@playwright/test';
import type { Sql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { forgetReturns, type InventedReturns, inventReturns } from '@/e2e/returns';
import { paths } from '@/lib/paths';

joinProduct();

/** A return to fill in, with its reporter. */
type Filling = InventedReturns & { readonly user: Awaited<ReturnType<typeof newAccount>> };

let one: Filling;
test.beforeEach(async ({ sql }) => {
  const returns = await inventReturns(sql);
  await sql`delete from submission_value where collection_id = ${returns.collectionId}`;
  await sql`update submission set state = 'empty', submitted = 0, filled = 0, review_began = false,
    first_submitted_at = null, submitted_at = null where collection_id = ${returns.collectionId}`;
  one = { ...returns, user: await newAccount('reporter', returns.units.own) };
});
test.afterEach(async ({ sql }) => forgetReturns(sql, one));

const keyOf = (which: 'ours' | 'theirs') => `${one.indicators[which]} ${one.period}`;
const field = (page: Page, which: 'ours' | 'theirs' = 'ours') => page.locator(`input[name="typed:${keyOf(which)}"]`);
const line = (page: Page) => page.locator('.entry-foot [role="status"]');

async function openForm(page: Page, context: BrowserContext, product: string): Promise<void> {
  await enterAs(context, product, await cookiesOf(one.user));
  await page.goto(paths.workbench);
  await page
    .locator(`main a[href="${paths.entry(one.collectionId)}"]`)
    .first()
    .click();
  await expect(field(page)).toBeVisible();
}

const stored = async (sql: Sql, which: 'ours' | 'theirs' = 'ours', unit = one.units.own): Promise<string | null> => {
  const [row] = await sql`select typed from submission_value where collection_id = ${one.collectionId}
    and org_unit_code = ${unit} and indicator_code = ${one.indicators[which]}`;
  return row?.typed ?? null;
};

test('what is typed right before Back is stored, and shown again after Forward', async ({
  page,
  context,
  product,
  sql,
}) => {
  await openForm(page, context, product);
  await field(page).fill('77');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await expect.poll(() => stored(sql)).toBe('77');
  const row = page.locator('main tr', { has: page.locator(`a[href="${paths.entry(one.collectionId)}"]`) });
  await expect(row.first()).toContainText('1/2');
  await page.goForward();
  await expect(field(page)).toHaveValue('77');
  await field(page).fill('78');
  await expect(line(page)).toContainText('自动保存');
  await expect(page.locator('main').getByRole('alert')).toHaveCount(0);
  expect(await stored(sql)).toBe('78');
});

test('what is typed right before the tab is closed is stored', async ({ page, context, product, sql }) => {
  await openForm(page, context, product);
  await field(page).fill('41');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => stored(sql)).toBe('41');
});

test('what is typed right before signing out is stored', async ({ page, context, product, sql }) => {
  await openForm(page, context, product);
  await field(page).fill('42');
  await page.getByRole('button', { name: '退出' }).click();
  await page.waitForURL(/sign-in/);
  expect(await stored(sql)).toBe('42');
});

test('what no server took is offered after a crash, and put back', async ({ page, context, product, sql, faults }) => {
  await openForm(page, context, product);
  await page.route(`**${paths.saveFigures}`, (route) => route.abort());
  await field(page).fill('55');
  await expect(line(page)).toContainText('连不上服务器');
  await page.unroute(`**${paths.saveFigures}`);
  await page.evaluate(() => {
    // As in a crash, nothing is sent on leaving.
    window.fetch = () => Promise.reject(new Error('gone'));
  });
  await page.reload();
  expect(await stored(sql)).toBeNull();
  await expect(field(page)).toHaveValue('');
  await page.getByRole('button', { name: '填回' }).click();
  await expect(field(page)).toHaveValue('55');
  await expect.poll(() => stored(sql)).toBe('55');
  await page.reload();
  await expect(page.getByRole('button', { name: '填回' })).toHaveCount(0);
  faults.length = 0;
});

test('two tabs: what one puts back from the other and types over is still kept for the other', async ({
  page,
  context,
  product,
  sql,
  faults,
}) => {
  await context.route(`**${paths.saveFigures}`, (route) => route.abort());
  await openForm(page, context, product);
  await field(page).fill('55');
  await expect(line(page)).toContainText('连不上服务器');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '填回' }).click();
  await expect(field(other)).toHaveValue('55');
  await field(other).fill('66');
  await expect(line(other)).toContainText('连不上服务器');
  // The first tab ends as in a crash, which sends nothing.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new Error('gone'));
  });
  await page.close();
  await other.reload();
  await other.getByRole('button', { name: '填回' }).click();
  await expect(field(other)).toHaveValue('66');
  await context.unroute(`**${paths.saveFigures}`);
  await expect(line(other)).toContainText('自动保存');
  expect(await stored(sql)).toBe('66');
  await other.reload();
  await other.getByRole('button', { name: '填回' }).click();
  await expect(field(other)).toHaveValue('55');
  faults.length = 0;
});

test('what is typed for one unit is not stored for another that signed in meanwhile', async ({
  page,
  context,
  product,
  sql,
  faults,
}) => {
  await openForm(page, context, product);
  const other = await newAccount('reporter', one.units.foreign);
  await enterAs(context, product, await cookiesOf(other));
  await field(page).fill('88');
  await expect(line(page)).toContainText('为另一个账号打开');
  await expect(field(page)).toHaveValue('88');
  expect([await stored(sql), await stored(sql, 'ours', one.units.foreign)]).toEqual([null, null]);
  await enterAs(context, product, await cookiesOf(one.user));
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => stored(sql)).toBe('88');
  faults.length = 0;
});

test('a session that ended says so, and the form goes on after signing in', async ({
  page,
  context,
  product,
  sql,
  faults,
}) => {
  await openForm(page, context, product);
  await sql`delete from app_session where user_id = ${one.user.id}`;
  await field(page).fill('61');
  await expect(line(page)).toContainText('已退出登录');
  await expect(line(page)).not.toContainText('角色');
  await expect(page.getByRole('link', { name: '重新登录' })).toHaveAttribute('target', '_blank');
  await enterAs(context, product, await cookiesOf(one.user));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => stored(sql)).toBe('61');
  await expect(line(page)).toContainText('自动保存');
  faults.length = 0;
});

test('Ctrl+Z after a paste takes the paste back, and nothing else', async ({ page, context, product, sql }) => {
  await openForm(page, context, product);
  await field(page).fill('199');
  await field(page).press('Enter');
  await field(page, 'theirs').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '7\t1.5\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: '填入' }).click();
  await expect(field(page, 'theirs')).toHaveValue('7');
  await field(page, 'theirs').press('ControlOrMeta+z');
  await expect(field(page, 'theirs')).toHaveValue('');
  await expect(field(page)).toHaveValue('199');
  await expect(field(page, 'theirs')).toBeFocused();
  await field(page, 'theirs').press('ControlOrMeta+z');
  await expect(field(page)).toHaveValue('');
  await field(page).press('ControlOrMeta+y');
  await field(page).press('ControlOrMeta+Shift+z');
  await expect(field(page)).toHaveValue('199');
  await expect(field(page, 'theirs')).toHaveValue('7');
  await expect.poll(() => stored(sql, 'theirs')).toBe('7');
  expect(await stored(sql)).toBe('199');
});

test('a line that comes back is used at once', async ({ page, context, product, sql, faults }) => {
  await openForm(page, context, product);
  await page.clock.install();
  await context.setOffline(true);
  await field(page).fill('31');
  await page.clock.runFor(6000);
  await expect(line(page)).toContainText('连不上服务器');
  // The clock stands: only the line itself brings the save.
  await context.setOffline(false);
  await expect.poll(() => stored(sql)).toBe('31');
  faults.length = 0;
});

test('a key of an input method stays in its field', async ({ page, context, product }) => {
  await openForm(page, context, product);
  await field(page).focus();
  await field(page).evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })),
  );
  await expect(field(page)).toBeFocused();
});

test('a translated page takes figures and says what is saved', async ({ page, context, product, sql }) => {
  await openForm(page, context, product);
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walk.nextNode()) {
      const text = walk.currentNode as Text;
      if (text.nodeValue?.trim() && !/^(SCRIPT|STYLE|OPTION|NOSCRIPT)$/.test(text.parentElement?.tagName ?? ''))
        texts.push(text);
    }
    for (const text of texts) {
      const outer = document.createElement('font');
      outer.appendChild(document.createElement('font')).textContent = text.nodeValue;
      text.replaceWith(outer);
    }
  });
  await field(page, 'theirs').fill('9万');
  await expect(line(page)).toHaveText('有未保存的内容');
  await expect(line(page)).toHaveText(/^已于 .* 自动保存$/);
  await field(page, 'theirs').fill('10');
  await expect(line(page)).toHaveText('有未保存的内容');
  await expect.poll(() => stored(sql, 'theirs')).toBe('10');
  await expect(page.locator('input[data-column="typed"]')).toHaveCount(2);
});

test('the columns stay where they are while hints come and go, and an explanation counts', async ({
  page,
  context,
  product,
  sql,
}) => {
  await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
      is_active, created_by, created_at)
    values (${one.indicators.ours}, '2020-01-01', 'range', 'query', ${JSON.stringify([one.indicators.ours])}::jsonb,
      '{"max":"100"}', '', '', true, 'check', now())`;
  await openForm(page, context, product);
  const at = async () => (await field(page, 'theirs').boundingBox())?.x;
  const before = await at();
  await field(page).fill('500');
  await field(page).blur();
  const explanation = page.locator(`textarea[name="explanation:${keyOf('ours')}"]`);
  await expect(explanation).toBeVisible();
  expect(await at()).toBe(before);
  await expect(page.locator('.entry-foot')).toContainText('已填 1/2');
  const label = page.locator('label', { hasText: '情况说明' }).first();
  await expect(label).toContainText('需说明 0/6 字');
  await explanation.fill('并入一家');
  await expect(label).toContainText('需说明 4/6 字');
  await explanation.fill('并入了一家企业');
  await expect(label).toContainText('已说明');
  await expect(page.locator('#findings-0')).toContainText('已说明');
  await field(page).fill('');
  await field(page).blur();
  expect(await at()).toBe(before);
  await sql`delete from check_rule where code = ${one.indicators.ours}`;
});

test('a click with Ctrl on a link opens a tab and leaves the form', async ({ page, context, product }) => {
  await openForm(page, context, product);
  await field(page).fill('12');
  const opening = context.waitForEvent('page');
  await page
    .getByRole('link', { name: '工作台' })
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await (await opening).waitForURL(`${product}${paths.workbench}`);
  await expect(field(page)).toHaveValue('12');
});

test('at 400 % zoom the focused field is not hidden', async ({ page, context, product }) => {
  await openForm(page, context, product);
  await page.setViewportSize({ width: 320, height: 256 });
  const hidden = await page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLElement>('main input:not([type="hidden"]), main textarea, main button'),
    ];
    return fields
      .filter((each) => each.getClientRects().length > 0)
      .filter((each) => {
        each.focus();
        const { left, top, width, height } = each.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2);
        return !(at && (each.contains(at) || at.contains(each)));
      })
      .map((each) => each.outerHTML.slice(0, 120));
  });
  expect(hidden).toEqual([]);
});
