import { expect, test } from 'vitest';
import { nameTeller } from '@/lib/catalogue/names/told-name';

const told = nameTeller([
  { code: 'A', nameZh: '新城街道', nameEn: 'New Town' },
  { code: 'B', nameZh: '新城街道', nameEn: 'New Town of the South' },
  { code: 'C', nameZh: '老城街道', nameEn: 'Old Town' },
]);

test.each([
  ['A', '新城街道（A）', 'New Town'],
  ['B', '新城街道（B）', 'New Town of the South'],
  ['C', '老城街道', 'Old Town'],
  ['D', 'D', 'D'],
])('%s is told as %s, and in English as %s', (code, zh, en) => {
  expect(told(code)).toEqual({ 'zh-CN': zh, en });
});
