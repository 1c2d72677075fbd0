import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { expect, test } from '@/e2e/fixtures';
import { RunPackage } from '@/lib/assessment/package/package';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';

const ranking = '/assessment/rankings?scheme=DEMO-ZONES';

async function downloadFile(page: Page, path: string, link: string): Promise<{ name: string; bytes: Buffer }> {
  await page.goto(path);
  const arrival = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  const file = await arrival;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

type Cell = string | number | boolean | Date | null | undefined;

/** Rank, unit and total of every row under the headings of a sheet. */
function rankedRows(rows: readonly (readonly Cell[])[]): string[][] {
  const heading = rows.findIndex((row) => row.includes('位次') && row.includes('单位'));
  const columns = rows[heading]?.map(String) ?? [];
  const places = [
    columns.indexOf('位次'),
    columns.indexOf('单位'),
    columns.findIndex((name) => name.startsWith('总分')),
  ];
  return rows
    .slice(heading + 1)
    .filter((row) => Number(row[places[0] ?? 0]) > 0)
    .map((row) => places.map((at) => `${row[at]}`));
}

for (const [format, link, sheetOf] of [
  ['CSV', '下载 CSV', async (file: Buffer) => Papa.parse<string[]>(file.toString('utf8').replace('\uFEFF', '')).data],
  ['Excel', '下载 Excel', async (file: Buffer) => (await readXlsx(file)).sheets[0]?.rows ?? []],
] as const) {
  test(`the ${format} file of a ranking has the stored ranks and totals, and its fingerprint`, async ({
    page,
    sql,
  }) => {
    const { name, bytes } = await downloadFile(page, ranking, link);
    expect(name).toContain('排名');
    const rows = await sheetOf(bytes);
    const stored = await sql`select r.sha256, s.rank, u.name_zh, s.shown::text from run r
      join run_score s on s.run_id = r.id join org_unit u on u.code = s.org_unit_code
      where r.id = (select id from run where scheme_code = 'DEMO-ZONES' and state = 'published'
        order by period_code desc limit 1) and s.rank is not null
      order by s.position`;
    const written = rankedRows(rows).map(([rank, unit, total]) => [Number(rank), unit, Number(total)]);
    expect(written).toEqual(stored.map((row) => [Number(row.rank), row.name_zh, Number(row.shown)]));
    expect(rows.flat()).toContain(stored[0]?.sha256);
    expect(rows.flat().join()).toContain('演示数据');
  });
}

test('a scheme is downloaded as an importable document, and as a sheet of its blocks and items', async ({
  page,
  sql,
}) => {
  const path = '/assessment/schemes/DEMO-ZONES';
  const [stored] = await sql`select document from scheme_version
    where scheme_code = 'DEMO-ZONES' and state = 'published'`;
  const json = await downloadFile(page, path, '导出 JSON');
  expect(json.name).toMatch(/\.json$/);
  expect(Scheme.parse(JSON.parse(json.bytes.toString('utf8')))).toEqual(stored?.document);
  const sheet = await downloadFile(page, path, '导出 Excel');
  expect(sheet.name).toMatch(/\.xlsx$/);
  const cells = (await readXlsx(sheet.bytes)).sheets[0]?.rows.flat() ?? [];
  for (const { nameZh } of stored?.document.root.parts ?? []) expect(cells).toContain(nameZh);
});

test('the inputs of a published run are downloaded with every figure it froze', async ({ page, sql }) => {
  const [run] = await sql`select id, units from run where scheme_code = 'DEMO-ZONES' and state = 'published'
    order by period_code desc limit 1`;
  const answer = await page.request.get(`/api/downloads/run/${run?.id}`);
  const found = RunPackage.parse(await answer.json());
  expect(found.units).toHaveLength(run?.units);
  const figures = await (await page.request.get(`/api/downloads/run/${run?.id}?part=figures`)).text();
  const { data } = Papa.parse(figures.replace('\uFEFF', ''), { header: true, skipEmptyLines: true });
  const [frozen] = await sql`select sum((figures ->> 'count')::int)::int as n from run_score where run_id = ${run?.id}`;
  expect(data).toHaveLength(frozen?.n);
});

test('a file of an unknown assessment is refused in words', async ({ request, sql }) => {
  const [run] = await sql`select id from run where state = 'published' limit 1`;
  for (const [path, status] of [
    ['/api/downloads/ranking?run=no-such-run&format=csv', 404],
    [`/api/downloads/ranking?run=${run?.id}&format=exe`, 400],
    ['/api/downloads/run/no-such-run', 404],
    [`/api/downloads/run/${run?.id}?part=no-such-part`, 404],
    ['/api/downloads/scheme/no-such-scheme?version=1', 404],
    ['/api/downloads/scheme/DEMO-ZONES?version=99', 404],
    ['/api/downloads/scheme/DEMO-SAFETY?version=2', 404],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(await answer.text(), path).toMatch(/没有/);
  }
});
