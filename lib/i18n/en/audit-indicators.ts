import type { Words } from '@/lib/i18n/words';
import type { indicatorFields as fieldShape, indicatorValues as valueShape } from '@/lib/i18n/zh-CN/audit-indicators';

export const indicatorFields: Words<typeof fieldShape> = {
  topicCode: 'Topic',
  unitZh: 'Unit of measure',
  unitEn: 'Unit of measure in English',
  decimals: 'Decimals',
  measure: 'Kind of number',
  direction: 'Direction',
  responsibleZh: 'Responsible department',
  responsibleEn: 'Responsible department (English)',
  assistingZh: 'Assisting departments',
  assistingEn: 'Assisting departments (English)',
  aliases: 'Other names',
  growthOf: 'Growth of which indicator',
  retiredOn: 'Last day',
  replacedBy: 'Replaced by',
  sortOrder: 'Order',
  parentCode: 'Parent',
  place: 'Place',
  definitionZh: 'Definition in Chinese',
  definitionEn: 'Definition in English',
  formulaZh: 'Method of calculation in Chinese',
  formulaEn: 'Method of calculation in English',
  formula: 'Formula',
  expression: 'Formula',
  isBreak: 'Not comparable',
  proposed: 'Proposed',
  concerns: 'Concerns',
};

export const indicatorValues: Words<typeof valueShape> = {
  measure: { amount: 'amount', rate: 'percentage', rank: 'place', grade: 'grade', flag: 'yes or no' },
  direction: {
    higher: 'higher is better',
    lower: 'lower is better',
    range: 'within a range',
    none: 'neither is better',
  },
};
