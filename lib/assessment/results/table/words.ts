/** How many units a page of a ranking shows. */
export const pageLength = 50;

/** What a ranking is sorted by besides the parts of the whole. */
export const fixedSorts = ['rank', 'change', 'unit', 'total'] as const;

export type TableOrder = 'asc' | 'desc';
