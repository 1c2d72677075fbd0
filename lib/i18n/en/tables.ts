import type { Words } from '@/lib/i18n/words';
import type { tables as shape } from '@/lib/i18n/zh-CN/tables';

export const tables: Words<typeof shape> = {
  coded: '{name} ({code})',
  ascending: 'ascending',
  descending: 'descending',
  reset: 'Reset',
  apply: 'Show',
  empty: 'No data',
  previous: 'Previous period',
  next: 'Next period',
  latest: 'Latest',
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  page: 'Page {page, number} of {pages, number}',
  printed: '; this page alone is printed here',
  printedOf: '; this page alone is printed here, the file of “{button}” has all of them',
};
