/** The names that new parts of a scheme are given, until an author writes others. */
export const givenNames = {
  firstBlock: { nameZh: '第一板块', nameEn: 'Block 1' },
  firstItem: { nameZh: '第一项指标', nameEn: 'Item 1' },
  newBlock: { nameZh: '新板块', nameEn: 'New block' },
  newItem: { nameZh: '新指标', nameEn: 'New item' },
} as const;
