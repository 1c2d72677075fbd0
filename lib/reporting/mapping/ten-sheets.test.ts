import { describe, expect, test } from 'vitest';
import { book, faultsIn, inLines, leftIn, lines, mapped } from '@/lib/testing/mapped-sheets';

// The figures behind each sheet were read from it by a person, cell by cell.
describe('ten sheets of ten shapes', () => {
  test('1: months in columns below a title, a unit line, 合计 in the middle', async () => {
    const sheet = await book(
      [
        ['2026年各县区全社会用电量分月情况'],
        [null, null, null, '单位：万千瓦时'],
        ['地区', '1月', '2月', '3月'],
        ['甲区', 12345, 9800.5, 13010],
        ['乙县', 8000, '7,120', 8210],
        ['合计', 20345, 16920.5, 21220],
        ['丙市', 5010, null, 5333],
        ['丁区', '—', 410, 430],
        ['注：2月含春节因素。'],
      ],
      'A1:D1',
    );
    const found = mapped(sheet);
    expect(found.mapping).toMatchObject({
      ...{ headFrom: 3, headTo: 3, unit: { from: 'column' }, indicator: { from: 'fixed', code: 'POWER' } },
      period: { from: 'head' },
    });
    expect(inLines(found)).toEqual(
      lines(`POWER JIA 2026-M01 12345 B4
        POWER JIA 2026-M02 9800.5 C4
        POWER JIA 2026-M03 13010 D4
        POWER YI 2026-M01 8000 B5
        POWER YI 2026-M02 7120 C5
        POWER YI 2026-M03 8210 D5
        POWER BING 2026-M01 5010 B7
        POWER BING 2026-M03 5333 D7
        POWER DING 2026-M02 410 C8
        POWER DING 2026-M03 430 D8`),
    );
    expect(faultsIn(found)).toEqual([]);
    expect(leftIn(found)).toEqual(['total A6', 'empty C7', 'note A9']);
  });

  test('2: months in columns, each with its own and the sum so far, and growth', async () => {
    const sheet = await book(
      [
        ['规模以上工业总产值（2026年）'],
        ['县（市、区）', '1-2月', null, '3月', null, '1-3月', null],
        [null, '总量（亿元）', '同比（%）', '总量（亿元）', '同比（%）', '总量（万元）', '同比（%）'],
        ['甲区', 100.5, 3.2, 60.25, -1.1, 1607500, 1.5],
        ['乙县', 40, '下降2.0', 20, '持平', 600000, 0.1],
      ],
      'A1:G1 A2:A3 B2:C2 D2:E2 F2:G2',
    );
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`OUT JIA 2026-YTD02 100.5 3.2% B4
        OUT JIA 2026-M03 60.25 -1.1% D4
        OUT JIA 2026-YTD03 160.75 1.5% F4
        OUT YI 2026-YTD02 40 -2.0% B5
        OUT YI 2026-M03 20 0% D5
        OUT YI 2026-YTD03 60 0.1% F5`),
    );
    expect(faultsIn(found)).toEqual([]);
  });

  test('3: units in columns, indicators with indented parts, a column of units of measure', async () => {
    const sheet = await book(
      [
        ['2026年1-10月主要经济指标'],
        ['指标名称', '计量单位', '全市', '甲区', '乙县', '丙市'],
        ['一、规模以上工业总产值', '亿元', 300, 100.5, 120.25, 79.25],
        ['二、固定资产投资', '亿元', 90, 30, 40, 20],
        ['   其中：工业投资', '亿元', 45, 15, 20, 10],
        ['   　　房地产', '亿元', 9, 3, 4, 2],
        ['三、城镇调查失业率', '%', 5, 4.9, 5.1, 5],
        ['四、全社会用电量', '亿千瓦时', 6, 2.5, 2, 1.5],
        ['五、招商引资', '亿元', 6, 2.5, 2, 1.5],
      ],
      'A1:F1',
    );
    const found = mapped(sheet);
    expect(found.mapping).toMatchObject({
      unit: { from: 'head' },
      indicator: { from: 'column' },
      period: { from: 'title' },
    });
    expect(inLines(found)).toEqual(
      lines(`OUT JIA 2026-YTD10 100.5 D3
        OUT YI 2026-YTD10 120.25 E3
        OUT BING 2026-YTD10 79.25 F3
        INV JIA 2026-YTD10 30 D4
        INV YI 2026-YTD10 40 E4
        INV BING 2026-YTD10 20 F4
        INV_I JIA 2026-YTD10 15 D5
        INV_I YI 2026-YTD10 20 E5
        INV_I BING 2026-YTD10 10 F5
        RATE JIA 2026-YTD10 4.9 D7
        RATE YI 2026-YTD10 5.1 E7
        RATE BING 2026-YTD10 5 F7
        POWER JIA 2026-YTD10 25000 D8
        POWER YI 2026-YTD10 20000 E8
        POWER BING 2026-YTD10 15000 F8`),
    );
    // 房地产 is an alias of a whole, here a part of a line: a person says what it is, and no one knows 招商引资.
    expect(faultsIn(found)).toEqual(['partOf A6', 'unknownIndicator A9']);
    expect(leftIn(found)).toEqual(['otherColumn C2']);
    expect(found.unknown.map(({ key, either }) => [key, either])).toEqual([
      ['二、固定资产投资 / 房地产', ['INV_H']],
      ['五、招商引资', []],
    ]);
    const decided = mapped(sheet, (proposed) => ({
      names: { ...proposed.names, indicator: { '二、固定资产投资 / 房地产': 'INV_H' } },
    }));
    expect(inLines(decided)).toHaveLength(18);
    expect(inLines(decided)).toContain('INV_H JIA 2026-YTD10 3 D6');
    expect(faultsIn(decided)).toEqual(['unknownIndicator A9']);
  });

  test('4: units in columns with figure and growth below each, notes between the rows', async () => {
    const sheet = await book(
      [
        ['主要指标完成情况（2026年9月）'],
        ['指标', '单位', '甲区', null, '乙县', null],
        [null, null, '本月', '同比%', '本月', '同比%'],
        ['规上工业总产值', '万元', 105000, 5.5, 98000, -0.4],
        ['说明：以下为快报数。'],
        ['税收收入', '亿元', 3.1, 8, 2.25, 7.5],
        [],
        ['工业用电量', '万千瓦时', 900, 1, '约1000', 2],
      ],
      'A1:F1 A2:A3 B2:B3 C2:D2 E2:F2 A5:F5',
    );
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`OUT JIA 2026-M09 10.5 5.5% C4
        OUT YI 2026-M09 9.8 -0.4% E4
        TAX JIA 2026-M09 3.1 8% C6
        TAX YI 2026-M09 2.25 7.5% E6
        IPOWER JIA 2026-M09 900 1% C8
        IPOWER YI 2026-M09 1000 about 2% E8`),
    );
    expect(faultsIn(found)).toEqual([]);
    expect(leftIn(found)).toEqual(['note A5']);
  });

  test('5: merged names of units, two indicators each, this month and the year to date', async () => {
    const sheet = await book(
      [
        ['附表2'],
        ['单位：亿元', null, null, null, '2026年10月'],
        ['县区', '指标', '本月', '累计', '累计同比（%）'],
        ['甲区', '固定资产投资', 3, 30, 4.5],
        [null, '税收收入', 1.5, 14, 6],
        ['乙县', '固定资产投资', 4, 40, '-1.5%'],
        [null, '税收收入', 2, 21, 5],
      ],
      'A4:A5 A6:A7',
    );
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`INV JIA 2026-M10 3 C4
        INV JIA 2026-YTD10 30 4.5% D4
        TAX JIA 2026-M10 1.5 C5
        TAX JIA 2026-YTD10 14 6% D5
        INV YI 2026-M10 4 C6
        INV YI 2026-YTD10 40 -1.5% D6
        TAX YI 2026-M10 2 C7
        TAX YI 2026-YTD10 21 5% D7`),
    );
    expect(faultsIn(found)).toEqual([]);
  });

  test('6: 万元 and 亿元 in one sheet, by the heads of the indicators, with ranks', async () => {
    const sheet = await book(
      [
        ['2026年三季度分县区情况'],
        [
          '地区',
          '规模以上工业总产值（亿元）',
          '同比',
          '位次',
          '税收收入（万元）',
          '同比',
          '位次',
          '企业数（家）',
          '增速',
        ],
        ['甲区', 350.5, 6.1, 1, 91000, 3, '第2', 120, 9],
        ['乙县', 280, 5, 2, 99500, 4.2, 1, 98, 8],
        ['平均', 315.25, 5.5, null, 95250, 3.6, null, 109, 8.5],
      ],
      'A1:I1',
    );
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`OUT JIA 2026-Q3 350.5 6.1% #1 B3
        TAX JIA 2026-Q3 9.1 3% #2 E3
        FIRMS JIA 2026-Q3 120 H3
        OUT YI 2026-Q3 280 5% #2 B4
        TAX YI 2026-Q3 9.95 4.2% #1 E4
        FIRMS YI 2026-Q3 98 H4`),
    );
    expect(faultsIn(found)).toEqual([]);
    expect(leftIn(found)).toEqual(['unknownColumn I2', 'total A5']);
  });

  test('7: a second table below the first, in another unit of measure', async () => {
    const sheet = await book([
      ['2026年10月快报'],
      ['（一）产值', null, '单位：亿元'],
      ['地区', '规模以上工业总产值', '同比（%）'],
      ['甲区', 30, 5],
      ['乙县', 28, 4],
      [],
      ['（二）税收', null, '单位：万元'],
      ['地区', '税收收入', '同比（%）'],
      ['甲区', 9100, 3],
      ['乙县', 9950, 4.2],
    ]);
    const first = mapped(sheet);
    expect(inLines(first)).toEqual(['OUT JIA 2026-M10 30 5% B4', 'OUT YI 2026-M10 28 4% B5']);
    expect(faultsIn(first)).toEqual([]);
    expect(leftIn(first)).toEqual(['unitLine A7', 'secondTable A8', 'secondTable A9', 'secondTable A10']);
    const second = mapped(sheet, () => ({}), null, { from: 7, to: 7 });
    expect(inLines(second)).toEqual(['TAX JIA 2026-M10 0.91 3% B9', 'TAX YI 2026-M10 0.995 4.2% B10'].sort());
    expect(faultsIn(second)).toEqual([]);
  });
});
