import type { CheckRule } from '@/lib/reporting/rules/rule';

const always = { validFrom: '2000-01-01', isActive: true } as const;

/** Check rules of the demonstration's figures, besides the rules for all figures. */
export const demonstrationRules: readonly CheckRule[] = [
  {
    ...always,
    code: 'DEMO-PARTS',
    kind: 'sumOfParts',
    severity: 'mandatory',
    indicatorCodes: null,
    parameters: { whole: 'DEMO_OUT', parts: ['DEMO_OUT_HT', 'DEMO_OUT_TR'], tolerance: '0.02' },
    messageZh: '',
    messageEn: '',
  },
  {
    ...always,
    code: 'DEMO-HAZARDS',
    kind: 'formula',
    severity: 'mandatory',
    indicatorCodes: null,
    parameters: { expression: 'DEMO_HAZ_FIXED <= DEMO_HAZ' },
    messageZh: '已整改的隐患不能多于排查出的隐患。',
    messageEn: 'No more hazards can be removed than were found.',
  },
  {
    ...always,
    code: 'DEMO-HAZARD-RATE',
    kind: 'formula',
    severity: 'quasiMandatory',
    indicatorCodes: null,
    parameters: { expression: 'abs(DEMO_HAZ_RATE - 100 * DEMO_HAZ_FIXED / DEMO_HAZ) <= 0.1' },
    messageZh: '整改率与已整改数、排查数算出的不一致。',
    messageEn: 'The share removed is not what the hazards found and removed give.',
  },
];
