/** Kinds of periods. `undated` holds cited figures whose source names no year: kept, shown, never ranked. */
export const periodKinds = ['year', 'half', 'quarter', 'month', 'yearToDate', 'undated'] as const;
export type PeriodKind = (typeof periodKinds)[number];
