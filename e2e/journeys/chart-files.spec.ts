import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { citiesByProduct, groupedFigure } from '@/e2e/cities';
import { expect, test } from '@/e2e/fixtures';

const ranking = '/catalogue/indicators/GDP?period=2022&group=JS_CITIES';

async function drawn(page: Page, id: string) {
  const chart = page.locator(`figure#${id}`);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('[data-chart="drawn"]')).toBeVisible();
  return chart;
}

async function savedSvg(page: Page, id: string, words: { menu: RegExp; item: string }) {
  const chart = await drawn(page, id);
  await chart.getByLabel(words.menu).click();
  const arrival = page.waitForEvent('download');
  await chart.getByRole('button', { name: words.item }).click();
  const file = await arrival;
  const source = readFileSync(await file.path(), 'utf8');
  const read = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const textsOf = (of: string) => [...root.querySelectorAll(of)].map((one) => one.textContent ?? '');
    return { tag: root.tagName, texts: textsOf('text'), title: textsOf('title'), desc: textsOf('desc') };
  }, source);
  const onPage = await chart.locator('[data-chart] svg text').allTextContents();
  return { chart, file, source, read, onPage };
}

/** The documents of the cities' product of 2022, as the database has them. */
const citedDocuments = (sql: Parameters<typeof citiesByProduct>[0]) =>
  sql<{ title: string; publisher: string; day: string | null }[]>`
    select distinct s.title, s.publisher, s.published_on::text as day from observation o
    join peer_group_member m on m.org_unit_code = o.org_unit_code and m.peer_group_code = 'JS_CITIES'
    join source s on s.code = o.source_code where o.indicator_code = 'GDP' and o.period_code = '2022'`;

for (const theme of ['light', 'dark'] as const) {
  test(`a chart is saved as an SVG that needs no page, from a ${theme} one`, async ({ page, sql, appearance }) => {
    await appearance({ theme });
    await page.goto(ranking);
    const { chart, file, source, read, onPage } = await savedSvg(page, 'bars', {
      ...{ menu: /^下载与复制/, item: '下载矢量图（SVG）' },
    });
    expect(file.suggestedFilename()).toMatch(/^地区生产总值.*\.svg$/);
    expect(read.tag).toBe('svg');
    expect(read.title.join()).toContain('地区生产总值');
    expect(read.desc.join()).toContain('13');
    const whole = read.texts.join('');
    for (const part of ['title', 'subtitle', 'foot'])
      for (const text of await chart.locator(`[data-part=${part}]`).allTextContents())
        expect(whole.replace(/\s/g, ''), part).toContain(text.replace(/\s/g, ''));
    const [document] = await citedDocuments(sql);
    expect(whole.replace(/\s/g, '')).toContain(document?.title.replace(/\s/g, ''));
    for (const city of await citiesByProduct(sql)) {
      expect(read.texts).toContain(city.name);
      expect(read.texts).toContain(groupedFigure(city));
    }
    expect(read.texts).toEqual(expect.arrayContaining(onPage));
    expect(source).not.toMatch(/var\(|<script|currentcolor|class=|href=|url\((?!#)/i);
    // The paper is white, as that of the PNG.
    expect(source).toMatch(/<rect[^>]*fill="(#fff|#ffffff|white)"/);
  });
}

test('a chart that is read as a table is saved as the same drawing', async ({ page }) => {
  await page.goto(ranking);
  const chart = await drawn(page, 'bars');
  const save = async () => {
    await chart.getByLabel(/^下载与复制/).click();
    const arrival = page.waitForEvent('download');
    await chart.getByRole('button', { name: '下载矢量图（SVG）' }).click();
    return readFileSync(await (await arrival).path(), 'utf8');
  };
  const before = await save();
  await chart.getByText('表', { exact: true }).click();
  await expect(chart.getByRole('table')).toBeVisible();
  expect(await save()).toBe(before);
});

test('the lines of an English page leave it with the text of each tick', async ({ page, appearance }) => {
  await appearance({ locale: 'en' });
  await page.goto(ranking);
  const { read, onPage, source } = await savedSvg(page, 'trend', {
    ...{ menu: /^Download and copy/, item: 'Download drawing (SVG)' },
  });
  expect(onPage.length).toBeGreaterThan(5);
  expect(read.texts).toEqual(expect.arrayContaining(onPage));
  expect(source).not.toMatch(/var\(/);
});

test('a chart is copied as a picture where the browser can, and the other way is told where it cannot', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ranking);
  const chart = await drawn(page, 'bars');
  await chart.getByLabel(/^下载与复制/).click();
  await chart.getByRole('button', { name: '复制为图片' }).click();
  await expect(chart.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]));
  expect(types).toContain('image/png');

  // A page over plain http has neither.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'ClipboardItem');
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
  });
  await page.goto(ranking);
  await drawn(page, 'bars');
  await chart.getByLabel(/^下载与复制/).click();
  await chart.getByRole('button', { name: '复制为图片' }).click();
  await expect(chart.getByText(/https 地址/)).toContainText('下载图片（PNG）');
});

test('a chart and a figure are cited with their documents, the address and the day', async ({ page, sql }) => {
  await page.goto(ranking);
  const chart = await drawn(page, 'bars');
  await chart.getByLabel(/^下载与复制/).click();
  await chart.getByRole('button', { name: '复制引用' }).click();
  const [{ today } = { today: '' }] = await sql`
    select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`;
  const text = await chart.getByLabel('引用文字').inputValue();
  const documents = await citedDocuments(sql);
  expect(documents.length).toBeGreaterThan(0);
  for (const { title, publisher, day } of documents.slice(0, documents.length > 3 ? 0 : 3)) {
    expect(text).toContain(title);
    expect(text).toContain(publisher);
    if (day) expect(text).toContain(day);
  }
  expect(documents.some(({ title }) => text.includes(title))).toBe(true);
  for (const part of [
    '地区生产总值',
    '2022',
    '亿元',
    '指挥棒',
    '/catalogue/indicators/GDP?period=2022',
    '#bars',
    today,
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/[{}]/);

  const [figure] = await sql`
    select o.value, s.title, s.publisher from observation o join source s on s.code = o.source_code
    where o.indicator_code = 'GDP' and o.org_unit_code = '320600' and o.period_code = '2022'`;
  // Where the browser refuses, the text is there to be taken by hand.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto('/reporting/revisions/GDP/320600/2022');
  await page.getByRole('button', { name: '复制引用' }).click();
  await expect(page.getByText('浏览器不允许复制')).toBeVisible();
  const cited = await page.getByLabel('引用文字').inputValue();
  for (const part of [
    '南通市',
    '地区生产总值',
    '2022',
    '亿元',
    figure?.title,
    figure?.publisher,
    today,
    '/revisions/GDP/',
  ])
    expect(cited).toContain(part);
  expect(cited.replaceAll(',', '')).toContain(`${Number(figure?.value)}`);
});
