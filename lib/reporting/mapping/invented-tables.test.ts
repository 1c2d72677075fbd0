import { expect, test } from 'vitest';
import { nameKey } from '@/lib/reporting/mapping/names';
import { withNames } from '@/lib/reporting/mapping/typed-mapping';
import { harmlessLine, type Mapping } from '@/lib/reporting/mapping/words';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { faultsIn, inLines, mapped, mappedNames } from '@/lib/testing/mapped-sheets';
import { plainSheet } from '@/lib/testing/sheets';

/** Tables: what is special, the rows and their cells, the figures that a person reads, and the cells that are refused. */
const tables = `
a second block of heads that nobody knows :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值|税收收入 ; 甲区|100|超30 ; 乙县|300|20 ;  ; 地区|招商引资到位资金|招商签约额 ; 丙市|5|6 :: OUT JIA 100 B4, OUT YI 300 B5, TAX JIA 30 at_least C4, TAX YI 20 C5 ::
one column of a second block :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 县名|签约项目数 ; 丙市|5 :: OUT JIA 100 B4 ::
a title of a second block alone :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 二、招商引资到位资金 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
a title with its time :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 2026年10月招商引资到位资金情况 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
growths below :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 二、同比增速（%） ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
growths below, without a number :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 增速（%） ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
shares below :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 占全市比重（%） ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
an annex of growths :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 附：各县区规上工业总产值增速（%） ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
another month below :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 2026年9月规上工业总产值 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
a note about the rows below :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 注：以下为上年同期数 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
a part below :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 其中：外资工业 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B6
last year's sum ahead of its rows :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 上年实际|90 ; 丙市|5 :: OUT JIA 100 B4 :: underOther B5, underOther B6, unknownUnit A5
the repeated name of all figures :: 2026年10月规上工业总产值 ; 单位：亿元 ; 地区|本月 ; 规上工业总产值 ; 甲区|100 :: OUT JIA 100 B5 ::
a unit without figures :: 2026年10月主要指标 ; 单位：亿元 ; 地区|规上工业总产值 ; 甲区|100 ; 乙县| ; 丙市|5 :: OUT BING 5 B6, OUT JIA 100 B4 ::
以下单位：万元 :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12 ; 以下单位：万元 ; 丙市|130000 :: TAX JIA 12 B4 :: underOther B6
以下各县区为万元 :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12 ; 以下各县区为万元 ; 丙市|130000 :: TAX JIA 12 B4 :: underOther B6
县（万元） :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12 ; 二、县（万元） ; 丙市|130000 :: TAX JIA 12 B4 :: underOther B6
财税类指标单位：万元 :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12 ; 财税类指标单位：万元 ; 丙市|130000 :: TAX JIA 12 B4 :: underOther B6
（万元） alone :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12 ; （万元） ; 丙市|130000 :: TAX BING 13 B6, TAX JIA 12 B4 ::
a unit of one column in the line of all :: 2026年10月主要指标 ; 单位：亿元（税收收入：万元） ; 地区|税收收入 ; 甲区|34000 ::  :: aroundMeasure B4
a unit of one column in words :: 2026年10月主要指标 ; 单位：亿元，税收收入为万元 ; 地区|税收收入 ; 甲区|34000 ::  :: aroundMeasure B4
a unit of one column in a note :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入|全社会用电量（万千瓦时） ; 甲区|34000|5 ; 注：税收收入单位为万元。 :: POWER JIA 5 C4 :: aroundMeasure B4
a table of targets :: 2026年10月主要经济指标目标任务分解表 ; 地区|规上工业总产值（亿元）|税收收入（亿元） ; 甲区|12|3 ::  :: aroundOther B2, aroundOther C2
targets that were reached :: 2026年10月主要目标任务完成情况 ; 地区|规上工业总产值（亿元） ; 甲区|12 :: OUT JIA 12 B3 ::
a plan in brackets :: 2026年10月各县区全社会用电量（计划数） ; 单位：万千瓦时 ; 地区|10月 ; 甲区|12 ::  :: aroundOther B3
last year in brackets :: 2026年10月各县区全社会用电量（上年同期） ; 单位：万千瓦时 ; 地区|10月 ; 甲区|12 ::  :: aroundOther B3
an increase in brackets :: 2026年10月各县区全社会用电量（增量） ; 单位：万千瓦时 ; 地区|10月 ; 甲区|12 ::  :: aroundOther B3
a forecast :: 2026年10月主要经济指标预测表 ; 地区|税收收入（亿元） ; 甲区|12 ::  :: aroundOther B2
a second title line :: 2026年10月主要指标 ; （上年同期数） ; 地区|税收收入（亿元） ; 甲区|12 ::  :: aroundOther B3
a second title line of growths :: 2026年10月主要指标 ; 增速（%） ; 地区|税收收入（亿元） ; 甲区|12 ::  :: aroundOther B3
figures and growths, as the heads say :: 2026年10月税收收入及增速 ; 地区|税收收入（亿元）|同比（%） ; 甲区|12|5 :: TAX JIA 12 5% B3 ::
a note of last year's figures :: 2026年10月主要指标 ; 地区|税收收入（亿元） ; 甲区|12 ; 注：表中数据为上年同期数 ::  :: aroundOther B2
a note about growths :: 2026年10月主要指标 ; 地区|税收收入（亿元）|同比（%） ; 甲区|12|5 ; 注：2月含春节因素，增速为可比口径。 :: TAX JIA 12 5% B3 ::
a column of kinds :: 2026年10月主要指标 ; 单位：亿元 ; 地区|口径|税收收入 ; 甲区|增加额|12 ; 乙县|不变价|10 ; 丙市|2025年|9 ; 丁区||8 :: TAX DING 8 C7 :: otherBeside C4, otherBeside C5, unreadText C6
a subset :: 2026年10月主要指标 ; 单位：亿元 ; 地区|行业|税收收入 ; 甲区|纺织|12 ::  :: unreadText C4
a remark :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入|备注 ; 甲区|12|待核 ; 乙县|5|以下为计划数 :: TAX JIA 12 B4 :: otherBeside B5
a target below the name of the figure :: 2026年10月主要指标 ; 地区|税收收入（亿元） ; |指标值 ; 甲区|12 ::  ::
this year beside last month :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入| ; |上月|本年 ; 甲区|12|120 ::  ::
months across a year :: 2026年2月税收收入 ; 单位：亿元 ; 地区|12月|1月|2月 ; 甲区|12|13|14 ::  :: monthsOrder B4, monthsOrder C4, monthsOrder D4
months across the end of a year :: 2025年度税收收入 ; 单位：亿元 ; 地区|11月|12月|1月 ; 甲区|12|13|14 ::  :: monthsOrder B4, monthsOrder C4, monthsOrder D4
months of two indicators :: 2026年10月主要指标 ; 单位：亿元 ; 地区|9月税收收入|10月税收收入|9月固定资产投资|10月固定资产投资 ; 甲区|1|2|3|4 :: INV JIA 3 D4, INV JIA 4 E4, TAX JIA 1 B4, TAX JIA 2 C4 ::
a month after that of the title :: 2026年9月主要指标 ; 单位：亿元 ; 地区|10月税收收入 ; 甲区|1 ::  :: afterTitle B4
years and months in one column :: 2026年税收收入 ; 单位：亿元 ; 月份|甲区|乙县 ; 2025年 ; 12月|1|2 ; 2026年 ; 1月|3|4 :: TAX JIA 1 B5, TAX JIA 3 B7, TAX YI 2 C5, TAX YI 4 C7 ::
quarters in sums :: 2026年税收收入（累计） ; 单位：亿元 ; 地区|一季度|二季度 ; 甲区|12|25 ::  :: toDateInTitle B4, toDateInTitle C4
a quarter in sums :: 2026年三季度累计主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|40 ::  :: noPeriod B4
% of a rate :: 2026年10月主要指标 ; 地区|城镇调查失业率（%）|同比（%） ; 甲区|5|2 :: RATE JIA 5 B3 :: growthPercent C3
points of a rate :: 2026年10月主要指标 ; 地区|城镇调查失业率（%）|同比（百分点） ; 甲区|5|2 :: RATE JIA 5 2% B3 ::
first rows of no plain number :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入|固定资产投资 ; 甲区|—|— ; 乙县|3|4 :: INV YI 4 C5, TAX YI 3 B5 ::
a first figure with words :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|12.5亿元 ; 乙县|3 :: TAX JIA 12.5 B4, TAX YI 3 B5 ::
marked heads and names :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入①|固定资产投资* ; 甲区*|12|3 :: INV JIA 3 C4, TAX JIA 12 B4 ::
years as numbers :: 甲区税收收入 ; 单位：亿元 ; 年份|甲区|乙县 ; 2024|12|3 ; 2025|13|4 :: TAX JIA 2024 12 B4, TAX JIA 2025 13 B5, TAX YI 2024 3 C4, TAX YI 2025 4 C5 ::
first rows with remarks and blanks :: 2026年10月主要指标 ; 单位：亿元 ; 地区|税收收入 ; 甲区|1 234.5 ; 乙县|3（快报） :: TAX JIA 1234.5 B4 :: unreadable B5
years alone below a title of some months :: 1-10月主要指标 ; 地区|税收收入（亿元）| ; |2026年|2025年 ; 甲区|10|9 ::  :: yearAlone B4, yearAlone C4
years alone below a title of one month :: 2026年10月税收收入（亿元） ; 地区|2025年|2026年 ; 甲区|5|6 ::  :: yearAlone B3, yearAlone C3
years alone in rows below a title of some months :: 历年1-10月税收收入（亿元） ; 年份|甲区|乙县 ; 2025|5|7 ; 2026|6|8 ::  :: yearAlone B3, yearAlone B4, yearAlone C3, yearAlone C4
two years with a line between :: 2021-22年度税收收入（亿元） ; 地区|税收收入 ; 甲区|5 ::  :: noPeriod B3
a day in the title :: 主要指标（2026-10-31） ; 地区|税收收入（亿元） ; 甲区|5 ::  :: noPeriod B3
ten days of a month :: 2026年10月上旬主要指标 ; 地区|税收收入（亿元） ; 甲区|5 ::  :: aroundOther B2
a mean of days :: 2026年10月日均用电量 ; 地区|全社会用电量（万千瓦时） ; 甲区|5 ::  :: aroundOther B2
a rank behind a growth that is not read :: 2026年10月主要指标 ; 地区|税收收入（亿元）|增速（%）|位次 ; 甲区|5|3|2 :: TAX JIA 5 B3 :: headUnclear D2
a growth behind an unknown figure :: 2026年10月税收收入 ; 单位：亿元 ; 地区|本月|招商签约额|同比（%） ; 甲区|5|3|2 :: TAX JIA 5 B4 :: headUnclear D3
growths ahead of their figures :: 2026年10月主要指标 ; 地区|同比（%）|税收收入（亿元）|同比（%）|固定资产投资（亿元） ; 甲区|5|6|7|8 :: INV JIA 8 E3, TAX JIA 6 C3 :: headUnclear B2, headUnclear D2
months that cross a year in rows :: 2026年2月税收收入 ; 单位：亿元 ; 月份|甲区 ; 12月|1 ; 1月|2 ::  :: rowsOrder A4, rowsOrder A5
`;

const cells = (row: string) =>
  row.split('|').map((cell) => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell || null));
const known = tables
  .trim()
  .split('\n')
  .map((line) => line.split('::').map((part) => part.trim()));

test.each(known)('%s', (_, rows = '', figures = '', faults = '') => {
  const found = mapped(plainSheet(rows.split(' ; ').map((row) => cells(row.trim()))));
  const read = inLines(found).map((line) => line.replace(/ 20\d\d-\w+/, ''));
  expect([read.join(', '), faultsIn(found).join(', ')]).toEqual([figures, faults]);
});

const ofRows = (...rows: string[]) => plainSheet(rows.map(cells));
const declared = (...texts: string[]) => ({
  names: { indicator: {}, unit: {}, line: Object.fromEntries(texts.map((text) => [nameKey(text, ''), harmlessLine])) },
});

test('a line, a title and a column that a person declared to be remarks keep nothing from being read', () => {
  const sheet = ofRows(
    '2026年10月考核目标表',
    '单位：亿元',
    '地区|类别|税收收入',
    '甲区|城区|12',
    '二、县域',
    '乙县|县|3',
  );
  const before = mapped(sheet);
  expect(inLines(before)).toEqual([]);
  const asked = before.unknown.map(({ text, address }) => `${text} ${address}`);
  expect(asked).toEqual(['2026年10月考核目标表 A1', '类别 B3', '二、县域 A5']);
  expect(inLines(mapped(sheet, () => declared('2026年10月考核目标表', '类别')))).toEqual(['TAX JIA 2026-M10 12 C4']);
  const after = mapped(sheet, () => declared('2026年10月考核目标表', '类别', '二、县域'));
  expect(inLines(after)).toEqual(['TAX JIA 2026-M10 12 C4', 'TAX YI 2026-M10 3 C6']);
  expect(after.unknown).toEqual([]);
});

test('a column that a person named is read below a title that may be of other figures', () => {
  const sheet = ofRows('2026年10月考核目标表', '地区|税收收入（亿元）', '甲区|12');
  const named = ({ columns }: Mapping) => ({
    columns: columns.map((one) => (one.use === 'value' ? { ...one, period: '2026-M10' } : one)),
  });
  expect(inLines(mapped(sheet, named))).toEqual(['TAX JIA 2026-M10 12 B3']);
});

test('figures of a hidden column are told', () => {
  const sheet = ofRows('2026年10月主要指标', '地区|税收收入（亿元）', '甲区|12');
  const found = mapped({ ...sheet, hidden: { rows: [], columns: [1] } });
  expect(found.figures.map(({ findings }) => findings.map(({ key }) => key))).toEqual([['hiddenColumn']]);
});

test('what a form says of a text is kept, and taken back', () => {
  const proposed = mapped(ofRows('2026年10月主要指标', '地区|税收收入（亿元）', '甲区|12')).mapping;
  const said = withNames(proposed, [{ kind: 'line', key: '二、县域', name: harmlessLine }], mappedNames);
  expect([said.faults, said.mapping.names.line]).toEqual([[], { '二、县域': harmlessLine }]);
  const back = withNames(said.mapping, [{ kind: 'line', key: '二、县域', name: '' }], mappedNames);
  expect(back.mapping.names.line).toEqual({});
});

test('a list with tabs that is named .csv is read below its title', async () => {
  const text = '2026年10月主要指标\n单位：亿元\n地区\t税收收入\n甲区\t12\n乙县\t"1,234"\n';
  const sheet = await readFigureSheet(new TextEncoder().encode(text), '表.csv');
  expect(inLines(mapped(sheet))).toEqual(['TAX JIA 2026-M10 12 B4', 'TAX YI 2026-M10 1234 B5']);
});
