import { expect, test } from 'vitest';
import { readersOf } from '@/lib/reporting/mapping/names';
import { titleUnit, unitsIn } from '@/lib/reporting/mapping/title-names';
import {
  book,
  faultsIn,
  inLines,
  leftIn,
  lines,
  mapped,
  mappedNames,
  typedRows,
  typedSheet,
} from '@/lib/testing/mapped-sheets';

type Shape = readonly [name: string, rows: string, figures: string, faults: string, left?: string];

/** What a person reads in sheets of further shapes: figures, cells that are refused, cells left out. */
const shapes: readonly Shape[] = [
  [
    'heads in two languages, side by side and in rows',
    `2026年10月主要指标 Main indicators, October 2026
    地区 Region|规模以上工业总产值 OUT（亿元）|税收收入（亿元）
    甲区 JIA|5|1.5
    甲区 YI|7|8
    乙县|6|2.5`,
    `OUT JIA 2026-M10 5 B3
    TAX JIA 2026-M10 1.5 C3
    OUT YI 2026-M10 6 B5
    TAX YI 2026-M10 2.5 C5`,
    'unknownUnit A4',
  ],
  [
    'a second row of heads in another language, one of them unknown',
    `2026年10月主要指标
    地区|规上工业总产值（亿元）|税收收入（亿元）
    Region|Output|Tax
    甲区|5|1.5`,
    'TAX JIA 2026-M10 1.5 C4',
    '',
    'unknownColumn B3',
  ],
  [
    'numbers as text with blanks',
    `2026年10月主要指标（单位：亿元）
    地区|税收收入|固定资产投资
    甲区|1 234.5|１ ２３４
    乙县|12 34|1, 234
    丙市|12. 5|- 3`,
    `TAX JIA 2026-M10 1234.5 B3
    INV JIA 2026-M10 1234 C3
    INV BING 2026-M10 -3 C5`,
    'unreadable B4, unreadable B5, unreadable C4',
  ],
  [
    '其中 below a sum, of units',
    `2026年10月固定资产投资（亿元）
    地区|固定资产投资
    合计|100
    　其中：甲区|30
    乙县|40`,
    'INV YI 2026-M10 40 B5',
    'unknownUnit A4',
    'total A3',
  ],
  [
    '其中 below sums, of indicators',
    `甲区2026年10月主要指标
    指标|单位|数值
    固定资产投资合计|亿元|100
    　其中：工业投资|亿元|30
    　　　　房地产|亿元|40
    全社会用电量|亿千瓦时|3
    　其中：工业|万千瓦时|3`,
    `INV_I JIA 2026-M10 30 C4
    POWER JIA 2026-M10 30000 C6`,
    'partOf A5, partOf A7, unknownIndicator A3',
  ],
  [
    'a unit of measure in each row',
    `2026年10月主要指标
    指标|计量单位|甲区|乙县
    规上工业总产值|万元|50000|60000
    税收收入|亿元|1.5|2.5
    全社会用电量|亿千瓦时|3|4
    企业数|家|5|6
    工业用电量|亿元|5|6
    固定资产投资||7|8`,
    `OUT JIA 2026-M10 5 C3
    OUT YI 2026-M10 6 D3
    TAX JIA 2026-M10 1.5 C4
    TAX YI 2026-M10 2.5 D4
    POWER JIA 2026-M10 30000 C5
    POWER YI 2026-M10 40000 D5
    FIRMS JIA 2026-M10 5 C6
    FIRMS YI 2026-M10 6 D6`,
    'measureOther C7, measureOther D7, measureUnstated C8, measureUnstated D8',
  ],
  [
    'shares and growths between the figures',
    `2026年10月主要指标
    单位：亿元
    地区|税收收入|占比（%）|%|固定资产投资|增长（%）
    甲区|5|50%|50|6|3`,
    'INV JIA 2026-M10 6 E4, TAX JIA 2026-M10 5 B4',
    'noIndicator D4',
    'otherColumn C3, unknownColumn F3',
  ],
  [
    'negative numbers in brackets',
    `2026年10月主要指标（单位：亿元）
    地区|税收收入|同比（%）
    甲区|(5.2)|(3.1)
    乙县|（6）|▲3
    丁区|-8|-0.5`,
    'TAX DING 2026-M10 -8 -0.5% B5',
    'growthUnreadable C3, growthUnreadable C4, unreadable B3, unreadable B4',
  ],
  [
    'marks of footnotes on numbers',
    `2026年10月主要指标（单位：亿元）
    地区|税收收入|固定资产投资
    甲区①|5.2①|12²
    乙县|6*|7†
    丙市|8[1]|9 (2)
    丁区|10|11
    注：①含免抵调。`,
    'INV DING 2026-M10 11 C6, TAX DING 2026-M10 10 B6',
    'unreadable B3, unreadable B4, unreadable B5, unreadable C3, unreadable C4, unreadable C5',
    'note A7',
  ],
  [
    'figures that look like years',
    `2026年10月主要指标
    地区|税收收入（亿元）|固定资产投资（亿元）
    甲区|2015|2020
    乙县|30|2026`,
    `TAX JIA 2026-M10 2015 B3
    INV JIA 2026-M10 2020 C3
    TAX YI 2026-M10 30 B4
    INV YI 2026-M10 2026 C4`,
    '',
  ],
  [
    'years as the heads of a second table',
    `税收收入（亿元）
    地区|2024|2025
    甲区|1|2
    甲区|2024|2025
    税收收入|3|4`,
    'TAX JIA 2024 1 B3, TAX JIA 2025 2 C3',
    '',
    'secondTable A4, secondTable A5',
  ],
  [
    'a line that names another indicator and its unit of measure',
    `2026年10月规上工业总产值
    单位：亿元
    地区|本月
    甲区|12
    二、税收收入|单位：万元
    乙县|130000`,
    'OUT JIA 2026-M10 12 B4, TAX YI 2026-M10 13 B6',
    '',
  ],
  [
    'a title about a part of an indicator',
    `2026年10月税收收入（外资企业）
    单位：亿元
    地区|本月
    甲区|12`,
    '',
    'noIndicator B4',
  ],
  [
    'sums between the blocks of units',
    `各县区历年税收收入（单位：亿元）
    年份|税收收入
    甲区
    2021|1
    全市
    2022|6
    乙县
    2022|4`,
    'TAX JIA 2021 1 B4, TAX YI 2022 4 B8',
    '',
    'note A3, note A5, total A6, note A7',
  ],
  [
    'a period once for several units',
    `各县区税收收入（单位：亿元）
    时间|地区|税收收入
    2026年9月|甲区|1
    |乙县|2
    2026年10月|甲区|3
    |甲区|4`,
    'TAX JIA 2026-M09 1 C3, TAX JIA 2026-M10 3 C5, TAX YI 2026-M09 2 C4',
    'noPeriod A6',
  ],
];

test.each(shapes)('%s', (_, rows = '', figures = '', faults = '', left = undefined) => {
  const found = mapped(typedSheet(rows));
  const wanted = figures === '' ? [] : lines(figures.replaceAll(', ', '\n'));
  expect({ figures: inLines(found), faults: faultsIn(found).join(', ') }).toEqual({ figures: wanted, faults });
  if (left !== undefined) expect(leftIn(found).join(', ')).toBe(left);
});

test('a figure that is merged over two units is of neither, and one beside a name merged likewise is read', async () => {
  const rows = typedRows('2026年10月主要指标\n地区|税收收入（亿元）\n甲区|5\n乙县|\n丙市|6\n|');
  const found = mapped(await book(rows, 'B3:B4 A5:A6 B5:B6'));
  expect(inLines(found)).toEqual(['TAX BING 2026-M10 6 B5']);
  expect(faultsIn(found)).toEqual(['mergedFigure B3', 'mergedFigure B4']);
});

test('a head that is merged into the rows below it is found, and no figure is read under it', async () => {
  const rows = typedRows('2026年10月主要指标\n地区|税收收入（亿元）|固定资产投资（亿元）\n||本月\n甲区||5\n乙县||6');
  const found = mapped(await book(rows, 'A2:A3 B2:B4'));
  expect(found.mapping).toMatchObject({ headFrom: 2, headTo: 3 });
  expect(inLines(found)).toEqual(['INV JIA 2026-M10 5 C4', 'INV YI 2026-M10 6 C5']);
  expect(leftIn(found)).toEqual(['ignoredColumn B3']);
});

test('hidden columns: figures are told, and so is the hidden year of the rows', () => {
  const sheet = typedSheet('甲区主要指标（单位：亿元）\n年份|税收收入|固定资产投资\n2021|1|2');
  const found = mapped({ ...sheet, hidden: { rows: [], columns: [2] } });
  expect(found.figures.map(({ address, findings }) => `${address} ${findings.map(({ key }) => key)}`)).toEqual([
    'B3 ',
    'C3 hiddenColumn',
  ]);
});

test('of a place behind that of its parent the title is about the place', () => {
  const [jia, yi, ...units] = mappedNames.units;
  if (!jia || !yi) throw new Error('no units');
  const names = { ...mappedNames, units: [jia, { ...yi, parentZh: jia.nameZh }, ...units] };
  const readers = readersOf(names);
  expect(titleUnit(['甲区乙县主要指标'], names, readers)).toBe('YI');
  expect([...unitsIn('甲区乙县2026年主要指标', names, readers)]).toEqual(['YI']);
  expect([...unitsIn('甲区统计局', names, readers)]).toEqual([]);
  expect(titleUnit(['甲区、丙市主要指标'], names, readers)).toBeNull();
  expect(titleUnit(['甲区各街道主要指标'], names, readers)).toBeNull();
});
