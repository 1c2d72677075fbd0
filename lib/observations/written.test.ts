import { expect, test } from 'vitest';
import { writtenText } from './written';

const figure = (
  value: string,
  decimals: number,
  qualifier: 'exact' | 'at_least' | 'about' | 'expected',
  printed = '',
) => ({
  value,
  decimals,
  qualifier,
  qualifierPrinted: printed,
});

test('a figure reads as its source prints it', () => {
  expect(writtenText(figure('1843.7', 1, 'exact'), 'zh-CN')).toBe('1,843.7');
  expect(writtenText(figure('2000', 0, 'at_least', '多'), 'zh-CN')).toBe('2000 多');
  expect(writtenText(figure('200', 0, 'at_least', '余'), 'zh-CN')).toBe('200 余');
  expect(writtenText(figure('1500', 0, 'at_least', '突破'), 'zh-CN')).toBe('突破 1,500');
  expect(writtenText(figure('1670', 0, 'expected'), 'zh-CN')).toBe('预计 1,670');
  expect(writtenText(figure('1400', 0, 'about', '左右'), 'zh-CN')).toBe('1,400 左右');
});

test('English writes the same in its own words', () => {
  expect(writtenText(figure('2000', 0, 'at_least', '多'), 'en')).toBe('over 2,000');
});

test('a place, a grade and a flag have words of their own', () => {
  expect(writtenText(figure('21', 0, 'exact'), 'zh-CN', 'rank')).toBe('第 21 位');
  expect(writtenText(figure('31', 0, 'at_least', '以后'), 'zh-CN', 'rank')).toBe('第 31 位以后');
  expect(writtenText(figure('1', 0, 'exact'), 'zh-CN', 'grade')).toBe('第一等次');
  expect(writtenText(figure('1', 0, 'exact'), 'en', 'flag')).toBe('Yes');
});
