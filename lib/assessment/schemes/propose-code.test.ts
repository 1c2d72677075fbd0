import { expect, test } from 'vitest';
import { proposedCode } from './propose-code';

test('a code has the pinyin initials of the name, and a number where they are taken', () => {
  expect(proposedCode('开发区综合考核', [])).toBe('KFQZHKH');
  expect(proposedCode('开发区综合考核', ['kfqzhkh', 'KFQZHKH-2'])).toBe('KFQZHKH-3');
  expect(proposedCode('2026 年 GDP 考核', [])).toBe('2026NGDPKH');
  expect(proposedCode('——', [])).toBe('SCHEME');
  expect(proposedCode('考'.repeat(60), [])).toHaveLength(24);
});
