import type { Words } from '@/lib/i18n/words';
import type { assessedAll as shape } from '@/lib/i18n/zh-CN/assessed-all';

export const assessedAll: Words<typeof shape> = {
  title: 'Who is not assessed',
  lead: 'Units that no assessment reaches, and items of schemes for which nobody is responsible.',
  year: 'Year',
  yearOf: '{year}',
  noGroup: 'Units in no group',
  noGroupNote: 'Units of this place that exist and belong to no group today; without country and provinces',
  noScheme: 'Units that no scheme covers',
  noSchemeNote: 'In {year} in no group of a published scheme, and in no published run of the year',
  noBody: 'Items without a responsible body',
  noBodyNote: 'Items of published schemes whose indicator names no responsible body',
  unit: 'Unit',
  kind: 'Kind',
  parent: 'Parent',
  scheme: 'Scheme',
  item: 'Item',
  indicator: 'Indicator',
  nothing: 'None: all are covered.',
  nothingItems: 'None: all have a responsible body.',
  counted: '{count, number} in all',
  countedItems: '{count, number} in all',
  addToGroup: 'Add to a group',
  work: { noGroup: 'Units in no group', noScheme: 'Units without a scheme', noBody: 'Items nobody answers for' },
};
