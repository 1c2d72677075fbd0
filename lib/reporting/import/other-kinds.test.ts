import { describe, expect, test } from 'vitest';
import { anyOtherKind, otherKinds } from '@/lib/reporting/import/other-kinds';
import { isOtherFigure } from '@/lib/reporting/import/sheet-spans';
import { kindTold } from '@/lib/reporting/import/unread-subjects';
import { saysOther } from '@/lib/reporting/mapping/texts-around';
import { inLines, mapped, typedSheet } from '@/lib/testing/mapped-sheets';

const words = Object.values(otherKinds).flat();
const told = (kind: 'cell' | 'line', text: string) =>
  kindTold({ kind, text, row: 0, column: 0, address: '', head: '', isAbove: false, isAlone: true, scope: [] });
const noHeads = { texts: [], hasGrowth: false, hasRank: false };

describe.each(words)('%s', (word) => {
  test('makes figures others in a cell beside them, in a line, in a title and in a remark', () => {
    expect([told('cell', word), told('line', word)]).toEqual(['other', 'other']);
    expect(saysOther(`表中均为${word}`, { indicators: [] }, noHeads)).toBe(true);
    const read = (remark: string) =>
      inLines(mapped(typedSheet(`2026年10月主要指标\n地区|税收收入（亿元）|备注\n甲区|1|${remark}`)));
    expect(read('待核')).toEqual(['TAX JIA 2026-M10 1 B3']);
    expect([read(word), read(`按${word}列`)]).toEqual([[], []]);
  });
});

test('a head that begins with a word of an earlier time or a plan is of another figure, but for words of both', () => {
  const heads = [...otherKinds.earlier, ...otherKinds.plan].filter((word) => !isOtherFigure(word));
  expect(heads).toEqual(['考核', '力争', '指标值']);
});

test('of two words that begin alike the longer one is found', () => {
  const pattern = new RegExp(`^(?:${anyOtherKind('earlier')})`);
  expect(pattern.exec('上年度数')?.[0]).toBe('上年度');
  expect(new Set(words).size).toBe(words.length);
});
