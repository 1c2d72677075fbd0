/**
 * The columns of a scheme's sheet. `told` is for the reader; `details` holds as JSON the values without a column of
 * their own.
 */
export const schemeColumns = [
  'kind',
  'block',
  'key',
  'nameZh',
  'nameEn',
  'weight',
  'indicator',
  'direction',
  'article',
  'told',
  'details',
] as const;
export type SchemeColumn = (typeof schemeColumns)[number];

export const schemeFormats = ['json', 'xlsx'] as const;
