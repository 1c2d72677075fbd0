import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '@/lib/catalogue/words';
import { readFigure, readGrowth } from './read-figure';

const unit = (unitZh: string, unitEn = unitZh, measure: Measure = 'amount') => ({ unitZh, unitEn, measure });
const yi = unit('亿元', '100 m yuan');
const percent = unit('%', '%', 'rate');

describe('a number is read exactly', () => {
  test.each([
    ['12.3', yi, '12.3', 1],
    ['12.30', yi, '12.30', 2],
    ['0', yi, '0', 0],
    ['-0', yi, '0', 0],
    ['0.00', yi, '0.00', 2],
    ['007', yi, '7', 0],
    ['.5', yi, '0.5', 1],
    [' 42 ', yi, '42', 0],
    ['１２３，４５６．７', yi, '123456.7', 1],
    ['1,234,567.89', yi, '1234567.89', 2],
    ['1 234 567', yi, '1234567', 0],
    ['1 234', yi, '1234', 0],
    ['－5', yi, '-5', 0],
    ['−5.5', yi, '-5.5', 1],
    ['–5', yi, '-5', 0],
    ['-5', yi, '-5', 0],
    ['- 5', yi, '-5', 0],
    ['＋5', yi, '5', 0],
    ['\u200b7\ufeff', yi, '7', 0],
    ['999999999999999', yi, '999999999999999', 0],
    ['0.0123456789', yi, '0.0123456789', 10],
    ['0.1234567891', yi, '0.1234567891', 10],
  ])('%s', (typed, indicator, value, decimals) => {
    expect(readFigure(typed, indicator)).toEqual({
      kind: 'number',
      value,
      decimals,
      qualifier: 'exact',
      qualifierPrinted: '',
      isConverted: false,
    });
  });
});

describe('a scale or a unit after the number is applied', () => {
  test.each([
    ['12.3亿元', yi, '12.3', 1],
    ['12.30 亿元', yi, '12.30', 2],
    ['12.3 100 m Yuan', yi, '12.3', 1],
    ['12000万', yi, '1.2', 1],
    ['12,000 万', yi, '1.2', 1],
    ['12000万元', yi, '1.2', 1],
    ['120000000元', yi, '1.2', 1],
    ['1.2亿', yi, '1.2', 1],
    ['1.2万亿', yi, '12000', 0],
    ['1.2亿', unit('万元'), '12000', 0],
    ['5百万元', unit('万元'), '500', 0],
    ['1.2万', unit('家'), '12000', 0],
    ['1.2万家', unit('家'), '12000', 0],
    ['3千万', unit('元'), '30000000', 0],
    ['－1.5亿', unit('万元'), '-15000', 0],
    ['5万千瓦时', unit('千瓦时'), '50000', 0],
    ['100辆/日', unit('辆/日'), '100', 0],
    ['12.3%', percent, '12.3', 1],
    ['－12.3 ％', percent, '-12.3', 1],
    ['1元', yi, '0.00000001', 8],
    ['12100 million yuan', unit('亿元', '100 million yuan'), '121', 0],
    ['1,100 million yuan', unit('亿元', '100 million yuan'), '11', 0],
    ['12 100 million yuan', unit('亿元', '100 million yuan'), '12', 0],
    ['120000吨', unit('万吨', '10,000 t'), '12', 0],
    ['0.0012亿吨', unit('万吨', '10,000 t'), '12', 0],
    ['12 kg', unit('吨', 't'), '0.012', 3],
    ['887.1万', unit('万吨', '10,000 t'), '887.1', 1],
    ['6.11亿', unit('亿千瓦时', '100 million kWh'), '6.11', 2],
    ['5万', unit('千瓦时', 'kWh'), '50000', 0],
    ['1.2亿', unit('万千瓦', '10,000 kW'), '12000', 0],
    ['3万', unit('公里', 'km'), '30000', 0],
    ['3亿度', unit('万千瓦时', '10,000 kWh'), '30000', 0],
    ['5平方公里', unit('公顷', 'ha'), '500', 0],
    ['1.2%', unit('‰'), '12', 0],
    ['3.5 million tonnes', unit('万吨', '10,000 t'), '350', 0],
    ['1.2百分点', unit('个百分点', 'points', 'rate'), '1.2', 1],
  ])('%s', (typed, indicator, value, decimals) => {
    expect(readFigure(typed, indicator)).toMatchObject({ kind: 'number', value, decimals, isConverted: true });
  });
});

describe('a qualifying word is kept', () => {
  test.each([
    ['约2600', yi, '2600', 'about', '约'],
    ['近 30', yi, '30', 'about', '近'],
    ['30左右', yi, '30', 'about', '左右'],
    ['超1.2亿', unit('万元'), '12000', 'at_least', '超'],
    ['突破1500亿元', yi, '1500', 'at_least', '突破'],
    ['2000多家', unit('家'), '2000', 'at_least', '多'],
    ['2000余', unit('家'), '2000', 'at_least', '余'],
    ['10多亿元', yi, '10', 'at_least', '多'],
    ['10余万', unit('家'), '100000', 'at_least', '余'],
    ['500家以上', unit('家'), '500', 'at_least', '以上'],
    ['200+', unit('家'), '200', 'at_least', '+'],
    ['≥5', yi, '5', 'at_least', '≥'],
    ['不超过30%', percent, '30', 'at_most', '不超过'],
    ['30以内', yi, '30', 'at_most', '以内'],
    ['预计 88', yi, '88', 'expected', '预计'],
    ['预计突破88', yi, '88', 'at_least', '预计突破'],
    ['第21位', unit('位', '', 'rank'), '21', 'exact', ''],
  ])('%s', (typed, indicator, value, qualifier, qualifierPrinted) => {
    expect(readFigure(typed, indicator)).toMatchObject({ kind: 'number', value, qualifier, qualifierPrinted });
  });
});

test.each([
  ['', 'blank'],
  ['   ', 'blank'],
  ['—', 'blank'],
  ['——', 'blank'],
  ['–', 'blank'],
  ['-', 'blank'],
  ['--', 'blank'],
  ['／', 'blank'],
  ['未报', 'notReported'],
  ['不适用', 'notApplicable'],
  ['N/A', 'notApplicable'],
  ['ｎ／ａ', 'notApplicable'],
])('“%s” is absent and never zero', (typed, absence) => {
  expect(readFigure(typed, yi)).toEqual({ kind: 'absent', absence });
});

test.each([
  ['1,23', 'badGrouping'],
  ['1234,567', 'badGrouping'],
  ['1,0000', 'badGrouping'],
  ['0,123', 'badGrouping'],
  ['1.234,5', 'badGrouping'],
  ['1,234 567', 'badGrouping'],
  ['12 34', 'badGrouping'],
  ['1e309', 'exponent'],
  ['1e5', 'exponent'],
  ['1.2E+07', 'exponent'],
  ['0x10', 'notANumber'],
  ['abc', 'notANumber'],
  ['1.2.3', 'notANumber'],
  ['5.', 'notANumber'],
  ['+', 'notANumber'],
  ['=1+1', 'notANumber'],
  ['—5', 'longDash'],
  ['▲5.3', 'triangle'],
  ['△5.3', 'triangle'],
  ['…', 'notShown'],
  ['……', 'notShown'],
  ['×', 'notShown'],
  ['***', 'notShown'],
  ['空', 'notShown'],
  ['无', 'notShown'],
  ['暂无', 'notShown'],
  ['#', 'notShown'],
  ['(5)', 'bracketed'],
  ['（5.3）', 'bracketed'],
  ['150.1（快报）', 'remark'],
  ['12①', 'markBehind'],
  ['5²', 'markBehind'],
  ['4.62*', 'markBehind'],
  ['4.62 #', 'markBehind'],
  ['4.62p', 'markBehind'],
  ['约5左右', 'notANumber'],
  ['2026-09-30', 'notANumber'],
  ['1234567890123456', 'tooLong'],
  ['0.12345678901', 'tooLong'],
  ['12.3吨', 'otherUnit'],
  ['12.3亿美元', 'otherUnit'],
  ['5 家', 'otherUnit'],
  ['12美元', 'otherUnit'],
  ['12.3%', 'percentNotHere'],
  ['3-5', 'range'],
  ['3～5', 'range'],
  ['3—5亿元', 'range'],
  ['3万至5万', 'range'],
  ['#N/A', 'spreadsheetError'],
  ['#REF!', 'spreadsheetError'],
  ['#VALUE!', 'spreadsheetError'],
  ['#DIV/0!', 'spreadsheetError'],
  ['#NUM!', 'spreadsheetError'],
  ['#####', 'spreadsheetError'],
])('“%s” in 亿元 is no figure', (typed, fault) => {
  expect(readFigure(typed, yi)).toEqual({ kind: 'fault', fault });
});

test('a text as long as a page is too long', () => {
  expect(readFigure('9'.repeat(5000), yi)).toEqual({ kind: 'fault', fault: 'tooLong' });
});

test('a scale on a percentage is refused', () => {
  expect(readFigure('1.2万', percent)).toEqual({ kind: 'fault', fault: 'otherUnit' });
  expect(readFigure('1.2%', unit('个百分点', 'points', 'rate'))).toEqual({ kind: 'fault', fault: 'percentNotHere' });
});

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.stringMatching(/^\d{0,10}$/))
  .map(([isNegative, whole, fraction]) => {
    const sign = isNegative && /[1-9]/.test(`${whole}${fraction}`) ? '-' : '';
    return `${sign}${whole}${fraction && `.${fraction}`}`;
  });

test('a decimal written with groups and in full width is read back unchanged', () => {
  fc.assert(
    fc.property(decimals, fc.constantFrom(',', ' ', ''), fc.boolean(), (decimal, separator, isWide) => {
      const [whole = '', fraction] = decimal.split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator) + (fraction ? `.${fraction}` : '');
      const typed = isWide
        ? grouped.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
        : grouped;
      expect(readFigure(typed, yi)).toMatchObject({ kind: 'number', value: decimal });
    }),
  );
});

test('any typed text is read without an error, and a number is a decimal string', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.stringMatching(/^[-+\d.,e%万亿元约多 ]{0,20}$/)),
      (typed) => {
        const reading = readFigure(typed, yi);
        if (reading.kind === 'number') expect(reading.value).toMatch(/^-?\d{1,15}(\.\d{1,10})?$/);
      },
    ),
  );
});

test.each([
  ['5.3', { kind: 'number', value: '5.3' }],
  ['+5.3%', { kind: 'number', value: '5.3' }],
  ['－1.2个百分点', { kind: 'number', value: '-1.2' }],
  ['增长8.3%', { kind: 'number', value: '8.3' }],
  ['同比增长 8.3 ％', { kind: 'number', value: '8.3' }],
  ['提高0.5个百分点', { kind: 'number', value: '0.5' }],
  ['下降5.3%', { kind: 'number', value: '-5.3' }],
  ['增长－5.3%', { kind: 'number', value: '-5.3' }],
  ['负增长5.3%', { kind: 'number', value: '-5.3' }],
  ['同比负增长 5.3%', { kind: 'number', value: '-5.3' }],
  ['正增长5.3%', { kind: 'number', value: '5.3' }],
  ['↓5.3', { kind: 'number', value: '-5.3' }],
  ['↑5.3%', { kind: 'number', value: '5.3' }],
  ['同比↓5.3%', { kind: 'number', value: '-5.3' }],
  ['5.3%↓', { kind: 'number', value: '-5.3' }],
  ['5.3 % ⬆️', { kind: 'number', value: '5.3' }],
  ['0.5个百分点↓', { kind: 'fault', fault: 'otherUnit' }],
  ['▼5.3%', { kind: 'number', value: '-5.3' }],
  ['−5.3', { kind: 'number', value: '-5.3' }],
  ['–5.3', { kind: 'number', value: '-5.3' }],
  ['﹣5.3', { kind: 'number', value: '-5.3' }],
  ['—5.3%', { kind: 'fault', fault: 'longDash' }],
  ['▲5.3', { kind: 'fault', fault: 'triangle' }],
  ['△ 5.3%', { kind: 'fault', fault: 'triangle' }],
  ['5.3▲', { kind: 'fault', fault: 'triangle' }],
  ['↓-5.3', { kind: 'fault', fault: 'twoSigns' }],
  ['↑-5.3%', { kind: 'fault', fault: 'twoSigns' }],
  ['-5.3%↓', { kind: 'fault', fault: 'twoSigns' }],
  ['下降5.3%↓', { kind: 'fault', fault: 'twoSigns' }],
  ['(5.3)', { kind: 'fault', fault: 'bracketed' }],
  ['…', { kind: 'fault', fault: 'notShown' }],
  ['由负转正', { kind: 'fault', fault: 'notANumber' }],
  ['基本持平', { kind: 'fault', fault: 'notANumber' }],
  ['持平', { kind: 'number', value: '0' }],
  ['与上年同期持平', { kind: 'number', value: '0' }],
  ['下降-5.3%', { kind: 'fault', fault: 'twoSigns' }],
  ['回落0.5个百分点', { kind: 'fault', fault: 'notANumber' }],
  ['（5.3）', { kind: 'fault', fault: 'bracketed' }],
  ['150.1（快报）', { kind: 'fault', fault: 'remark' }],
  ['增长1.2倍', { kind: 'fault', fault: 'otherUnit' }],
  ['8.3‰', { kind: 'fault', fault: 'otherUnit' }],
  ['', { kind: 'empty' }],
  ['—', { kind: 'empty' }],
  ['abc', { kind: 'fault', fault: 'notANumber' }],
  ['1e5', { kind: 'fault', fault: 'exponent' }],
  ['3-5%', { kind: 'fault', fault: 'range' }],
  ['#DIV/0!', { kind: 'fault', fault: 'spreadsheetError' }],
])('the growth “%s”', (typed, expected) => {
  expect(readGrowth(typed, { measure: /百分点/.test(typed) ? 'rate' : 'amount' })).toEqual(expected);
});

test.each([
  ['2%', 'rate', 'growthPercent'],
  ['增长2％', 'rate', 'growthPercent'],
  ['2%↓', 'rate', 'growthPercent'],
  ['2个百分点', 'amount', 'growthPoints'],
  ['提高0.5百分点', 'rank', 'growthPoints'],
] as const)('the growth “%s” of a %s is in another unit', (typed, measure, fault) => {
  expect(readGrowth(typed, { measure })).toEqual({ kind: 'fault', fault });
});

test('the growth of a rate without a sign is in percentage points', () => {
  expect(readGrowth('2', { measure: 'rate' })).toEqual({ kind: 'number', value: '2' });
});
