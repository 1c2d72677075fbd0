import { CheckRule, type CheckRuleInput } from '@/lib/reporting/rules/rule';
import type { CheckedFigure, CheckedIndicator, FigureEntry, PeerSpread } from '@/lib/reporting/words';

const indicator = (more: Partial<CheckedIndicator> = {}): CheckedIndicator => ({
  code: 'OUT',
  nameZh: '产值',
  nameEn: 'Output',
  unitZh: '亿元',
  unitEn: '100 m yuan',
  decimals: 2,
  measure: 'amount',
  direction: 'higher',
  basis: 'current',
  ...more,
});
/** The measure and unit of a rate. */
export const rate = { unitZh: '%', unitEn: '%', decimals: 1, measure: 'rate' as const };
const blank: FigureEntry = { typed: '', typedYoy: '', note: '', sourceText: '', explanation: '' };

type Asked = { of?: Partial<CheckedIndicator>; at?: string; peers?: PeerSpread } & Partial<FigureEntry>;
/** A required figure of the fictional indicator `OUT`, as typed, in October 2026 by default. */
export function checkedFigure(typed: string, { of = {}, at = '2026-M10', peers, ...entry }: Asked = {}): CheckedFigure {
  const one = indicator(of);
  return {
    indicatorCode: one.code,
    periodCode: at,
    indicator: one,
    isRequired: true,
    entry: { ...blank, typed, ...entry },
    peers: peers ?? null,
  };
}
/** A rule of a kind for all indicators. */
export function checkRule(kind: CheckRuleInput['kind'], parameters: object, more: object = {}): CheckRule {
  return CheckRule.parse({
    code: 'R',
    validFrom: '2020-01-01',
    kind,
    severity: 'query',
    indicatorCodes: null,
    parameters,
    messageZh: '',
    messageEn: '',
    isActive: true,
    ...more,
  });
}
