import { expect, test } from 'vitest';
import { en } from '@/lib/i18n/en/messages';
import { zhCN } from '@/lib/i18n/zh-CN/messages';
import { codeOf, lib } from '@/lib/testing/house-files';

test('every subject that a command records has words in the trail', () => {
  const recorded = lib
    .flatMap((file) => [...codeOf(file).matchAll(/(?:subject: |return )`([a-z]\w*)\/\$\{/g)])
    .map(([, kind = '']) => kind);
  const kinds = [...new Set(recorded)];
  expect(kinds.length).toBeGreaterThan(8);
  for (const words of [zhCN.audit.subjects, en.audit.subjects]) {
    expect(kinds.filter((kind) => !Object.hasOwn(words, kind))).toEqual([]);
  }
});
