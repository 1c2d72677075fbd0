import { expect, test } from 'vitest';
import { withEnglishNames } from './english-names';

test('a part without an English name has its Chinese one, at any depth; what was written stays', () => {
  const document = {
    nameZh: '综合考核',
    nameEn: ' ',
    root: {
      parts: [
        { key: 'item1', nameZh: '税收' },
        { nameZh: '外资', nameEn: 'Foreign capital' },
      ],
    },
    bounds: [1, null],
  };
  expect(withEnglishNames(document)).toEqual({
    nameZh: '综合考核',
    nameEn: '综合考核',
    root: {
      parts: [
        { key: 'item1', nameZh: '税收', nameEn: '税收' },
        { nameZh: '外资', nameEn: 'Foreign capital' },
      ],
    },
    bounds: [1, null],
  });
  expect(withEnglishNames({ nameEn: '' })).toEqual({ nameEn: '' });
  expect(withEnglishNames(null)).toBeNull();
});

test('the English name that a new part was given goes with the Chinese one that it was given', () => {
  const document = {
    parts: [
      { nameZh: '第一板块', nameEn: 'Block 1' },
      { nameZh: '税收', nameEn: 'Item 1' },
      { nameZh: '外资', nameEn: 'New item' },
    ],
  };
  expect(withEnglishNames(document)).toEqual({
    parts: [
      { nameZh: '第一板块', nameEn: 'Block 1' },
      { nameZh: '税收', nameEn: '税收' },
      { nameZh: '外资', nameEn: '外资' },
    ],
  });
});
