import { expect, test } from 'vitest';
import { namesTold, nameTeller } from '@/lib/catalogue/names/told-name';

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

test('names that are offered are told apart by their codes where they are the same', () => {
  const [one, other] = [
    { code: 'A', nameZh: '高新区', nameEn: 'Zone A' },
    { code: 'B', nameZh: '高新区', nameEn: 'Zone B' },
  ];
  expect(namesTold([one, other], 'zh-CN')).toBe('高新区（A）、高新区（B）');
  expect(namesTold([one, other], 'en')).toBe('Zone A, Zone B');
  expect(namesTold([one], 'zh-CN')).toBe('高新区');
});
