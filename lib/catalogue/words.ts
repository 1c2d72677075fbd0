/** The topic of the demonstration's invented indicators, and the publisher of its documents. */
export const demonstrationTopic = 'DEMO';
export const demonstrationPublisher = '演示数据';

/** What an indicator measures. `amount` adds up or compares in its unit; `rate` is a percentage whose differences are
 *  percentage points; `rank` is a place stated as the measure itself (1 is best); `grade` and `flag` are named results. */
export const measures = ['amount', 'rate', 'rank', 'grade', 'flag'] as const;
export type Measure = (typeof measures)[number];

/** The better direction of an indicator; `none` where there is none, and then nothing is ranked. */
export const directions = ['higher', 'lower', 'range', 'none'] as const;
export type Direction = (typeof directions)[number];

/** 当期, 累计（年初至今）, 时点（期末）, 日均, 历年累计. */
export const bases = ['current', 'yearToDate', 'endOfPeriod', 'dailyMean', 'sinceFounding'] as const;
export type Basis = (typeof bases)[number];

export const frequencies = ['monthly', 'quarterly', 'halfYearly', 'yearly', 'irregular'] as const;
export type Frequency = (typeof frequencies)[number];

export const unitKinds = [
  'country',
  'province',
  'city',
  'county',
  'town',
  'street',
  'village',
  'zone',
  'port',
  'portArea',
  'enterprise',
  'department',
  'institution',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * The reliability of a document: an official publication, units' returns that were reviewed here, a press page, a copy
 * on another host, any other page.
 */
export const reliabilities = ['official', 'reported', 'press', 'copy', 'unverified'] as const;
export type Reliability = (typeof reliabilities)[number];

export const successionKinds = ['merge', 'split', 'rename', 'upgrade'] as const;
export type SuccessionKind = (typeof successionKinds)[number];
