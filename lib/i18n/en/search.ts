import type { Words } from '@/lib/i18n/words';
import type { search as shape } from '@/lib/i18n/zh-CN/search';

export const search: Words<typeof shape> = {
  title: 'Search',
  lead: 'Find indicators, units, schemes, sources and pages by Chinese or English name, pinyin initials or code.',
  field: 'Words to find',
  hint: 'e.g. GDP, port, dqsczz',
  go: 'Search',
  page: 'Pages',
  indicator: 'Indicators',
  unit: 'Units',
  scheme: 'Schemes',
  source: 'Sources',
  count: '{count, number} found',
  noneTitle: 'Nothing found for “{words}”',
  noneReason: 'Try other words or pinyin initials, or look through the lists of indicators and units.',
  start: 'Type to find indicators, units, schemes, sources and pages.',
  keys: '↑↓ choose · Enter opens · Esc closes',
  failed: 'The search did not finish. Please try again.',
  results: 'Results',
};
