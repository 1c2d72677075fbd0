import { deskRows } from '@/e2e/desk-rows';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

/** The number of sheets on which a page is printed. */
const sheetsOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

const paper = { preferCSSPageSize: true } as const;

test('the overview is printed on four sheets at most', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('[data-chart=drawn]').first()).toBeVisible();
  expect(sheetsOf(await page.pdf(paper))).toBeLessThanOrEqual(4);
});

test('an indicator is printed on four sheets at most, whether its charts were drawn or not', async ({ page }) => {
  await page.goto('/catalogue/indicators/GDP');
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(sheetsOf(await page.pdf(paper))).toBeLessThanOrEqual(4);
  for (const id of ['bars', 'trend', 'bump']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id} [data-chart=drawn]`)).toBeVisible();
  }
  expect(sheetsOf(await page.pdf(paper))).toBeLessThanOrEqual(4);
});

test('a ranking of a dozen units is printed with its heading and notes on one sheet', async ({ page, appearance }) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    await appearance({ locale });
    await page.goto('/assessment/rankings?scheme=EXAMPLE-ECONOMY&period=2022');
    await expect(page.getByRole('row')).toHaveCount(14);
    expect(sheetsOf(await page.pdf(paper)), locale).toBe(1);
  }
  await page.goto('/assessment/rankings?scheme=DEMO-ZONES');
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(sheetsOf(await page.pdf(paper))).toBe(1);
});

test('a chart is printed no larger than it was drawn, and marks of sorting are not printed', async ({ page }) => {
  await page.goto('/catalogue/indicators/GDP');
  await page.locator('#bars').scrollIntoViewIfNeeded();
  const drawing = page.locator('#bars [data-chart=drawn] svg').first();
  await expect(drawing).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const stretched = () =>
    drawing.evaluate((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')));
  expect(await stretched()).toBeLessThan(1.01);
  const marks = page.locator('thead a').first();
  expect(await marks.evaluate((link) => getComputedStyle(link, '::after').content)).toBe('none');
});

test('nothing moves when the charts of a page are drawn', async ({ page, faults }) => {
  // A browser with a Chinese font of its own loads none; here the page keeps the one that it began with.
  await page.route('**/*.woff2', (route) => route.abort());
  await page.addInitScript(() => {
    const watched = window as unknown as { moved: number };
    watched.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/catalogue/indicators/GDP', '/catalogue/units/320600']) {
    await page.goto(path);
    await expect(page.locator('[data-chart]').first()).toBeVisible();
    await page.locator('[data-chart]').first().scrollIntoViewIfNeeded();
    await expect(page.locator('[data-chart=drawn]').first()).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.02);
  }
  faults.splice(0);
});

test('pages of figures fit on paper, with room for signatures, the day and the address', async ({
  page,
  context,
  product,
  sql,
}) => {
  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
  const row = await deskRows(sql);
  // The room between the margins of a landscape A4 sheet.
  await page.setViewportSize({ width: 1032, height: 700 });
  await page.emulateMedia({ media: 'print' });
  for (const path of [
    '/assessment/rankings?scheme=EXAMPLE-ECONOMY&period=2022',
    '/assessment/rankings/heat?scheme=EXAMPLE-ECONOMY&period=2022',
    '/assessment/rankings/places?scheme=DEMO-ZONES',
    `/assessment/explanation/${row?.run}/DEMO-ZONE3`,
    '/catalogue/indicators/GDP',
    '/catalogue/units/320671',
    '/dashboards/compare',
    `/dashboards/boards/${row?.board}`,
    '/monitoring/lamps?group=DEMO_COUNTIES',
    '/monitoring/targets?year=2025&group=DEMO_ZONES',
    '/monitoring/responsibilities?year=2025&group=DEMO_ZONES',
    '/monitoring/follow-ups',
    `/monitoring/reports/${row?.told}`,
    '/workbench',
  ]) {
    await page.goto(path);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const foot = page.locator('.printed-foot');
    await expect(foot, path).toContainText(/制表：审核：打印：.*· \d{4}-\d\d-\d\d \d\d:\d\d · http/);
    await expect(foot).toContainText(decodeURI(path));
    const wide = await page
      .locator('main, main [role=region], main table')
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40)),
      );
    // The browser makes a comparison of many indicators smaller.
    if (path !== '/dashboards/compare') expect(wide, path).toEqual([]);
  }
  await page.goto('/help');
  await expect(page.locator('.printed-foot')).not.toContainText('制表');
});
