import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { writtenLine } from '@/lib/catalogue/workbook/written-outcome';
import { checkSettings } from '@/lib/testing/accounts';
import {
  faultsOf,
  fileOf,
  given,
  indicatorHeads,
  indicatorRow,
  inventedCatalogue,
  tablesNow,
  written,
} from '@/lib/testing/catalogue-file';

checkSettings();
const { sql } = await testDatabase();

beforeAll(async () => {
  await written(await inventedCatalogue());
});

/** What a preview tells of each change, in words. */
async function told(file: Uint8Array): Promise<string[]> {
  const outcome = await given(file);
  if (outcome.kind === 'faults') return outcome.faults.map(({ address, key }) => `${address} ${key}`);
  return outcome.lines.map((line) => writtenLine(line, outcome.names, 'zh-CN').filter(Boolean).join(' | '));
}

describe('a target is the number that its cell shows', () => {
  const target = (value: CellValue, numFmt?: string) => {
    const style: Partial<Cell> = numFmt ? { style: { numFmt } } : {};
    const rows = [
      ['指标', '单位', '年份', '基本目标'],
      ['OUT', 'BJD', 2026, value],
    ];
    return writeXlsx({ sheets: [{ name: '目标', rows, cells: new Map([['1,3', style]]) }] });
  };

  test.each<[string, CellValue, string | undefined, string]>([
    ['a unit in its format', 12, '0"万元"', '0.0012 亿元'],
    ['a typed unit', '5亿', undefined, '5 亿元'],
    ['another typed unit', '5000000000元', undefined, '50 亿元'],
    ['two shown decimals', 12.5, '0.00', '12.5 亿元'],
  ])('with %s', async (_, value, format, stored) => {
    const [line = ''] = await told(await target(value, format));
    expect(line).toContain(`基本目标：${stored}`);
  });

  test.each<[string, CellValue, string]>([
    ['in thousands without a word', 123456, '0.0,'],
    ['as a percentage', 0.12, '0%'],
  ])('and refused where it shows %s', async (_, value, format) => {
    const [fault = ''] = await told(await target(value, format));
    expect(fault).toMatch(/^D2 workbook\.faults\.(shownDiffers|amount)$/);
  });

  test('and stored so', async () => {
    await written(await target(12, '0"万元"'));
    expect((await tablesNow()).targets.find(({ unit }) => unit === 'BJD')).toMatchObject({ base: '0.0012' });
    expect(await told(await target(13, '0"万元"'))).toEqual([
      '目标!D2 | 更改 | 演示产值 · 丙街道 · 2026 | 基本目标 | 0.0012 亿元 | 0.0013 亿元',
    ]);
  });
});

test('a target of a count is refused below zero and in parts, by its cell', async () => {
  const file = await fileOf({
    indicators: [[...indicatorHeads], [...indicatorRow('FIRMS', '演示企业数', '家').with(4, 0)]],
    definitions: [
      ['指标', '起始日期', '定义'],
      ['FIRMS', '2020-01-01', '年末企业数'],
    ],
    targets: [
      ['指标', '单位', '年份', '基本目标', '奋斗目标'],
      ['FIRMS', 'YI', 2026, -5, 10.5],
    ],
  });
  expect(await faultsOf(file)).toEqual(['目标!D2 countBelowZero', '目标!E2 countBroken']);
});

test('a merged area over rows is refused by its cell, and a created row tells its values', async () => {
  const rows = [
    ['代码', '名称', '类别', '上级', '起始日期'],
    ['X1', '子街道', '街道', 'ZONE', '2026-01-01'],
    ['X2', '丑街道', '街道', '', ''],
  ];
  const merges = [3, 4].map((startCol) => ({ startRow: 1, startCol, endRow: 2, endCol: startCol }));
  expect(await faultsOf(await writeXlsx({ sheets: [{ name: '单位', rows, merges }] }))).toEqual([
    '单位!D2 merged',
    '单位!E2 merged',
  ]);
  const titled = [['单位目录'], ...rows];
  const title = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }];
  expect(await told(await writeXlsx({ sheets: [{ name: '单位', rows: titled, merges: title }] }))).toEqual([
    '单位!A3 | 新增 | 子街道 | 代码：X1；类别：街道；上级：演示新区；起始日期：2026-01-01',
    '单位!A4 | 新增 | 丑街道 | 代码：X2；类别：街道',
  ]);
});

test('a new row with the name of an ended unit says so, instead of changing nothing', async () => {
  await sql`update org_unit set valid_to = '2026-01-31' where code = 'BJD'`;
  const heads = ['名称', '类别', '上级'];
  const again = (more: string[] = [], values: string[] = []) =>
    fileOf({
      units: [
        [...heads, ...more],
        ['丙街道', '街道', 'ZONE', ...values],
      ],
    });
  expect(await faultsOf(await again())).toEqual(['单位!A2 endedNamed']);
  expect(await faultsOf(await again(['代码'], ['BJD2']))).toEqual([]);
  expect(await faultsOf(await again(['截止日期'], ['2026-01-31']))).toEqual([]);
  await sql`update org_unit set valid_to = null where code = 'BJD'`;
});

test('of a new indicator with a faulty definition only the cause is told', async () => {
  const file = await fileOf({
    indicators: [
      [...indicatorHeads, '计算公式'],
      [...indicatorRow('NEW', '新指标'), 'OUT * 2'],
    ],
    definitions: [
      ['指标', '起始日期', '定义'],
      ['NEW', '某日', '定义'],
    ],
  });
  expect(await faultsOf(file)).toEqual(['定义!B2 day']);
});

test('heads and sheets by the names that earlier workbooks gave them are read', async () => {
  for (const heads of [
    ['计算方法', '英文计算方法'],
    ['算法', '英文算法'],
    ['Method', 'English method'],
  ]) {
    const rows = [
      ['指标', '起始日期', '定义', ...heads],
      ['OUT', '2030-01-01', '一年的产值', '各企业产值相加', 'Sum of all firms'],
    ];
    const outcome = await given(await writeXlsx({ sheets: [{ name: '定义', rows }] }), { reason: '统计制度修订' });
    expect(outcome).toMatchObject({
      lines: [{ values: { formulaZh: '各企业产值相加', formulaEn: 'Sum of all firms' } }],
      notices: expect.not.arrayContaining([expect.objectContaining({ kind: 'unknownColumn' })]),
    });
  }
  const groups = [
    ['Code', 'Name'],
    ['JD', '演示各街道'],
  ];
  const members = [
    ['Sequence', 'Unit', 'First day'],
    ['JD', 'YI', '2026-11-25'],
  ];
  const file = await writeXlsx({
    sheets: [
      { name: 'Sequences', rows: groups },
      { name: 'Members', rows: members },
    ],
  });
  expect(await told(file)).toEqual(['序列!B2 | 更改 | 演示街道 | 名称 | 演示街道 | 演示各街道']);
});
