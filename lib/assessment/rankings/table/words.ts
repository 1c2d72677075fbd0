/** The number of units on a page of a ranking. */
export const pageLength = 50;

/** The sort orders of a ranking besides the parts of the scheme. */
export const fixedSorts = ['rank', 'change', 'unit', 'total'] as const;

export type TableOrder = 'asc' | 'desc';
