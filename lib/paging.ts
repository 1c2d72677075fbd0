/** The number of rows on a page of a list. */
export const pageLength = 50;

/** The number of pages of a list with so many rows, at least 1. */
export function pagesOf(rows: number, length = pageLength): number {
  return Math.max(1, Math.ceil(rows / length));
}

/** The page to show for a requested `page`: the last one for a page beyond the end. */
export function pageWithin(page: number, rows: number, length = pageLength): number {
  return Math.min(Math.max(1, page), pagesOf(rows, length));
}
