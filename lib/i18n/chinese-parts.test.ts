import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseParts } from '@/lib/i18n/chinese-parts';

test.each([
  ['Nantong', ['Nantong']],
  ['南通市', ['[南通市]']],
  ['《江苏统计年鉴2023》出版发行', ['[《江苏统计年鉴2023》出版发行]']],
  ['50 城 2020-2022 历史 GDP / 人口', ['50 ', '[城 2020-2022 历史 GDP / 人口]']],
  ['2023年公报 and 2 documents in all', ['[2023年公报]', ' and 2 documents in all']],
  ['Ranking of 甲区 in 乙县', ['Ranking of ', '[甲区]', ' in ', '[乙县]']],
  ['', ['']],
])('%s', (text, parts) => {
  expect(chineseParts(text).map((one) => (one.isChinese ? `[${one.text}]` : one.text))).toEqual(parts);
});

test('the parts of any text are the text, and every Chinese sign is in a Chinese one', () => {
  const signs = fc.constantFrom('南', '《', '》', ' ', 'a', 'B', '9', '，', '(', '%', ' and ');
  fc.assert(
    fc.property(
      fc.array(signs).map((some) => some.join('')),
      (text) => {
        const parts = chineseParts(text);
        expect(parts.map((one) => one.text).join('')).toBe(text);
        expect(parts.filter((one) => !one.isChinese && /\p{sc=Han}/u.test(one.text))).toEqual([]);
      },
    ),
  );
});
