import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { inStretches } from '@/lib/reporting/import/sheet-told';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, figure, head, open, period, read, rowsFound, workbook } from '@/lib/testing/sheets';

type Read = Awaited<ReturnType<typeof read>>;
const told = ({ told: findings }: Read) =>
  findings.map((one) => writtenStaged(one, { indicatorCode: null, periodCode: null }, 'zh-CN'));
const text = (rows: string) => new TextEncoder().encode(rows);

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  const { key, details } = error as Refusal;
  expect(error).toBeInstanceOf(Refusal);
  return translator('zh-CN', 'imports')(key.replace('imports.', '') as 'title', details as never);
}

test('the sheet, its columns and rows are named', async () => {
  const rows = [
    ['标题'],
    ['指标代码', '上期', '报告期代码', '本期数（亿元）'],
    ['A', 3, period, 12],
    ['B', 4, period, 13],
  ];
  expect(told(await read(await workbook(rows)))).toEqual([
    '读取了工作表“表”的第 3—4 行，各列为：A 指标代码、C 报告期代码、D 本期数（亿元）。',
    '没有读取这些列：B 上期。',
  ]);
  const list = await read(text(`指标代码,报告期代码,本期数\nA,${period},12`), '表.csv');
  expect(told(list)).toEqual(['读取了第 2 行，各列为：A 指标代码、B 报告期代码、C 本期数。']);
  expect(inStretches([7, 2, 5, 6, 2])).toBe('2、5—7');
});

test('hidden rows and columns are read and named', async () => {
  const hidden: Partial<WriteSheet> = {
    rowDefs: new Map([
      [1, { hidden: true }],
      [3, { hidden: true }],
    ]),
    columns: [{}, { hidden: true }, {}],
  };
  const found = await read(await workbook([head, ['A', period, 1], ['B', period, 2], ['R', period, 3]], hidden));
  expect(told(found).slice(1)).toEqual([
    '其中第 2、4 行是隐藏的，也已读取。不该导入的请删除后重新上传。',
    '其中 B 报告期代码 列是隐藏的，也已读取。请取消隐藏并核对。',
  ]);
  expect(found.rows.map(({ findings }) => findings.map(({ key }) => key))).toEqual([['hiddenRow'], [], ['hiddenRow']]);
});

test('a table with all of it is read as it looks: frozen, filtered, grouped, merged, beside a very hidden sheet', async () => {
  const rows: CellValue[][] = [
    ...Array.from({ length: 6 }, () => []),
    [null, null, '指标代码', '报告期', '上年同期', '本期数', '同比', '备注'],
    [null, null, 'A', period, 1, 2, 9.9, null],
    [null, null, 'B', period, 3, 4, null, null],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: '底稿', rows: [head, ['A', period, 1]], veryHidden: true },
      {
        name: '表',
        rows,
        merges: [{ startRow: 7, startCol: 5, endRow: 7, endCol: 6 }],
        freezePane: { rows: 7, columns: 3 },
        autoFilter: { range: 'C7:H9' },
        rowDefs: new Map([[8, { hidden: true, outlineLevel: 1 }]]),
        columns: [{}, {}, {}, { hidden: true, outlineLevel: 1 }, { hidden: true, outlineLevel: 1 }, {}],
      },
    ],
  });
  const found = await read(bytes);
  expect(found.rows.map(({ address, value, reportedYoy }) => [address, value, reportedYoy])).toEqual([
    ['F8', '2', null],
    ['F9', '4', null],
  ]);
  expect(told(found)).toEqual([
    '读取了工作表“表”的第 8—9 行，各列为：C 指标代码、D 报告期、F 本期数、G 同比、H 备注。',
    '没有读取这些列：E 上年同期。',
    '其中第 9 行是隐藏的，也已读取。不该导入的请删除后重新上传。',
    '其中 D 报告期 列是隐藏的，也已读取。请取消隐藏并核对。',
    'G8 被合并单元格遮住，其中的内容没有读取。',
  ]);
});

describe('of several sheets', () => {
  const sheets = (value: number): CellValue[][] => [head, ['A', period, value]];
  const two = [
    { name: '上月', rows: sheets(111) },
    { name: '本月', rows: sheets(568) },
  ];

  test('the one looked at last is read, and the other is named', async () => {
    for (const [activeSheet, value, name, other] of [
      [0, '111', '上月', '本月'],
      [1, '568', '本月', '上月'],
    ] as const) {
      const found = await read(await writeXlsx({ sheets: two, activeSheet }));
      expect(found.rows[0]?.value).toBe(value);
      expect(told(found)[0]).toContain(`工作表“${name}”`);
      expect(told(found)[1]).toContain(`没有读取其他工作表：${other}。`);
    }
  });

  test('a hidden one is never read', async () => {
    const found = await read(await writeXlsx({ sheets: [{ name: '底稿', rows: sheets(1), hidden: true }, ...two] }));
    expect(found.rows[0]?.value).toBe('111');
  });
});

describe('of two columns of a kind', () => {
  test.each([
    ['本期数,本期数', 'C1、D1 都是“本期数（Value）”列，无法判断取哪一列。请只保留一列，再上传。'],
    ['本期数（亿元）,数值', 'C1、D1 都是“本期数（Value）”列，无法判断取哪一列。请只保留一列，再上传。'],
  ])('none is taken: %s', async (heads, words) => {
    const list = text(`指标代码,报告期代码,${heads}\nA,${period},111,568`);
    expect(await refusalOf(read(list, '表.csv'))).toBe(words);
  });

  test('a code and a name stand beside each other', async () => {
    const list = text(`指标代码,指标名称,报告期代码,报告期,本期数\nA,演示指标A,${period},2026年10月,12`);
    expect((await read(list, '表.csv')).rows[0]?.value).toBe('12');
  });
});

describe('of headings in two levels', () => {
  const [month, toDate] = [figure('A'), { ...figure('A'), periodCode: '2026-YTD10' }];
  const against = { ...asked, returns: [{ ...open, figures: [month, toDate] }] };
  const merges = [
    { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
    { startRow: 0, startCol: 1, endRow: 1, endCol: 1 },
    { startRow: 0, startCol: 2, endRow: 0, endCol: 3 },
    { startRow: 0, startCol: 4, endRow: 0, endCol: 5 },
  ];
  const sheetOf = (labels: [string, string], row: CellValue[]) =>
    workbook(
      [
        ['指标代码', '报告期', labels[0], null, labels[1], null],
        [null, null, '本期数', '同比', '本期数（万元）', '同比'],
        row,
      ],
      { merges },
    );
  const readIn = async (labels: [string, string], row: CellValue[]) =>
    (await read(await sheetOf(labels, row), '表.xlsx', against)).rows.map(
      ({ address, kind, periodCode, value, reportedYoy }) => [address, kind, periodCode, value, reportedYoy],
    );

  test.each<[string, string]>([
    ['当月', '累计'],
    ['本月完成', '本年累计'],
    ['2026年10月', '2026年1—10月'],
    ['本月', '1—10月'],
    ['本月', '1至10月累计'],
  ])('%s and %s are two periods of a row', async (...labels) => {
    expect(await readIn(labels, ['A', '2026年10月', 158.2, 14.9, 13910200, 7.6])).toEqual([
      ['C3', 'added', '2026-M10', '158.2', '14.9'],
      ['E3', 'added', '2026-YTD10', '1391.02', '7.6'],
    ]);
  });

  test('a figure that is left empty is none, and another month is refused', async () => {
    expect(await readIn(['当月', '累计'], ['A', '2026-M10', null, null, 13910200, 7.6])).toEqual([
      ['E3', 'added', '2026-YTD10', '1391.02', '7.6'],
    ]);
    expect((await readIn(['2026年9月', '累计'], ['A', '2026-M10', 1, 2, 3, 4])).map(([, kind]) => kind)).toEqual([
      'faulty',
      'added',
    ]);
  });

  test('a unit in the upper heading is applied, and one in a title is not', async () => {
    expect(await readIn(['当月（万元）', '累计'], ['A', '2026年10月', 1582000, 14.9, 13910200, 7.6])).toEqual([
      ['C3', 'added', '2026-M10', '158.2', '14.9'],
      ['E3', 'added', '2026-YTD10', '1391.02', '7.6'],
    ]);
    const oneFigure = async (above: CellValue[], period: string) => {
      const rows = [above, ['指标代码', '报告期', '本期数', '同比'], ['A', period, 1582000, 14.9]];
      return (await read(await workbook(rows), '表.xlsx', against)).rows.map((row) => [row.periodCode, row.value]);
    };
    expect(await oneFigure([null, null, '完成情况（万元）'], '2026年10月')).toEqual([['2026-M10', '158.2']]);
    expect(await oneFigure(['完成情况（快报）'], '2026年10月')).toEqual([['2026-M10', '1582000']]);
    expect(await oneFigure([null, null, '1-10月'], '2026年10月')).toEqual([['2026-YTD10', '1582000']]);
    expect(await oneFigure([null, null, '1-9月'], '2026年10月')).toEqual([[null, null]]);
  });

  test('what the heading makes of a period is said', async () => {
    const found = await read(await sheetOf(['当月', '累计'], ['A', '2026年10月', 1, 2, 3, 4]), '表.xlsx', against);
    expect(told(found)).toEqual([
      '读取了工作表“表”的第 3 行，各列为：A 指标代码、B 报告期、C 当月 本期数、D 当月 同比、E 累计 本期数（万元）、F 累计 同比。',
    ]);
    expect(found.rows[1]?.findings[0]).toMatchObject({ key: 'periodRead', details: { read: '2026年1—10月' } });
  });

  test('those that tell no period are refused with their words', async () => {
    expect(await refusalOf(sheetOf(['市区', '郊区'], ['A', '2026-M10', 1, 2, 3, 4]).then((bytes) => read(bytes)))).toBe(
      '表头有两层（市区、郊区），C2、E2 都是“本期数（Value）”列。请每行只写一个报告期的数，再上传。',
    );
  });
});

describe('parts of a text that are no digits', () => {
  const superscript = { vertAlign: 'superscript' as const };
  const strikethrough = { strikethrough: true };
  test.each([
    ['a raised note', [{ text: '1391.02' }, { text: '1', font: superscript }], '1391.02', 'raised'],
    [
      'a lowered note',
      [{ text: '1391.02' }, { text: '1', font: { vertAlign: 'subscript' as const } }],
      '1391.02',
      'raised',
    ],
    [
      'a struck-out number before its correction',
      [{ text: '12.5', font: strikethrough }, { text: '13.5' }],
      '13.5',
      'struck',
    ],
    ['a struck-out number', [{ text: '12.5', font: strikethrough }], null, 'struck'],
  ])('%s is left out with a notice', async (_what, richText, value, key) => {
    const whole = richText.map(({ text: part }) => part).join('');
    const cells = new Map([['1,2', { value: whole, type: 'richText' as const, richText }]]);
    const [row] = await rowsFound([['A', period, whole]], { cells });
    expect(row?.value ?? null).toBe(value);
    expect(row?.findings[0]).toMatchObject({ key, address: 'C2', details: { text: whole, read: value ?? '' } });
  });

  test('a number that is struck out as a whole is no value', async () => {
    const cells = new Map([['1,2', { value: 12.5, style: { font: strikethrough } }]]);
    const [row] = await rowsFound([['A', period, 12.5]], { cells });
    expect(row).toMatchObject({ kind: 'unchanged', value: null, findings: [{ key: 'struck', address: 'C2' }] });
  });
});

describe('a name beside a code', () => {
  const rowsOf = async (names: [string, string], heads: [string, string] = ['指标名称', '报告期']) => {
    const rows = [
      ['指标代码', heads[0], '报告期代码', heads[1], '本期数'],
      ['A', names[0], period, names[1], 120000],
    ];
    return (await read(await workbook(rows))).rows.map(({ kind, value, findings }) => [
      kind,
      value,
      findings[0]?.key ?? null,
    ]);
  };

  test.each<[indicator: string, period: string, found: [string, string | null, string | null]]>([
    ['演示指标A', '2026年10月', ['added', '120000', null]],
    ['某指标', '十月份', ['added', '120000', null]],
    ['演示指标B', '2026年10月', ['faulty', null, 'indicatorsDiffer']],
    ['演示指标A', '2026年1—10月', ['faulty', null, 'periodsDiffer']],
    ['演示指标A（万元）', '', ['added', '12', 'statedUnit']],
    ['某指标（万元）', '', ['added', '12', 'statedUnit']],
    ['演示指标A（吨）', '', ['faulty', '120000', 'measureOther']],
    ['某指标（现价）', '', ['added', '120000', null]],
  ])('%s and %s', async (indicator, said, found) => {
    expect(await rowsOf([indicator, said])).toEqual([found]);
  });

  test('that several indicators have is refused alone and accepted beside its code', async () => {
    const named = (code: string, unitZh: string) => {
      const one = figure(code, unitZh);
      return { ...one, indicator: { ...one.indicator, nameZh: '工业增加值' } };
    };
    const figures = [named('A', '亿元'), named('R', '%')];
    const against = { ...asked, returns: [{ ...open, figures }] };
    const alone = await read(
      await workbook([
        ['指标名称', '报告期', '本期数'],
        ['工业增加值', period, 12],
      ]),
      '表.xlsx',
      against,
    );
    expect(alone.rows.map(({ kind, findings }) => [kind, findings[0]?.key])).toEqual([['faulty', 'nameShared']]);
    const coded = [
      ['指标代码', '指标名称', '报告期', '本期数'],
      ['A', '工业增加值', period, 12],
      ['R', '工业增加值', period, 5.3],
    ];
    const both = await read(await workbook(coded), '表.xlsx', against);
    expect(both.rows.map(({ kind, indicatorCode, value }) => [kind, indicatorCode, value])).toEqual([
      ['added', 'A', '12'],
      ['added', 'R', '5.3'],
    ]);
  });
});
