import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, figure, open, plainSheet } from '@/lib/testing/sheets';

const [month, toDate] = [figure('A'), { ...figure('A'), periodCode: '2026-YTD10' }];
const against = { ...asked, returns: [{ ...open, figures: [month, toDate, figure('B')] }] };
const wide = (row: number, from: number, to: number) => ({ startRow: row, startCol: from, endRow: row, endCol: to });
const high = (column: number) => ({ startRow: 0, startCol: column, endRow: 1, endCol: column });

type Found = { figures: unknown[][]; told: string[]; words: string[] };
function found(rows: CellValue[][], merges: ReturnType<typeof wide>[] = []): Found {
  try {
    const { rows: own, told } = interpretedSheet(plainSheet(rows, { merges }), against);
    return {
      figures: own.map((row) => [row.address, row.kind, row.periodCode, row.value, row.reportedYoy]),
      told: told.map((one) => writtenStaged(one, { indicatorCode: null, periodCode: null }, 'zh-CN')),
      words: own.flatMap((row) => row.findings.map((one) => writtenStaged(one, row, 'zh-CN'))),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const key = error.key.replace('imports.', '') as 'title';
    return { figures: [], told: [], words: [translator('zh-CN', 'imports')(key, error.details as never)] };
  }
}

describe('a heading above the figures that makes them others', () => {
  const twoLevels = (labels: [string, string], row: CellValue[], heads = ['本期数', '同比']) =>
    found(
      [['指标代码', '报告期', labels[0], null, labels[1], null], [null, null, ...heads, ...heads], row],
      [high(0), high(1), wide(0, 2, 3), wide(0, 4, 5)],
    );
  const row = ['A', '2026年10月', 111, 1.1, 568, 5.6];

  test.each([
    ...[
      '上年同期',
      '去年同期',
      '上年',
      '上月',
      '上期',
      '去年同期数',
      '上年完成',
      '目标',
      '全年目标',
      '年度计划',
      '计划数',
    ],
    ...['全省平均', '增减额', 'Same period last year', 'Target'],
  ])('%s is none of the current figure and named', (label) => {
    const first = twoLevels([label, '本期'], row);
    expect(first.figures).toEqual([['E3', 'added', '2026-M10', '568', '5.6']]);
    expect(first.told[1]).toBe(`没有读取这些列：C ${label} 本期数、D ${label} 同比。`);
    const second = twoLevels(['本期', label], row);
    expect(second.figures).toEqual([['C3', 'added', '2026-M10', '111', '1.1']]);
  });

  test('完成情况 and 目标完成 are of the current figure', () => {
    for (const label of ['完成情况', '目标完成情况', '实际']) {
      expect(twoLevels(['上年同期', label], row).figures).toEqual([['E3', 'added', '2026-M10', '568', '5.6']]);
    }
  });

  test('alone is refused with its cell and words', () => {
    for (const merges of [[wide(0, 2, 3)], []]) {
      const one = found(
        [
          [null, null, '上年同期', null],
          ['指标代码', '报告期', '本期数', '同比'],
          ['A', '2026年10月', 111, 1.1],
        ],
        merges,
      );
      expect(one.words).toEqual(['C2 写的是“上年同期 本期数”，不是本期的数。请补上本期数一列，再上传。']);
    }
  });

  test('below that of the figure counts, too', () => {
    const below = found(
      [
        ['指标代码', '报告期', '本期数', null, null, '备注'],
        [null, null, '上年同期', '绝对额', '位次', null],
        ['A', '2026年10月', 111, 568, 3, '注'],
      ],
      [high(0), high(1), wide(0, 2, 4), high(5)],
    );
    expect(below.figures).toEqual([['D3', 'added', '2026-M10', '568', null]]);
    expect(below.told[1]).toBe('没有读取这些列：C 本期数 上年同期、E 本期数 位次。');
  });

  test('two levels above counts, too, and one in a title does not', () => {
    const rows = (title: CellValue) => [
      [title, null, null, null, null],
      [null, null, '上年', null, '本年'],
      [null, null, '累计', null, '累计'],
      ['指标代码', '报告期', '本期数', '同比', '本期数'],
      ['A', '2026年1—10月', 111, 1.1, 568],
    ];
    for (const title of ['目标', null]) {
      expect(found(rows(title), [wide(0, 0, 4)]).figures).toEqual([['E5', 'added', '2026-YTD10', '568', null]]);
    }
  });

  test('without merged cells is found in a list', () => {
    const list = [
      ['指标代码', '报告期', '上年同期', null, '本期', null],
      [null, null, '本期数', '同比', '本期数', '同比'],
      ['A', '2026年10月', 111, 1.1, 568, 5.6],
    ];
    expect(found(list).figures).toEqual([['E3', 'added', '2026-M10', '568', '5.6']]);
  });
});

test('本期数 and 同比 above 当月 and 累计 are four columns of two figures', () => {
  const rows = [
    ['指标代码', '报告期', '本期数', null, '同比（%）', null],
    [null, null, '当月', '累计', '当月', '累计'],
    ['A', '2026年10月', 111, 568, 1.1, 5.6],
  ];
  for (const merges of [[high(0), high(1), wide(0, 2, 3), wide(0, 4, 5)], []]) {
    expect(found(rows, merges).figures).toEqual([
      ['C3', 'added', '2026-M10', '111', '1.1'],
      ['D3', 'added', '2026-YTD10', '568', '5.6'],
    ]);
  }
});

describe('同比增长 as an amount', () => {
  test.each([
    [['本期数（亿元）', '同比增长（亿元）', '同比增速（%）'], ['568', '5.6'], 'D 同比增长（亿元）'],
    [['本期数（亿元）', '同比增速（%）', '同比增长（亿元）'], ['568', '44.5'], 'E 同比增长（亿元）'],
    [['本期数（亿元）', '同比（万元）', '备注'], ['568', null], 'D 同比（万元）'],
  ])('%j is no rate and named', (heads, [value, yoy], unread) => {
    const one = found([
      ['指标代码', '报告期', ...heads],
      ['A', '2026年10月', 568, 44.5, 5.6],
    ]);
    expect(one.figures).toEqual([['C2', 'added', '2026-M10', value, yoy]]);
    expect(one.told[1]).toBe(`没有读取这些列：${unread}。`);
  });

  test('beside 同比增速 without units is refused', () => {
    const one = found([
      ['指标代码', '报告期', '本期数', '同比增长', '同比增速'],
      ['A', '2026年10月', 568, 44.5, 5.6],
    ]);
    expect(one.words[0]).toContain('D1、E1 都是“同比（%）');
  });
});

describe('a heading of one level that states a period', () => {
  const single = (heads: string[], row: CellValue[]) => found([['指标代码', '报告期', ...heads], row]);

  test.each([
    '累计',
    '累计数',
    '本年累计',
    '1—10月累计',
    '1-10月',
    '本期数（累计）',
    '本期数（亿元，累计）',
    '累计完成',
    '累计（亿元）',
  ])('%s is the figure of a year to date', (heading) => {
    expect(single([heading, '同比'], ['A', '2026年1—10月', 568, 5.6]).figures).toEqual([
      ['C2', 'added', '2026-YTD10', '568', '5.6'],
    ]);
  });

  test('累计 alone beside a month is refused, and so is 1—9月', () => {
    expect(single(['累计'], ['A', '2026年10月', 568]).words).toEqual([
      '表头写的是“累计”，报告期“2026年10月”却是一个月。请把报告期写成 1 月到本月，再上传。',
    ]);
    expect(single(['1—9月'], ['A', '2026年1—10月', 568]).figures[0]?.[1]).toBe('faulty');
  });

  test.each<[heads: string[], row: CellValue[]]>([
    [
      ['当月', '累计'],
      [111, 568],
    ],
    [
      ['本月数', '累计数'],
      [111, 568],
    ],
    [
      ['当月（亿元）', '当月同比（%）', '累计（亿元）', '累计同比（%）'],
      [111, 1.1, 568, 5.6],
    ],
    [
      ['当月', '同比', '累计', '同比'],
      [111, 1.1, 568, 5.6],
    ],
    [
      ['2026年10月', '同比', '2026年1—10月', '同比'],
      [111, 1.1, 568, 5.6],
    ],
    [
      ['本月', '同比±%', '本月止累计', '同比（±%）'],
      [111, 1.1, 568, 5.6],
    ],
    [
      ['本月', '同比增减（%）', '本月止累计', '比上年同期增减%'],
      [111, 1.1, 568, 5.6],
    ],
  ])('%j are two figures', (heads, row) => {
    const yoys = heads.length > 2 ? ['1.1', '5.6'] : [null, null];
    expect(single(heads, ['A', '2026年10月', ...row]).figures.map((one) => one.slice(2))).toEqual([
      ['2026-M10', '111', yoys[0]],
      ['2026-YTD10', '568', yoys[1]],
    ]);
  });

  test('one 同比 behind two figures is refused', () => {
    expect(single(['当月', '累计', '同比'], ['A', '2026年10月', 111, 568, 5.6]).words[0]).toContain('E1');
  });

  test('累计 beside 本期数 is named for a month and refused for a year to date', () => {
    const of = (period: string) => single(['本期数', '累计'], ['A', period, 111, 568]);
    expect(of('2026年10月').figures).toEqual([['C2', 'added', '2026-M10', '111', null]]);
    expect(of('2026年10月').told[1]).toBe('没有读取这些列：D 累计。');
    expect(of('2026年1—10月').words).toEqual([
      '报告期“2026年1—10月”是累计，D1 另有一列累计，无法判断取哪一列。请只保留一列，再上传。',
    ]);
  });

  test('累计同比 is none of a figure without a period', () => {
    const one = single(['本期数', '累计同比'], ['A', '2026年10月', 111, 5.6]);
    expect(one.figures).toEqual([['C2', 'added', '2026-M10', '111', null]]);
    expect(one.told[1]).toBe('没有读取这些列：D 累计同比。');
  });
});

describe('a second table below the first', () => {
  const first = [
    ['指标代码', '报告期', '本期数', '上年同期'],
    ['A', '2026年10月', 111, 100],
  ];

  test('is read by its own headings', () => {
    const rows = [...first, [], ['附表'], ['报告期', '指标代码', '上年同期', '本期数'], ['2026年10月', 'B', 500, 568]];
    const two = found(rows);
    expect(two.figures).toEqual([
      ['C2', 'added', '2026-M10', '111', null],
      ['D6', 'added', '2026-M10', '568', null],
    ]);
    expect(two.told.slice(0, 2)).toEqual([
      '读取了工作表“表”的第 2 行，各列为：A 指标代码、B 报告期、C 本期数。',
      '读取了工作表“表”的第 6 行，各列为：A 报告期、B 指标代码、D 本期数。',
    ]);
  });

  test('is refused where it lacks columns, and repeated headings are none', () => {
    const lacking = found([...first, ['指标代码', '报告期', '上年同期'], ['B', '2026年10月', 500]]);
    expect(lacking.words).toEqual(['第 3 行是另一张表的表头，缺少这些列：本期数（Value）。请补上列名，再上传。']);
    const repeated = found([...first, first[0] ?? [], ['B', '2026年10月', 568, 500]]);
    expect(repeated.figures).toEqual([
      ['C2', 'added', '2026-M10', '111', null],
      ['C4', 'added', '2026-M10', '568', null],
    ]);
    expect(repeated.told[0]).toBe('读取了工作表“表”的第 2、4 行，各列为：A 指标代码、B 报告期、C 本期数。');
  });
});

describe('a period that may be meant either way', () => {
  const periodsOf = (typed: string, figures: (typeof against.returns)[0]['figures']) => {
    const { rows } = interpretedSheet(
      plainSheet([
        ['指标代码', '报告期', '本期数'],
        ['A', typed, 568],
      ]),
      { ...asked, returns: [{ ...open, figures }] },
    );
    return rows.map((row) => [
      row.kind,
      row.periodCode,
      ...row.findings.map((one) => writtenStaged(one, row, 'zh-CN')),
    ]);
  };

  test('is the one that is asked for, which is said', () => {
    expect(periodsOf('截至2026年10月末', [month])).toEqual([
      ['added', '2026-M10', '报告期“截至2026年10月末”按 2026年10月 读取。'],
    ]);
    expect(periodsOf('截至2026年10月末', [toDate])).toEqual([
      ['added', '2026-YTD10', '报告期“截至2026年10月末”按 2026年1—10月 读取。'],
    ]);
  });

  test('is refused by name where both are', () => {
    expect(periodsOf('截至2026年10月末', [month, toDate])).toEqual([
      ['faulty', null, '报告期“截至2026年10月末”可能是 2026年10月、2026年1—10月，无法判断。请写成其中一个，再上传。'],
    ]);
  });
});
