import { describe, expect, test } from 'vitest';
import { type CellValue, cellAddress, cellText, columnNumber } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';

describe('a cell as text', () => {
  const cases: [CellValue, string][] = [
    [null, ''],
    ['  南通市 ', '  南通市 '],
    [true, 'TRUE'],
    [0, '0'],
    [-0, '0'],
    [11379.6, '11379.6'],
    [-3.25, '-3.25'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [5e20, '500000000000000000000'],
    [1.5e21, '1500000000000000000000'],
    [123456789012345, '123456789012345'],
    [new Date('2026-09-30T00:00:00Z'), '2026-09-30'],
    [new Date('2026-09-30T08:05:59.9996Z'), '2026-09-30 08:06:00'],
    [new Date('1899-12-31T17:30:00Z'), '17:30:00'],
    [new Date(Number.NaN), '#NUM!'],
    [new Date(Date.UTC(20000, 0, 1)), '#NUM!'],
    ['#DIV/0!', '#DIV/0!'],
  ];
  test.each(cases)('%s is %s', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

test('addresses of cells convert both ways', () => {
  for (const [column, letters] of [
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [200, 'GR'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ] as const) {
    expect(cellAddress(7, column)).toBe(`${letters}7`);
    expect(columnNumber(letters)).toBe(column);
  }
});

test('typed text is compared in one normal form', () => {
  expect(plainText(' ＋８６　138\u200b\t0013\n')).toBe('+86 138 0013');
  expect(plainText('\ufeff海安市（县级）')).toBe('海安市(县级)');
});
