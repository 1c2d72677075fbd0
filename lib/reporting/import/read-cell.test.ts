import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { imports } from '@/lib/i18n/zh-CN/imports';
import { asked, figure, head, open, period, read, rowsFound, workbook } from '@/lib/testing/sheets';

describe('cells', () => {
  const style = (numFmt: string) => ({ style: { numFmt } });
  const cases: [
    what: string,
    cell: CellValue,
    more: object,
    code: string,
    typed: string,
    finding: string | null,
    kind: string,
  ][] = [
    ['a number', 12.5, {}, 'A', '12.5', null, 'added'],
    ['a sum of tenths', 0.1 + 0.2, {}, 'A', '0.3', null, 'added'],
    ['a number as text', '12.5', {}, 'A', '12.5', 'numberAsText', 'added'],
    ['full-width digits', '１２．５', {}, 'A', '１２．５', 'numberAsText', 'added'],
    ['a scale', '1.2万亿', {}, 'A', '1.2万亿', 'converted', 'added'],
    ['a formula', 7, { formula: '3+4' }, 'A', '7', 'formula', 'added'],
    ['a formula without a result', null, { formula: '3+4' }, 'A', '', 'formulaEmpty', 'faulty'],
    ['a percentage where the unit is %', 0.053, style('0.0%'), 'R', '5.3', 'percentFormat', 'added'],
    ['a percentage elsewhere', 0.053, style('0.0%'), 'A', '0.053', 'percentNotHere', 'faulty'],
    ['a date', new Date('2026-09-30T00:00:00Z'), style('yyyy-mm-dd'), 'A', '2026-09-30', 'date', 'faulty'],
    ['a yes or no', true, {}, 'A', 'TRUE', 'boolean', 'faulty'],
    ['another unit', '12吨', {}, 'A', '12吨', 'unreadable', 'faulty'],
    ['an absence', '未报', {}, 'A', '未报', null, 'added'],
    ['nothing', null, {}, 'A', '', null, 'unchanged'],
    ['zero', 0, {}, 'A', '0', null, 'added'],
  ];
  test.each(cases)('%s', async (_what, cell, more, code, typed, key, kind) => {
    const cells = new Map([['1,2', { ...more, value: cell, ...('formula' in more ? { formulaResult: cell } : {}) }]]);
    const [row] = await rowsFound([[code, period, cell, '', '']], { cells });
    expect([row?.typed, row?.kind, row?.findings[0]?.key ?? null]).toEqual([typed, kind, key]);
    if (key) {
      expect(row?.findings[0]?.address).toBe('C2');
      expect(Object.keys(imports.findings)).toContain(key);
    }
  });

  test('an error of the sheet is reported with its cell', async () => {
    const cells = new Map([['1,2', { value: '#DIV/0!', type: 'error' as const }]]);
    const [row] = await rowsFound([['A', period, '#DIV/0!']], { cells });
    expect(row).toMatchObject({
      kind: 'faulty',
      findings: [{ key: 'error', address: 'C2', details: { text: '#DIV/0!' } }],
    });
  });

  test('a qualifying word has a column of its own', async () => {
    const [about, over] = await rowsFound([
      ['A', period, 2600, '约'],
      ['B', period, 2600, '多'],
    ]);
    expect(about).toMatchObject({ typed: '约2600', value: '2600', qualifier: 'about' });
    expect(over).toMatchObject({ typed: '2600多', value: '2600', qualifier: 'at_least' });
  });

  test('foreign, unknown or repeated rows are reported by their cells', async () => {
    const rows = await rowsFound([
      ['A', period, 1],
      ['A', period, 2],
      ['X', period, 3],
      ['B', '2026-M09', 4],
      ['填表人：', '', ''],
    ]);
    expect(rows.map(({ findings }) => findings.map(({ key, address }) => `${key} ${address}`))).toEqual([
      [],
      ['twice C3'],
      ['unknownIndicator A4'],
      ['unknownPeriod B5'],
    ]);
    const [misspelt] = await rowsFound([['演示指标a1', period, 3]]);
    expect(misspelt?.findings[0]?.details).toMatchObject({
      ...{ text: '演示指标a1', ownZh: '演示指标A、演示指标B、演示指标R' },
      ownEn: 'Demonstration A, Demonstration B, Demonstration R',
    });
  });

  test('a figure in review or approved is refused only where it would change', async () => {
    const old = {
      typed: '12.50',
      typedYoy: '',
      note: '',
      sourceText: '',
      explanation: '',
      value: '12.50',
      decimals: 2,
      qualifier: 'exact',
      qualifierPrinted: '',
      absence: 'none',
      reportedYoy: null,
    } as const;
    const locked = { ...figure('A'), old, version: 3, isWritable: false, isLocked: true };
    const against = { ...asked, returns: [{ ...open, figures: [locked] }] };
    const kinds = async (value: number) =>
      (await read(await workbook([head, ['A', period, value]]), '表.xlsx', against)).rows.map(({ kind, findings }) => [
        kind,
        findings[0]?.key,
      ]);
    expect(await kinds(12.5)).toEqual([['unchanged', undefined]]);
    expect(await kinds(13)).toEqual([['faulty', 'locked']]);
  });

  test('control characters and unpaired surrogates never reach the database', async () => {
    const [row] = await rowsFound([['A', period, 1, '', '', 'a_x0000_b\u0001c']]);
    expect(row?.note).toBe('a b c');
  });
});

describe('the column of qualifying words', () => {
  test.each<[word: CellValue, value: string | null, qualifier: string]>([
    ['-', '12', 'exact'],
    ['—', '12', 'exact'],
    ['/', '12', 'exact'],
    ['+', '12', 'at_least'],
    ['≥', '12', 'at_least'],
    [5, null, 'exact'],
    ['.', null, 'exact'],
    ['±', null, 'exact'],
    ['约5', null, 'exact'],
  ])('%s never becomes a part of the number', async (word, value, qualifier) => {
    const [row] = await rowsFound([['A', period, 12, word, '']]);
    expect(row?.kind).toBe(value === null ? 'faulty' : 'added');
    if (value !== null) expect([row?.value, row?.qualifier]).toEqual([value, qualifier]);
  });
});
