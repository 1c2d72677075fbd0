import { describe, expect, test } from 'vitest';
import { faultsOfMarks, filledText, paragraphsOf } from './marks';

const facts = new Map([
  ['甲区·得分', '87.50'],
  ['甲区·名次', '1'],
  ['单位数', '12'],
  ['上期', '2024年'],
  ['期间', '2025年'],
  ['方案', '演示考核方案'],
]);

describe('marks', () => {
  test.each([
    ['甲区得{甲区·得分}分', '甲区得87.50分'],
    ['甲区得｛ 甲区·得分 ｝分，第{甲区·名次}位', '甲区得87.50分，第1位'],
    ['没有{乙区·得分}', '没有{乙区·得分}'],
    ['', ''],
  ])('%s is printed as %s', (text, printed) => expect(filledText(text, facts)).toBe(printed));

  test.each([
    ['甲区得{甲区·得分}分', []],
    ['甲区得{乙区·得分}分', [['unknown', '乙区·得分']]],
    ['甲区得87.50分', [['typed', '87.50']]],
    ['甲区得８７．５０分', [['typed', '８７．５０']]],
    [
      '增长5%，第①位',
      [
        ['typed', '5%'],
        ['typed', '①'],
      ],
    ],
    ['甲区得{甲区·得分分', [['brace', '{']]],
    ['甲区得甲区·得分}分', [['brace', '}']]],
    ['按《2026年考核办法》（考办发〔2026〕1号）', []],
    ['按考办发〔2026〕1号第3条', [['typed', '3']]],
    ['演示1区、演示12区居前', []],
    ['演示1区得1分', [['typed', '1']]],
    ['二十家单位', []],
    // What is cited has a title; a number in the marks of one has none.
    ['得《99》分', [['typed', '99']]],
    ['得《99分》', [['typed', '99']]],
    [
      '文号为〔9999〕99号',
      [
        ['typed', '9999'],
        ['typed', '99'],
      ],
    ],
    ['按《{期间}考核办法（2025年版）》', []],
    // Digits in letters of their own.
    ['第Ⅻ位', [['typed', 'Ⅻ']]],
    ['优于Ⅲ类水质', []],
    ['得〹〡分', [['typed', '〹〡']]],
    [
      '㋀的第㏠、㍘',
      [
        ['typed', '㋀'],
        ['typed', '㏠'],
        ['typed', '㍘'],
      ],
    ],
    ['二〇二五年', []],
    // Figures of the result that make another number together, or by what is beside them.
    ['得{甲区·名次}{甲区·得分}分', [['joined', '187.50']]],
    ['得{甲区·名次}.{单位数}分', [['joined', '1.12']]],
    ['得{甲区·名次}\u200b{单位数}分', [['joined', '1\u200b12']]],
    ['演示区3{甲区·得分}分', [['joined', '387.50']]],
    ['得-{甲区·得分}分', [['joined', '-87.50']]],
    ['得−{甲区·得分}分', [['joined', '−87.50']]],
    ['占{甲区·得分}%', [['joined', '87.50%']]],
    ['共{单位数}万个', [['joined', '12万']]],
    ['《甲区得分》{甲区·得分}', []],
    ['{期间}{方案}', []],
    ['{上期}-{期间}', []],
    ['第{甲区·名次}-{单位数}位', []],
    ['甲区（{甲区·得分}分，第{甲区·名次}位）、{甲区·名次}/{单位数}，{甲区·名次}，{单位数}', []],
    ['{甲区·名次}{乙区·得分}', [['unknown', '乙区·得分']]],
  ])('%s has the faults %j', (line, faults) => {
    const found = faultsOfMarks([line], facts, ['演示1区', '演示12区', '演示区3', '9']);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual(faults);
  });

  test('faults name the paragraph, all at once', () => {
    const found = faultsOfMarks(paragraphsOf('甲\n\n得1分\n  得{x}分 '), facts);
    expect(found).toEqual([
      { kind: 'typed', line: 2, text: '1' },
      { kind: 'unknown', line: 3, text: 'x' },
    ]);
  });
});
