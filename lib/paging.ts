/** How many rows a page of a list shows. */
export const pageLength = 50;

/** How many pages a list of so many rows has: one at least. */
export function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / pageLength));
}

/** The page that is shown when `page` is asked for: the last one for a page beyond the end. */
export function pageWithin(page: number, rows: number): number {
  return Math.min(Math.max(1, page), pagesOf(rows));
}
