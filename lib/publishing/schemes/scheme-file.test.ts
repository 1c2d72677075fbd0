import { describe, expect, test } from 'vitest';
import { formOf, methodKinds } from '@/lib/assessment/methods/rooms';
import { blankTransforms } from '@/lib/assessment/schemes/methods/transform-fields';
import { readScheme } from '@/lib/assessment/schemes/read-scheme';
import { transformKinds } from '@/lib/assessment/words';
import { locales } from '@/lib/i18n/words';
import { schemeOfRows } from '@/lib/publishing/schemes/scheme-of-rows';
import { schemeSheet } from '@/lib/publishing/schemes/scheme-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { readUpload } from '@/lib/reporting/upload/read-upload';

const named = { nameZh: '演示，名称', nameEn: '=Demo, name' };
const read = readScheme({
  format: 1,
  ...named,
  kind: 'comprehensive',
  peerGroup: 'DG',
  note: '第一行\n第二行 "引号"',
  decimals: 3,
  bonusCap: 1.005,
  tieBreakers: ['m0'],
  vetoes: [{ key: 'veto', ...named, article: '第九条', effect: { kind: 'gradeDown', steps: 1 } }],
  grades: {
    by: 'quota',
    rounding: 'halfUp',
    line: 'above',
    grades: [
      { key: 'a', ...named, percent: 33.3, count: null },
      { key: 'b', ...named, percent: null, count: null },
    ],
  },
  apart: ['JIA'],
  promotions: [{ unit: 'YI', grade: 'a', article: '', usesQuota: false }],
  root: {
    kind: 'block',
    key: 'total',
    ...named,
    weight: 100,
    aggregation: 'arithmetic',
    parts: [
      {
        kind: 'block',
        key: 'inner',
        ...named,
        weight: 0.1 + 0.2,
        full: 100,
        aggregation: 'sum',
        renormalise: false,
        article: '第一章',
        parts: methodKinds.map((kind, at) => ({
          kind: 'item',
          key: `m${at}`,
          ...named,
          weight: 12345.678,
          indicator: at % 2 === 0 ? 'GDP' : null,
          direction: at % 2 === 0 ? 'lower' : null,
          method: { kind, ...formOf({ kind }).blank },
        })),
      },
      {
        kind: 'item',
        key: 'last',
        ...named,
        weight: 1e-7,
        indicator: 'GDP',
        direction: 'range',
        transforms: transformKinds
          .slice(0, 6)
          .map((kind) => ({ kind, ...blankTransforms[kind], ...(kind === 'ratio' && { indicator: 'GDP' }) })),
        method: { kind: 'expert' },
        missing: 'zero',
        adjustmentCap: 2,
      },
    ],
  },
});
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const { scheme } = read;
const sheetIn = (locale: (typeof locales)[number]) =>
  schemeSheet({
    scheme,
    code: 'demo',
    number: 1,
    exportedAt: '2026-11-25 12:00',
    indicatorName: (code) => code,
    locale,
  });

describe('a scheme that is exported and imported again is the same document', () => {
  test.each(locales)('as a workbook in %s', async (locale) => {
    const bytes = await workbookOf(sheetIn(locale));
    const { rows } = await readUpload(bytes, 'scheme.xlsx');
    expect(readScheme(schemeOfRows(rows))).toEqual({ ok: true, scheme });
  });

  test('as JSON', () => {
    expect(readScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ ok: true, scheme });
  });
});

describe('a changed sheet', () => {
  const { columns, rows: cells } = sheetIn('zh-CN');
  const rows = [
    [...columns],
    ...cells.map((row) => row.map((cell) => (cell === null ? '' : 'text' in cell ? cell.text : cell.number))),
  ];
  const changeCell = (at: number, column: number, value: string) =>
    rows.map((row, nth) => (nth === at ? row.map((cell, of) => (of === column ? value : cell)) : row));
  const rootAt = rows.findIndex(([kind]) => kind === '板块');

  test('names the field whose number is invalid', () => {
    expect(readScheme(schemeOfRows(changeCell(rootAt, 5, '一百')))).toMatchObject({
      ok: false,
      faults: [{ key: 'number', path: 'root.weight' }],
    });
  });

  test.each([
    ['parameters that are no JSON', changeCell(rootAt + 2, 10, '{')],
    ['a block that is not there', changeCell(rootAt + 1, 1, 'nowhere')],
    ['another head', [['甲', '乙']]],
  ])('is refused for %s', (_name, sheet) => {
    expect(() => schemeOfRows(sheet)).toThrow(/schemes\.refused/);
  });
});
