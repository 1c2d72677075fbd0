import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, safeCell, tsvOf } from './table-text';

test.each([
  ['=1+1', "'=1+1"],
  ['+SUM(A1)', "'+SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['  =1+1', "'  =1+1"],
  ['\u3000＝1', "'\u3000＝1"],
  ['-', "'-"],
])('%j is no formula', (cell, safe) => {
  expect(safeCell(cell)).toBe(safe);
});

test.each([
  ['-5.3', '-5.3'],
  ['−5.3', '-5.3'],
  ['+5.3', '+5.3'],
  ['11,379.60', '11379.60'],
  ['−1,234,567', '-1234567'],
  ['2022年', '2022年'],
  ['2000 多', '2000 多'],
  ['1,2', '1,2'],
  ['—', '—'],
])('%s is kept as %s', (cell, kept) => {
  expect(safeCell(cell)).toBe(kept);
});

const table = {
  columns: [{ label: '单位' }, { label: '产值, 亿元', numeric: true }],
  rows: [
    ['甲 "区"', '11,379.60'],
    ['乙县\n（新）', '—'],
  ],
};

test('CSV has the byte order mark, quotes cells where needed and ends each line', () => {
  expect(csvOf(table)).toBe('\uFEFF单位,"产值, 亿元"\r\n"甲 ""区""",11379.60\r\n"乙县\n（新）",—\r\n');
});

test('TSV has no tab or line break inside a cell', () => {
  expect(tsvOf(table)).toBe('单位\t产值, 亿元\n甲 "区"\t11379.60\n乙县 （新）\t—');
});

test('whatever a cell holds, no written cell opens a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = safeCell(text);
      expect(!/^[=+\-@\t\r\n＝＋－＠]/.test(written) || /^[+-]?\d+(\.\d+)?$/.test(written)).toBe(true);
    }),
  );
});
