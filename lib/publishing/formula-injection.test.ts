import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText, listText } from '@/lib/publishing/csv/csv-text';
import type { FormSheet, Sheet, SheetCell } from '@/lib/publishing/words';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

const commands = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '=HYPERLINK("http://x","y")',
  '=WEBSERVICE("http://x")',
  '=IMPORTXML("http://x","//a")',
  '=DDE("cmd";"/C calc";"__")',
  '+1+1',
  '+cmd|"/C calc"!A0',
  '-1+1',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1+1)',
  '@A1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '=A1&"x"',
  '={1,2}',
  "=+'x'!A1",
  '--1',
];
const openings = ['', ' ', '\t', '\r', '\n', '\u00a0', '\u3000', "'", "''", '"'];
/** Twenty formulas, and forty more behind characters that a program may skip. */
const payloads = [
  ...commands,
  ...openings.slice(1, 9).flatMap((opening) => commands.slice(0, 5).map((command) => `${opening}${command}`)),
];

const cells = (payload: string): SheetCell[] => [{ text: payload }, { number: '-12.50', decimals: 2 }];
const sheet: Sheet = {
  name: '表',
  title: '=1+1',
  about: [['@label', '=about']],
  columns: ['=column', '数'],
  rows: payloads.map(cells),
  notes: ['=note'],
};
const form: FormSheet = {
  ...sheet,
  columns: sheet.columns.map((label) => ({ label, width: 10, isInput: true })),
  inputFormats: [],
  valueColumn: 1,
  growthColumn: 1,
  corner: [],
  choices: { column: 0, words: ['约'] },
  guide: { name: '说明', lines: [{ kind: 'text', cells: ['=guide'] }] },
  identity: [['template', '=1']],
};

test('sixty texts that open like a formula', () => {
  expect(new Set(payloads).size).toBe(60);
});

test.each([
  ['a table', () => workbookOf(sheet)],
  ['a form', () => formWorkbook(form)],
])('%s as a workbook contains no formula, unchanged texts, and negative numbers', async (_what, make) => {
  const { sheets } = await readXlsx(await make(), { readStyles: true });
  const formulas = sheets.flatMap(({ cells }) =>
    [...(cells ?? new Map()).values()].filter(({ formula }) => formula !== undefined),
  );
  expect(formulas).toEqual([]);
  const rows = sheets[0]?.rows ?? [];
  const texts = rows.map(([first]) => first);
  expect(payloads.filter((payload) => !texts.includes(payload))).toEqual([]);
  expect(rows.filter(([, second]) => second === -12.5)).toHaveLength(60);
});

const opensFormula = /^\s*[=+\-@＝＋－＠]/;

test.each([
  ['a table', () => csvText(sheet)],
  ['a list', () => listText([[{ text: '=column' }, { text: '数' }], ...sheet.rows])],
])('%s as text contains no cell that opens like a formula except numbers', (_what, make) => {
  const { data } = Papa.parse<string[]>(make().replace(/^\uFEFF/, ''));
  expect(data.flat().filter((cell) => opensFormula.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))).toEqual([]);
  expect(data.filter(([, number]) => number === '-12.50')).toHaveLength(60);
});
