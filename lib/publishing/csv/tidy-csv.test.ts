import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { type ExportChoice, figureStretches } from '@/lib/publishing/csv/queries';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';
import { checkFigures, type FigureRow, figureColumns } from '@/lib/reporting/import/check-figures';
import { csvRows } from '@/lib/reporting/import/csv-rows';
import { guardCell, unguardCell } from '@/lib/reporting/import/guarded-cell';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { checkSettings, fictionalUnits } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('demo', '演示数据', '演示数据', '', '', 'unverified', 1)`;

const row = (more: Partial<FigureRow> = {}): FigureRow => ({
  indicator: 'DEMO',
  unit: 'JIA',
  period: '2022',
  value: '10',
  decimals: 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  vintage: 'final',
  reportedYoy: null,
  periodPrinted: '',
  source: 'demo',
  locator: '表1',
  quote: '',
  note: '演示数据',
  ...more,
});
const printedValue = (more: Partial<FigureRow>) => tidyLine(row(more)).split(',')[3];

test('a number keeps the printed decimals and every significant digit', () => {
  expect(printedValue({ value: '10.5', decimals: 2 })).toBe('10.50');
  expect(printedValue({ value: '10.5000', decimals: 1 })).toBe('10.5');
  expect(printedValue({ value: '-3.20', decimals: 1 })).toBe('-3.2');
  expect(printedValue({ value: '-3.25', decimals: 1 })).toBe('-3.25');
  expect(printedValue({ value: '7', decimals: 0 })).toBe('7');
});

test('no text can be taken for a formula, and a number stays one', () => {
  for (const text of ['=1+1', '@SUM(A1)', '+cmd', '-2+3', '＝1', ' =1', '\t=1', "'=1", "''=1"]) {
    expect(guardCell(text)).toBe(`'${text}`);
  }
  for (const text of ['-5', '+5.2', '5', '甲', "it's", "'甲", '']) expect(guardCell(text)).toBe(text);
});

test('every text is read back unchanged', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', '.', ' ', '甲', ',', '"', '\n') });
  fc.assert(fc.property(text, (one) => unguardCell(guardCell(one)) === one));
  fc.assert(
    fc.property(
      text.map((one) => one.trim()).filter((one) => one !== ''),
      (one) => {
        const known = {
          indicators: new Set(['DEMO']),
          units: new Set(['JIA']),
          sources: new Set(['demo']),
          peerGroups: new Set<string>(),
        };
        const { rows } = checkFigures('demo.csv', tidyHead + tidyLine(row({ note: one, quote: one })), known);
        expect(rows).toEqual([row({ note: one, quote: one })]);
      },
    ),
  );
});

async function exportText(choice: ExportChoice = {}, principal = systemPrincipal('export')): Promise<string> {
  let text = tidyHead;
  for await (const stretch of figureStretches(principal, choice)) text += stretch.map(tidyLine).join('');
  return text;
}

async function importText(text: string, now: Date) {
  const { rows, findings } = csvRows('figures.csv', text, figureColumns);
  expect(findings).toEqual([]);
  async function* each() {
    yield* rows;
  }
  const id = createHash('sha256').update(text).digest('hex');
  const input = { id, fileName: 'figures.csv', reason: '再次导入', rows: each(), tell: () => {} };
  return perform(importFigures, systemPrincipal('import'), input, { now, database });
}

const notes = [
  '=1+1',
  '-2+3',
  "'=A1",
  '@引用',
  '+增',
  '演示，数据',
  '"引"',
  '第一行\n第二行',
  '两行\r\n，“引”',
  '-5',
  '演示数据',
];
const qualifiers = ['exact', 'at_least', 'about', 'at_most', 'expected'] as const;
const vintages = ['flash', 'preliminary', 'approved', 'final'] as const;

/** Five thousand figures with all known pitfalls of a file. */
const many: FigureRow[] = Array.from({ length: 5000 }, (_, at) => {
  const decimals = at % 4;
  const fraction = decimals === 0 ? '' : `.${'05'.repeat(2).slice(0, decimals)}`;
  const qualifier = qualifiers[at % qualifiers.length] ?? 'exact';
  const month = `${(Math.floor(at / 2) % 12) + 1}`.padStart(2, '0');
  return row({
    unit: at % 2 ? 'YI' : 'JIA',
    period: `${1800 + Math.floor(at / 24)}-M${month}`,
    value: `${at % 3 === 1 ? '-' : ''}${at}${fraction}`,
    decimals,
    qualifier,
    qualifierPrinted: qualifier === 'exact' ? '' : '多',
    vintage: vintages[at % vintages.length] ?? 'final',
    reportedYoy: at % 5 === 0 ? `-${at % 90}.5` : null,
    periodPrinted: at % 7 === 0 ? '-截至目前' : '',
    quote: at % 6 === 0 ? `完成${at}，“同比”,\n"-0.5%"` : '',
    note: notes[at % notes.length] ?? '',
  });
});

test('five thousand figures exported and imported again change nothing', async () => {
  const first = await importText(tidyHead + many.map(tidyLine).join(''), new Date('2026-11-01T00:00:00Z'));
  expect(first).toMatchObject({ kind: 'stored', outcome: { added: 5000, changed: 0, unchanged: 0 } });
  const table = () => sql`select * from observation order by indicator_code, period_code, org_unit_code`;
  const [before, revisions] = [await table(), await sql`select count(*)::int as n from observation_revision`];
  const stored = new Map(before.map((one) => [`${one.org_unit_code} ${one.period_code}`, one]));
  for (const one of many) {
    expect(stored.get(`${one.unit} ${one.period}`)).toMatchObject({
      value: one.value,
      note: one.note,
      quote: one.quote,
    });
  }
  const again = await importText(await exportText(), new Date('2026-11-02T00:00:00Z'));
  expect(again).toMatchObject({ kind: 'stored', outcome: { added: 0, changed: 0, unchanged: 5000 } });
  expect(await sql`select count(*)::int as n from observation_revision`).toEqual(revisions);
  expect([...(await table())]).toEqual([...before]);
}, 60_000);

test('an export contains what was chosen and what may be read', async () => {
  const lines = (text: string) => csvRows('', text, figureColumns).rows;
  expect(lines(await exportText({ unit: 'YI' })).every(({ unit }) => unit === 'YI')).toBe(true);
  expect(lines(await exportText({ indicator: 'DEMO', unit: 'JIA', period: '1800-M01' }))).toHaveLength(1);
  expect(lines(await exportText({ indicator: 'NONE' }))).toHaveLength(0);
  expect(lines(await exportText({}, anonymousPrincipal()))).toHaveLength(5000);
  expect(await exportText({}, anonymousPrincipal({ publicReading: false }))).toBe(tidyHead);
  const cut = [];
  for await (const stretch of figureStretches(anonymousPrincipal(), {}, { most: 2500 })) cut.push(...stretch);
  expect(cut).toHaveLength(2500);
});
