import type { Words } from '@/lib/i18n/words';
import type { collections as shape } from '@/lib/i18n/zh-CN/collections';

export const collections: Words<typeof shape> = {
  title: 'Collections',
  stateCount: '{state} {count, number}',
  between: ', ',
  noReturns: 'No units',
};
