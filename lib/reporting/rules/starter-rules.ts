import type { CheckRuleInput } from '@/lib/reporting/rules/rule';

const forAll = {
  validFrom: '2000-01-01',
  indicatorCodes: null,
  messageZh: '',
  messageEn: '',
  isActive: true,
} as const;

/** The rules of a new product, for every indicator, until the office writes its own. */
export const starterRules: readonly CheckRuleInput[] = [
  { ...forAll, code: 'UNIT-SLIP', kind: 'unitSlip', severity: 'quasiMandatory', parameters: {} },
  { ...forAll, code: 'YEAR-NOT-BELOW', kind: 'cumulativeNotBelow', severity: 'mandatory', parameters: {} },
  { ...forAll, code: 'YEAR-SUM', kind: 'cumulativeSum', severity: 'query', parameters: {} },
  {
    ...forAll,
    code: 'JUMP-PREVIOUS',
    kind: 'jumpPrevious',
    severity: 'query',
    parameters: { percent: 50, points: 20 },
  },
  { ...forAll, code: 'JUMP-YEAR', kind: 'jumpYear', severity: 'query', parameters: { percent: 50, points: 20 } },
  { ...forAll, code: 'REPORTED-GROWTH', kind: 'reportedGrowth', severity: 'query', parameters: { points: 1 } },
  { ...forAll, code: 'PEERS', kind: 'peerOutlier', severity: 'notice', parameters: {} },
  { ...forAll, code: 'DECIMALS', kind: 'decimals', severity: 'notice', parameters: {} },
];
