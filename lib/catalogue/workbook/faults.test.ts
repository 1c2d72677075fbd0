import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import {
  changed,
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
await testDatabase();
const today = '2026-11-25';

beforeAll(async () => {
  await written(await inventedCatalogue());
});

test('of every sheet, with the way out', async () => {
  const file = await fileOf({
    units: [
      ['代码', '名称', '类别', '上级', '行政区划代码', '起始日期', '截止日期'],
      ['WU', '戊街道', '小镇', '演示新去', '12', '2026-02-30', ''],
      ['bad code', '己街道', '街道', 'ZONE', '', '2026-02-01', '2026-01-01'],
      ['A', '甲街道', '街道', 'ZONE', '', '', ''],
      ['YI', '', '街道', 'ZONE', '', '', ''],
    ],
    indicators: [[...indicatorHeads], indicatorRow('LONE', '没有定义的指标'), indicatorRow('OUT2', '演示人口')],
    definitions: [
      ['指标', '起始日期', '定义'],
      ['OUT2', '2020-01-01', '重名的'],
    ],
    members: [
      ['序列', '单位', '起始日期'],
      ['演示街坊', 'YI', 45567],
      ['JD', '甲村', today],
    ],
    targets: [
      ['指标', '单位', '年份', '基本目标'],
      ['OUT', 'YI', 1889, 1],
      ['OUT', 'ZONE', 2026, '约100'],
      ['OUT', 'ZONE', 2026, 1],
    ],
  });
  expect((await faultsOf(file)).toSorted()).toEqual(
    [
      ...['单位!C2 word', '单位!D2 unknown', '单位!E2 input', '单位!F2 day', '单位!A3 input', '单位!G3 beginsAfterEnd'],
      ...['单位!B4 nameTaken', '单位!B5 needed', '指标!A2 noDefinition', '指标!B3 nameTaken'],
      ...[
        '序列成员!A2 unknown',
        '序列成员!C2 day',
        '序列成员!B3 unknown',
        '目标!C2 year',
        '目标!D3 amount',
        '目标!C4 twice',
      ],
    ].toSorted(),
  );
  const outcome = await given(file);
  const unknown = outcome.kind === 'faults' && outcome.faults.find(({ address }) => address === 'D2');
  expect(unknown ? unknown.details.names : '').toMatch(/^演示新区（ZONE）、/);
});

test('a sheet without its heads, one that is there twice, a file of something else', async () => {
  expect(await faultsOf(await fileOf({ units: [['代码', '类别']] }))).toEqual(['单位!A1 noHead']);
  const other = await writeXlsx({ sheets: [{ name: '表', rows: [['名称'], ['x']] }] });
  expect(await faultsOf(other)).toEqual(['! noSheet']);
  const twice = await writeXlsx({ sheets: ['单位', 'Units'].map((name) => ({ name, rows: [['名称']] })) });
  expect(await faultsOf(twice)).toEqual(['Units!A1 sheetTwice']);
  expect(await refusalOf(given(new TextEncoder().encode('名称\n甲'), {}))).toBe('invalid upload.notXlsx');
});

test('formulas, errors and dates in the wrong place are refused; what looks like a formula is a text', async () => {
  const rows: CellValue[][] = [['代码', '文件名称', '发布单位', '可靠程度', '查阅方法']];
  const hostile = ["=cmd|'/c calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '<script>alert(1)</script>'];
  for (const [at, text] of hostile.entries()) rows.push([`H${at}`, text, text, '官方发布', text]);
  await written(await fileOf({ sources: rows }), '');
  const stored = (await tablesNow()).sources.filter(({ code }) => code?.startsWith('H'));
  expect(stored.map(({ title }) => title)).toEqual(hostile);
  // The whole goes out and in again, as text.
  expect(await given(await changed('sources', (row) => row))).toMatchObject({ total: 0 });
  const sheet = {
    name: '来源',
    rows: [
      ['文件名称', '发布单位', '可靠程度', '发布日期'],
      ['x1', new Date('2026-01-01'), '官方发布', null],
    ],
    cells: new Map([['1,0', { formula: 'CONCAT("甲","乙")', value: '甲乙' }]]),
  };
  expect(await faultsOf(await writeXlsx({ sheets: [sheet] }))).toEqual(['来源!A2 formula', '来源!B2 isDate']);
});

test('a hidden sheet is refused, hidden rows and columns are told', async () => {
  const rows = [
    ['代码', '名称', '类别'],
    ['YI', '乙街道', '街道'],
  ];
  const hidden = await writeXlsx({
    sheets: [
      { name: '说明', rows: [] },
      { name: '单位', rows, hidden: true },
    ],
  });
  expect(await faultsOf(hidden)).toEqual(['单位!A1 sheetHidden']);
  const partly = await writeXlsx({
    sheets: [{ name: '单位', rows, rowDefs: new Map([[1, { hidden: true }]]), columns: [{}, {}, { hidden: true }] }],
  });
  const outcome = await given(partly);
  expect(outcome.kind === 'preview' && outcome.notices.slice(0, 2)).toEqual([
    { kind: 'hiddenRows', sheet: '单位', what: '2' },
    { kind: 'hiddenColumns', sheet: '单位', what: 'C' },
  ]);
});

test('a cell far below is refused by its address', async () => {
  const far = await writeXlsx({
    sheets: [{ name: '单位', rows: [['名称']], cells: new Map([['1048575,0', { value: '甲', type: 'string' }]]) }],
  });
  expect(await refusalOf(given(far))).toMatch(/^limit upload\.(farCell|tooManyCells|ratio|bomb)/);
});
