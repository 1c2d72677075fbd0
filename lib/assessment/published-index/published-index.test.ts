import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { fileIdentity, fileRows } from '@/lib/cli/import/csv-file';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { firstOffice, secondOffice } from '@/lib/testing/invented-run';
import { humanDevelopment, informRisk, institutional, printedHdi } from './schemes';

checkSettings();
const { sql, database } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'baton-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;
const read = (file: string): Row[] =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(file, import.meta.url), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
const inform = read('inform-2020.csv');
const hdi = read('hdi-2021.csv');
const isoOf = (row: Row) => row.iso3 ?? '';

const informIndicators = {
  hazard_exposure: 'HAZARD',
  vulnerability: 'VULNERABILITY',
  lack_of_coping_capacity: 'CAPACITY',
  drr: 'DRR',
  governance: 'GOVERNANCE',
};
const hdiIndicators = {
  life_expectancy: 'LIFE',
  expected_schooling: 'SCHOOLING_EXPECTED',
  mean_schooling: 'SCHOOLING_MEAN',
  gni_per_head: 'INCOME',
  hdi: 'HDI',
};

/** The table as the tidy file that the product imports; missing values have no row. */
function tidy(rows: readonly Row[], columns: Readonly<Record<string, string>>, period: string, source: string): string {
  const lines = rows.flatMap((row) =>
    Object.entries(columns).flatMap(([column, indicator]) =>
      row[column] ? [`${indicator},${row.iso3},${period},${row[column]},exact,,final,,,${source},${column},,`] : [],
    ),
  );
  return `${[figureColumns.join(','), ...lines].join('\n')}\n`;
}

async function importTable(text: string) {
  const path = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.csv`);
  writeFileSync(path, text);
  const { id, encoding } = await fileIdentity(path);
  const rows = fileRows(path, encoding, figureColumns);
  const input = { id, fileName: 'index.csv', reason: '导入公开的指数', rows, tell: () => {} };
  return perform(importFigures, systemPrincipal('import'), input, { now: new Date(), database });
}

const codes = [...Object.values(informIndicators), ...Object.values(hdiIndicators)];
await sql`insert into topic (code, name_zh, name_en, sort_order) values ('INDEX', '指数', 'Index', 1)`;
await sql`insert into indicator ${sql(
  codes.map((code, at) => ({
    ...{ code, topic_code: 'INDEX', name_zh: code, name_en: code, initials: '', unit_zh: '分', unit_en: 'points' },
    ...{ decimals: 1, measure: 'amount', direction: 'higher', basis: 'current', frequency: 'yearly' },
    ...{ responsible_zh: '', responsible_en: '', sort_order: at },
  })),
)}`;
await sql`insert into source ${sql(
  ['INFORM', 'UNDP'].map((code, at) => ({
    ...{ code, title: code, publisher: code, access_note: '', licence: 'CC BY', reliability: 'official' },
    sort_order: at,
  })),
)}`;
await sql`insert into org_unit ${sql(
  [...new Map([...hdi, ...inform].map((row) => [isoOf(row), row.country ?? ''])).entries()].map(([code, name], at) => ({
    ...{ code, kind: 'country', name_zh: name, name_en: name, initials: '', sort_order: at },
  })),
)}`;

/** The imported figures as inputs of the engine. */
async function inputs(period: string, rows: readonly Row[]): Promise<Inputs> {
  const figures = await sql`select indicator_code as indicator, org_unit_code as unit, period_code as period,
    value::text as value, qualifier from observation where period_code = ${period}`;
  return {
    period,
    deadlinePassed: true,
    units: rows.map((row, order) => ({ code: isoOf(row), nameZh: isoOf(row), nameEn: isoOf(row), order })),
    figures: figures.map(({ indicator, unit, value, qualifier }) => ({ indicator, unit, period, value, qualifier })),
    targets: [],
    entries: [],
  };
}
const scoredUnits = (scheme: Scheme, given: Inputs) =>
  new Map(assess(scheme, given).units.map((unit) => [unit.unit, unit]));

test('both tables are imported whole', async () => {
  expect(await importTable(tidy(inform, informIndicators, '2020', 'INFORM'))).toMatchObject({ kind: 'stored' });
  expect(await importTable(tidy(hdi, hdiIndicators, '2021', 'UNDP'))).toMatchObject({ kind: 'stored' });
  const [counted] = await sql`select count(*)::int as n from observation`;
  expect(counted?.n).toBe(191 * 4 + inform.filter(({ drr }) => drr).length + 191 * 5);
});

test('INFORM 2020: all 191 printed values and all ranks, shared ranks included', async () => {
  const result = scoredUnits(informRisk, await inputs('2020', inform));
  expect(inform.map((row) => [isoOf(row), Number(result.get(isoOf(row))?.shown)])).toEqual(
    inform.map((row) => [isoOf(row), Number(row.inform_risk)]),
  );
  expect(inform.map((row) => [isoOf(row), result.get(isoOf(row))?.rank])).toEqual(
    inform.map((row) => [isoOf(row), Number(row.rank)]),
  );
  expect(new Set(inform.map(({ rank }) => rank)).size).toBeLessThan(100);
});

test('INFORM 2020: the mean of the available components, for all 191', async () => {
  const result = scoredUnits(institutional, await inputs('2020', inform));
  expect(inform.map((row) => [isoOf(row), Number(result.get(isoOf(row))?.shown)])).toEqual(
    inform.map((row) => [isoOf(row), Number(row.institutional)]),
  );
  const missing = inform.filter(({ drr }) => !drr);
  expect(missing.length).toBeGreaterThan(20);
  expect(missing.every((row) => result.get(isoOf(row))?.items[0]?.state === 'missing')).toBe(true);
});

test('HDI 2021: every printed value lies between what its rounded indicators allow', async () => {
  const given = await inputs('2021', hdi);
  /** Each indicator moved by half of its last printed digit. */
  const moveFigures = (way: number) => ({
    ...given,
    figures: given.figures.map((figure) => ({
      ...figure,
      value: `${Number(figure.value) + (way * 0.5) / (figure.indicator === 'INCOME' ? 1 : 10)}`,
    })),
  });
  const [least, printed, most] = [moveFigures(-1), given, moveFigures(1)].map((one) =>
    scoredUnits(humanDevelopment, one),
  );
  let exact = 0;
  for (const row of hdi) {
    const [iso, published] = [isoOf(row), Number(row.hdi)];
    expect(least?.get(iso)?.total ?? 1, iso).toBeLessThan(published + 0.0005);
    expect(most?.get(iso)?.total ?? 0, iso).toBeGreaterThanOrEqual(published - 0.0005);
    if (Number(printed?.get(iso)?.shown) === published) exact += 1;
  }
  expect(exact).toBe(109);
});

test('HDI 2021: all 191 ranks of the printed values, shared ranks included', async () => {
  const result = scoredUnits(printedHdi, await inputs('2021', hdi));
  expect(hdi.map((row) => [isoOf(row), result.get(isoOf(row))?.rank])).toEqual(
    hdi.map((row) => [isoOf(row), Number(row.rank)]),
  );
});

test('INFORM 2020 as a scheme of the product: imported, published by a second person, computed and stored', async () => {
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('COUNTRIES', '各国', 'Countries', '', '', 1)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    select 'COUNTRIES', unnest(${inform.map(isoOf)}::text[]), '2000-01-01'`;
  const at = { now: new Date('2026-01-05T09:00:00+08:00'), database };
  await perform(importScheme, firstOffice, { code: 'INFORM', document: informRisk, note: '' }, at);
  await perform(publishScheme, secondOffice, { code: 'INFORM', version: 1 }, at);
  const asked = { schemeCode: 'INFORM', number: 1, periodCode: '2020', deadlinePassed: true };
  const id = await perform(computeRun, firstOffice, asked, at);
  const stored = await sql`select org_unit_code as unit, shown, rank from run_score where run_id = ${id}`;
  const byUnit = new Map(stored.map(({ unit, shown, rank }) => [unit, [Number(shown), rank]]));
  expect(inform.map((row) => [isoOf(row), byUnit.get(isoOf(row))])).toEqual(
    inform.map((row) => [isoOf(row), [Number(row.inform_risk), Number(row.rank)]]),
  );
});
