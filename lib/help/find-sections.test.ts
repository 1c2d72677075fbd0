import { expect, test } from 'vitest';
import { findSections } from '@/lib/help/find-sections';

const addresses = (asked: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  findSections(asked, locale).map(({ manual, id }) => `${manual ?? 'help'}#${id}`);

test('a word of a page is found although a manual has only its key', () => {
  expect(addresses('另记核定数')).toContain('reviewer#verify');
  expect(addresses('Withdraw', 'en')).toContain('reporter#withdraw');
});

test('a section with the words in its heading comes before one with them in its text', () => {
  expect(addresses('退回').slice(0, 2)).toEqual(['reporter#returned', 'reviewer#return']);
});

test('every word must match, in letters of any case and width', () => {
  expect(addresses('ｅｘｃｅｌ 模板')).toEqual(['reporter#excel']);
  expect(addresses('excel 火星')).toEqual([]);
});

test('a section that only repeats a rule comes last', () => {
  expect(addresses('退回').at(-1)).toBe('auditor#elsewhere');
});

test('a rule said in a section is found there', () => {
  expect(addresses('不改报送数')).toEqual(expect.arrayContaining(['reviewer#verify', 'office#never']));
});

test('the reader’s language is searched, not the other', () => {
  expect(addresses('calendar')).toEqual([]);
  expect(addresses('calendar', 'en')).toContain('office#calendar');
});

test('a term of the help page is found by its name and by its meaning', () => {
  expect(addresses('规模以上')).toContain('help#aboveSize');
  expect(addresses('Equal rank', 'en')).toContain('help#competition');
});

test('an empty query finds nothing, and characters of regular expressions are literal', () => {
  expect(addresses('  ')).toEqual([]);
  expect(addresses('(.*')).toEqual([]);
});

test('a snippet is cut around the words of the query, which it marks', () => {
  const [first] = findSections('宽限期', 'zh-CN');
  expect(first?.snippet.filter(({ isAsked }) => isAsked).map(({ text }) => text)).toEqual(['宽限期']);
  expect((first?.snippet ?? []).map(({ text }) => text).join('').length).toBeLessThan(130);
});
