import { expect, test } from 'vitest';
import { sentences } from '@/lib/i18n/sentences';

test('sentences have a space between them in English alone', () => {
  expect(sentences(['结果不改动。', '', '共 4 件。'], 'zh-CN')).toBe('结果不改动。共 4 件。');
  expect(sentences(['It stays.', '', '4 appeals.'], 'en')).toBe('It stays. 4 appeals.');
});
