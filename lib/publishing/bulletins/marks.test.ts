import { describe, expect, test } from 'vitest';
import { faultsOfMarks, filledText, paragraphsOf } from './marks';

const facts = new Map([
  ['甲区·得分', '87.50'],
  ['甲区·名次', '1'],
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
  ])('%s has the faults %j', (line, faults) => {
    const found = faultsOfMarks([line], facts, ['演示1区', '演示12区']);
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
