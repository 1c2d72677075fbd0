import { expect, test } from 'vitest';
import { faultsIn, inLines, leftIn, lines, mapped, typedSheet } from '@/lib/testing/mapped-sheets';

/** Sheets with periods in rows, and what a person reads in them: figures, cells that are refused, cells left out. */
const known: readonly (readonly [name: string, rows: string, figures: string, faults?: string, left?: string])[] = [
  [
    'years in rows, indicators in columns',
    `甲区历年主要经济指标
    年份|规上工业总产值（亿元）|税收收入（万元）
    2021|100.5|91000
    2022|110|95000
    2023年*|120.25|—`,
    `OUT JIA 2021 100.5 B3
    TAX JIA 2021 9.1 C3
    OUT JIA 2022 110 B4
    TAX JIA 2022 9.5 C4
    OUT JIA 2023 120.25 B5`,
  ],
  [
    'years in rows below a blank corner',
    `甲区主要经济指标
    |规上工业总产值（亿元）|税收收入（亿元）
    2000|10|1
    2010|20|2
    2020|30|3`,
    `OUT JIA 2000 10 B3
    TAX JIA 2000 1 C3
    OUT JIA 2010 20 B4
    TAX JIA 2010 2 C4
    OUT JIA 2020 30 B5
    TAX JIA 2020 3 C5`,
  ],
  [
    'years in rows, units in columns, the indicator in the title',
    `2021-2022年各县区税收收入
    ||单位：万元
    年　份|甲区|乙县|全市
    2021|12000|23000|35000
    2022|13000|24000|37000`,
    `TAX JIA 2021 1.2 B4
    TAX YI 2021 2.3 C4
    TAX JIA 2022 1.3 B5
    TAX YI 2022 2.4 C5`,
    '',
    'otherColumn D3',
  ],
  [
    'units in columns with figure and growth, the indicator in the corner',
    `历年情况（单位：亿元）
    税收收入|甲区||乙县|
    |总量|同比（%）|总量|同比（%）
    2024年|12|3.1|20|-1
    2025年|13|8|21|5`,
    `TAX JIA 2024 12 3.1% B4
    TAX YI 2024 20 -1% D4
    TAX JIA 2025 13 8% B5
    TAX YI 2025 21 5% D5`,
  ],
  [
    'months in rows, the year in the title',
    `2026年各县区全社会用电量
    单位：万千瓦时
    月份|甲区|乙县
    1月|10|20
    2月|11|21
    1-2月|21|41
    …|…|…
    12月|15|25
    全年|130|240`,
    `POWER JIA 2026-M01 10 B4
    POWER YI 2026-M01 20 C4
    POWER JIA 2026-M02 11 B5
    POWER YI 2026-M02 21 C5
    POWER JIA 2026-YTD02 21 B6
    POWER YI 2026-YTD02 41 C6
    POWER JIA 2026-M12 15 B8
    POWER YI 2026-M12 25 C8
    POWER JIA 2026 130 B9
    POWER YI 2026 240 C9`,
    'unknownPeriod A7',
  ],
  [
    'months in rows as numbers',
    `2026年甲区税收收入分月情况（亿元）
    月　份|税收收入|固定资产投资
    1|1.5|2
    2|1.6|3
    合 计|3.1|5`,
    `TAX JIA 2026-M01 1.5 B3
    INV JIA 2026-M01 2 C3
    TAX JIA 2026-M02 1.6 B4
    INV JIA 2026-M02 3 C4`,
    '',
    'total A5',
  ],
  [
    'periods among sums, growths and notes',
    `甲区历年主要指标
    单位：亿元
    年份|税收收入|固定资产投资
    2021|1|2
    2022|3|4
    合计|4|6
    2023|5|6
    同比增长（%）|5|6
    2024年1-9月|4|5
    注：2023年为快报数。
    资料来源：演示统计局`,
    `TAX JIA 2021 1 B4
    INV JIA 2021 2 C4
    TAX JIA 2022 3 B5
    INV JIA 2022 4 C5
    TAX JIA 2023 5 B7
    INV JIA 2023 6 C7
    TAX JIA 2024-YTD09 4 B9
    INV JIA 2024-YTD09 5 C9`,
    'unknownPeriod A8',
    'total A6, note A10, note A11',
  ],
  [
    'years and months in two columns, the year written once',
    `甲区主要指标
    单位：亿元
    年|月|税收收入
    2025|11|1
    |12|2
    2026|1|3
    |2|4`,
    `TAX JIA 2025-M11 1 C4
    TAX JIA 2025-M12 2 C5
    TAX JIA 2026-M01 3 C6
    TAX JIA 2026-M02 4 C7`,
  ],
  [
    'the year with the first month alone',
    `甲区税收收入
    单位：亿元
    时间|税收收入
    2025年11月|1
    12月|2
    2026年1月|3
    2月|4`,
    `TAX JIA 2025-M11 1 B4
    TAX JIA 2025-M12 2 B5
    TAX JIA 2026-M01 3 B6
    TAX JIA 2026-M02 4 B7`,
  ],
  [
    'a year that is missing where months begin anew',
    `甲区税收收入
    单位：亿元
    时间|税收收入
    2025年11月|1
    12月|2
    1-2月|3`,
    'TAX JIA 2025-M11 1 B4',
    'rowsOrder A5, rowsOrder A6',
  ],
  [
    'months below the rows of other years',
    `2026年甲区主要指标
    单位：亿元
    时间|税收收入
    2024年|10
    2025年|12
    1月|1`,
    'TAX JIA 2024 10 B4, TAX JIA 2025 12 B5',
    'yearUnclear A6',
  ],
  [
    'the sum so far among the months of a whole year',
    `2026年度甲区主要指标
    单位：亿元
    时间|税收收入
    1月|10
    2月|12
    累计|22`,
    'TAX JIA 2026-M01 10 B4, TAX JIA 2026-M02 12 B5',
    'unknownPeriod A6',
  ],
];

test.each(known)('%s', (_, rows = '', figures = '', faults = '', left = undefined) => {
  const found = mapped(typedSheet(rows));
  const wanted = figures === '' ? [] : lines(figures.replaceAll(', ', '\n'));
  expect({ figures: inLines(found), faults: faultsIn(found).join(', ') }).toEqual({ figures: wanted, faults });
  if (left !== undefined) expect(leftIn(found).join(', ')).toBe(left);
});
