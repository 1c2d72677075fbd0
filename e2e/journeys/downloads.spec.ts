import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { citiesByProduct } from '@/e2e/cities';
import { expect, test } from '@/e2e/fixtures';

const ranking = '/catalogue/indicators/GDP?period=2022&group=JS_CITIES';

async function downloadFile(page: Page, link: RegExp): Promise<Buffer> {
  await page.goto(ranking);
  const arrival = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const file = await arrival;
  expect(file.suggestedFilename()).toContain('地区生产总值');
  return readFileSync(await file.path());
}

type Cell = string | number | boolean | Date | null | undefined;

/** Place, unit and value of each row under the headings of a sheet. */
function rankedRows(rows: readonly (readonly Cell[])[]): { place: number; name: string; value: number }[] {
  const heading = rows.findIndex((row) => row.includes('位次') && row.includes('单位'));
  const columns = rows[heading]?.map(String) ?? [];
  const [place, name, value] = [columns.indexOf('位次'), columns.indexOf('单位'), columns.indexOf('数值（亿元）')];
  return rows
    .slice(heading + 1)
    .filter((row) => Number(row[place]) > 0)
    .map((row) => ({ place: Number(row[place]), name: String(row[name]), value: Number(row[value]) }));
}

for (const [format, link, sheetOf] of [
  ['CSV', /^下载 CSV/, async (file: Buffer) => Papa.parse<string[]>(file.toString('utf8').replace('\uFEFF', '')).data],
  ['Excel', /Excel/, async (file: Buffer) => (await readXlsx(file)).sheets[0]?.rows ?? []],
] as const) {
  test(`the ${format} file has the ranking of the page`, async ({ page, sql }) => {
    const cities = await citiesByProduct(sql);
    const rows = rankedRows(await sheetOf(await downloadFile(page, link)));
    expect(rows).toEqual(cities.map(({ name, value }, at) => ({ place: at + 1, name, value: Number(value) })));
  });
}

test('a chart is saved as a picture and its table as CSV', async ({ page }) => {
  await page.goto(ranking);
  const chart = page.locator('figure', { has: page.locator('[data-chart]') }).first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('[data-chart="drawn"]')).toBeVisible();
  for (const [name, begins] of [
    ['下载图片（PNG）', '\x89PNG'],
    ['下载数据（CSV）', 'ï»¿'],
  ] as const) {
    await chart.getByLabel(/^下载与复制/).click();
    const arrival = page.waitForEvent('download');
    await chart.getByRole('button', { name }).click();
    const bytes = readFileSync(await (await arrival).path());
    expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins);
    expect(bytes.length).toBeGreaterThan(200);
  }
});

test('an invalid download is refused in words', async ({ request }) => {
  expect((await request.get('/api/downloads/indicator/GDP?format=exe')).status()).toBe(400);
  expect((await request.get('/api/downloads/indicator/no-such-indicator?format=csv')).status()).toBe(404);
});

test('all figures of an indicator are downloaded as an importable file', async ({ page, sql }) => {
  await page.goto('/catalogue/indicators/GDP');
  const arrival = page.waitForEvent('download');
  await page.getByRole('link', { name: /^全部数据（CSV/ }).click();
  const file = await arrival;
  const text = readFileSync(await file.path(), 'utf8');
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(meta.fields?.slice(0, 4)).toEqual(['indicator', 'unit', 'period', 'value']);
  const [stored] = await sql`select count(*)::int as n from observation where indicator_code = 'GDP'`;
  expect(data).toHaveLength(stored?.n);
  expect((await page.request.get('/api/downloads/figures?indicator=no-such')).status()).toBe(404);
});
