import type { Words } from '@/lib/i18n/words';
import type { search as shape } from '@/lib/i18n/zh-CN/search';

export const search: Words<typeof shape> = {
  title: 'Search',
  lead: 'Search indicators, units and sources by Chinese, pinyin initials, English or code.',
  field: 'Search for',
  hint: 'e.g. 生产总值, dqsczz, port',
  go: 'Search',
  indicator: 'Indicators',
  unit: 'Units',
  source: 'Sources',
  count: '{count, plural, one {# result} other {# results}}',
  noneTitle: 'Nothing found for “{words}”',
  noneReason: 'Try other words or pinyin initials, or look in the lists of indicators and units.',
  start: 'Type to search; results come as indicators, units and sources.',
  close: 'Close',
  keys: '↑↓ to choose, Enter to open, Esc to close',
  failed: 'The search did not work; try again',
};
