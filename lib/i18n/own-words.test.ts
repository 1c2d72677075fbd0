import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { marked } from '@/app/ui/primitives/marked';
import { inOwnWords, ownWords } from '@/lib/i18n/own-words';

test('what the product wrote is read in the reader’s language, and texts of people stay', () => {
  for (const [chinese, english] of Object.values(ownWords)) {
    expect(inOwnWords(chinese, 'en')).toBe(english);
    expect(inOwnWords(chinese, 'zh-CN')).toBe(chinese);
  }
  expect(inOwnWords('按公式计算：A / B', 'en')).toBe('Computed by the formula A / B');
  expect(inOwnWords('本系统以外的文件', 'en')).toBe('本系统以外的文件');
});

test('an English page shows them without Chinese', () => {
  expect(renderToStaticMarkup(marked('录自文件', 'en'))).toBe('Taken from a document');
  expect(renderToStaticMarkup(marked('统计公报', 'en'))).toBe('<span lang="zh-CN">统计公报</span>');
  // In one element, so that a link that is a flexible box keeps the space.
  expect(renderToStaticMarkup(marked('Ledger entry: 返还误扣', 'en'))).toBe(
    '<span>Ledger entry: <span lang="zh-CN">返还误扣</span></span>',
  );
});
