import { expect, test } from 'vitest';
import { citationText, citedSources } from './citation-text';

const of = (sourceCode: string, more: object = {}) => ({
  ...{ sourceCode, sourceTitle: `《文件${sourceCode}》`, publisher: '演示统计局', publishedOn: '2026-03-01' },
  ...{ sourceWithdrawn: null, locator: '', quote: '', ...more },
});

test('documents are cited once each with publisher and day, what is not known left out', () => {
  expect(citedSources([of('1'), of('1')], 'zh-CN')).toBe('《文件1》（演示统计局，2026-03-01）');
  expect(citedSources([of('1', { publishedOn: null }), of('2', { publisher: '', publishedOn: null })], 'en')).toBe(
    '《文件1》 (演示统计局); 《文件2》',
  );
});

test('of many documents three are named, and how many there are', () => {
  const cited = citedSources(
    ['1', '2', '3', '4'].map((code) => of(code)),
    'zh-CN',
  );
  expect(cited).toContain('《文件3》');
  expect(cited).not.toContain('《文件4》');
  expect(cited).toMatch(/等 4 份文件$/);
});

test('a citation has gaps for the address and the day, and leaves out what is empty', () => {
  expect(citationText({ what: ['产值', '', '2026年'], source: 'S' }, 'zh-CN')).toBe(
    '产值，2026年。数据来源：S。载：指挥棒 Baton，{address}，{day}查阅。',
  );
  expect(citationText({ what: ['Output', '2026'], source: 'S' }, 'en')).toMatch(
    /^Output, 2026\. Source: S\. In: .+, \{address\}, read on \{day\}\.$/,
  );
});
