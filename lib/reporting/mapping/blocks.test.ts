import { expect, test } from 'vitest';
import { faultsIn, inLines, leftIn, lines, mapped, typedSheet } from '@/lib/testing/mapped-sheets';

/** Sheets of several blocks, and what a person reads in them: figures, cells that are refused, cells left out. */
const known: readonly (readonly [name: string, rows: string, figures: string, faults?: string, left?: string])[] = [
  [
    'two blocks one below the other, each with its heads',
    `2026年各县区主要指标
    单位：亿元
    一、税收收入
    月份|甲区|乙县
    1月|1|2
    2月|3|4
    合计|4|6
    |
    二、固定资产投资
    月份|甲区|乙县
    1月|5|6
    2月|7|8`,
    `TAX JIA 2026-M01 1 B5
    TAX YI 2026-M01 2 C5
    TAX JIA 2026-M02 3 B6
    TAX YI 2026-M02 4 C6
    INV JIA 2026-M01 5 B11
    INV YI 2026-M01 6 C11
    INV JIA 2026-M02 7 B12
    INV YI 2026-M02 8 C12`,
    '',
    'total A7, note A9',
  ],
  [
    'two blocks of two units, named in the corners',
    `2026年税收收入
    单位：亿元
    甲区|当月|累计
    1月|1|1
    2月|2|3
    乙县|当月|累计
    1月|4|4
    2月|5|9`,
    `TAX JIA 2026-M01 1 B4
    TAX JIA 2026-YTD01 1 C4
    TAX JIA 2026-M02 2 B5
    TAX JIA 2026-YTD02 3 C5
    TAX YI 2026-M01 4 B7
    TAX YI 2026-YTD01 4 C7
    TAX YI 2026-M02 5 B8
    TAX YI 2026-YTD02 9 C8`,
  ],
  [
    'blocks under lines, one of which nobody knows',
    `2026年各县区主要指标
    月份|甲区|乙县
    一、税收收入（亿元）
    1月|1|2
    2月|3|4
    二、招商引资（亿元）
    1月|5|6
    三、全社会用电量（亿千瓦时）
    1月|0.5|0.6`,
    `TAX JIA 2026-M01 1 B4
    TAX YI 2026-M01 2 C4
    TAX JIA 2026-M02 3 B5
    TAX YI 2026-M02 4 C5
    POWER JIA 2026-M01 5000 B9
    POWER YI 2026-M01 6000 C9`,
    'underOther B7',
    'note A3, note A6, note A8',
  ],
  [
    'blocks of units under lines of their own, two indicators each',
    `2026年主要指标（单位：亿元）
    月份|本月数
    甲区
    税收收入
    1月|1
    固定资产投资
    1月|2
    乙县
    1月|3
    税收收入
    1月|4`,
    `TAX JIA 2026-M01 1 B5
    INV JIA 2026-M01 2 B7
    TAX YI 2026-M01 4 B11`,
    'noIndicator B9',
    'note A3, note A4, note A6, note A8, note A10',
  ],
  [
    'years in lines above their months',
    `各县区税收收入
    单位：亿元
    月份|甲区|乙县
    2025年
    12月|1|2
    2026年
    1月|5|6`,
    `TAX JIA 2025-M12 1 B5
    TAX YI 2025-M12 2 C5
    TAX JIA 2026-M01 5 B7
    TAX YI 2026-M01 6 C7`,
    '',
    'note A4, note A6',
  ],
  [
    'indicators in rows below lines of years',
    `甲区主要指标（单位：亿元）
    指标|数值
    2025年
    税收收入|1
    固定资产投资|2
    2026年
    税收收入|3`,
    `TAX JIA 2025 1 B4
    INV JIA 2025 2 B5
    TAX JIA 2026 3 B7`,
    '',
    'note A3, note A6',
  ],
  [
    'units in rows below lines of months that cross a year',
    `2026年税收收入（单位：亿元）
    地区|当月
    12月
    甲区|1
    1月
    甲区|2`,
    '',
    'underOther B4, underOther B6',
    'note A3, note A5',
  ],
  [
    'the heads again on each page, and a further table of others',
    `甲区历年主要指标
    单位：亿元
    年份|税收收入|固定资产投资
    2019|1|2
    2020|3|4
    第 2 页 共 3 页
    年份|税收收入|固定资产投资
    2021|5|6
    续表
    年份|规上工业总产值|工业投资
    2019|7|8
    2020|9|10`,
    `TAX JIA 2019 1 B4
    INV JIA 2019 2 C4
    TAX JIA 2020 3 B5
    INV JIA 2020 4 C5
    TAX JIA 2021 5 B8
    INV JIA 2021 6 C8
    OUT JIA 2019 7 B11
    INV_I JIA 2019 8 C11
    OUT JIA 2020 9 B12
    INV_I JIA 2020 10 C12`,
    '',
    'note A6, note A9',
  ],
  [
    'a further table about a part',
    `甲区历年主要指标
    单位：亿元
    年份|税收收入
    2019|1
    其中：外资企业
    年份|税收收入
    2019|0.5`,
    'TAX JIA 2019 1 B4',
    '',
    'note A5, secondTable A6, secondTable A7',
  ],
  [
    'a further table of growths',
    `甲区历年主要指标
    单位：亿元
    年份|税收收入
    2019|1
    二、同比增速（%）
    年份|税收收入
    2019|5`,
    'TAX JIA 2019 1 B4',
    '',
    'note A5, secondTable A6, secondTable A7',
  ],
];

test.each(known)('%s', (_, rows = '', figures = '', faults = '', left = undefined) => {
  const found = mapped(typedSheet(rows));
  const wanted = figures === '' ? [] : lines(figures.replaceAll(', ', '\n'));
  expect({ figures: inLines(found), faults: faultsIn(found).join(', ') }).toEqual({ figures: wanted, faults });
  if (left !== undefined) expect(leftIn(found).join(', ')).toBe(left);
});
