import { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckKind } from '@/lib/reporting/rules/words';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** The fields of a rule's form, all of them texts; lists of codes are separated by spaces. */
export const draftFields = [
  'code',
  'kind',
  'severity',
  'indicatorCodes',
  'min',
  'max',
  'most',
  'percent',
  'points',
  'factors',
  'tolerancePercent',
  'tolerance',
  'whole',
  'parts',
  'atMost',
  'expression',
  'growthPoints',
  'deviations',
  'messageZh',
  'messageEn',
  'validFrom',
] as const;
export type DraftField = (typeof draftFields)[number];
export type Draft = Readonly<Partial<Record<DraftField, string>>>;

/** The fields of each kind of rule, besides the common ones. */
export const kindFields: Readonly<Record<CheckKind, readonly DraftField[]>> = {
  range: ['min', 'max'],
  decimals: ['most'],
  jumpPrevious: ['percent', 'points'],
  jumpYear: ['percent', 'points'],
  unitSlip: ['factors', 'tolerancePercent'],
  cumulativeNotBelow: [],
  cumulativeSum: ['tolerance'],
  sumOfParts: ['whole', 'parts', 'atMost', 'tolerance'],
  formula: ['expression', 'tolerance'],
  reportedGrowth: ['growthPoints'],
  peerOutlier: ['deviations'],
};

/** The number in a field: undefined when empty, NaN when invalid, which no rule accepts. */
function numberIn(text: string): number | undefined {
  if (text === '') return undefined;
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN;
}
const listIn = (text: string) => text.split(/[\s,;、；]+/).filter(Boolean);
const ungrouped = (text: string) => text.replaceAll(',', '') || undefined;

/** The input of a command from a draft, valid or not. Kinds that name indicators themselves apply to no others. */
export function draftedInput(draft: Draft, isActive = true): unknown {
  const text = (field: DraftField) => plainText(draft[field] ?? '');
  const kind = text('kind') as CheckKind;
  const number = (field: DraftField) => numberIn(text(field));
  const factors = listIn(text('factors')).map((one) => numberIn(one) ?? Number.NaN);
  const codes = listIn(text('indicatorCodes'));
  const parameters: Record<CheckKind, Readonly<Record<string, unknown>>> = {
    range: { min: ungrouped(text('min')), max: ungrouped(text('max')) },
    decimals: { most: number('most') },
    jumpPrevious: { percent: number('percent'), points: number('points') },
    jumpYear: { percent: number('percent'), points: number('points') },
    unitSlip: { factors: factors.length > 0 ? factors : undefined, tolerancePercent: number('tolerancePercent') },
    cumulativeNotBelow: {},
    cumulativeSum: { tolerance: ungrouped(text('tolerance')) },
    sumOfParts: {
      whole: text('whole'),
      parts: listIn(text('parts')),
      tolerance: ungrouped(text('tolerance')),
      ...(text('atMost') === 'atMost' && { atMost: true }),
    },
    formula: { expression: text('expression'), tolerance: ungrouped(text('tolerance')) },
    reportedGrowth: { points: number('growthPoints') },
    peerOutlier: { deviations: number('deviations') },
  };
  // Undefined parameters are removed: comparing and storing treats them differently from absent ones.
  const said = Object.entries(parameters[kind] ?? {}).filter(([, value]) => value !== undefined);
  return {
    code: text('code'),
    validFrom: text('validFrom'),
    kind,
    severity: text('severity'),
    indicatorCodes: codes.length === 0 || kind === 'sumOfParts' || kind === 'formula' ? null : codes,
    parameters: Object.fromEntries(said),
    messageZh: (draft.messageZh ?? '').trim(),
    messageEn: (draft.messageEn ?? '').trim(),
    isActive,
  };
}

/** The rule of a draft, or its first faulty field. */
export function ruleOf(draft: Draft): { readonly rule: CheckRule } | { readonly fault: DraftField } {
  const read = CheckRule.safeParse(draftedInput(draft));
  if (read.success) return { rule: read.data };
  const path = read.error.issues[0]?.path ?? [];
  const named = path.findLast((part) => typeof part === 'string') as string | undefined;
  const field = named === 'points' && draft.kind === 'reportedGrowth' ? 'growthPoints' : named;
  return { fault: draftFields.find((one) => one === field) ?? 'kind' };
}

/** The fields of a rule's form. */
export function draftOf(rule: CheckRule): Draft {
  const { points, ...parameters } = rule.parameters as Readonly<Record<string, unknown>>;
  const all: Readonly<Record<string, unknown>> = {
    ...parameters,
    ...(points !== undefined && { [rule.kind === 'reportedGrowth' ? 'growthPoints' : 'points']: points }),
    code: rule.code,
    kind: rule.kind,
    severity: rule.severity,
    indicatorCodes: rule.indicatorCodes ?? [],
    messageZh: rule.messageZh,
    messageEn: rule.messageEn,
    validFrom: rule.validFrom,
  };
  const texts = Object.entries(all).map(([field, value]) => {
    if (field === 'atMost') return [field, value === true ? 'atMost' : ''];
    return [field, Array.isArray(value) ? value.join(' ') : String(value)];
  });
  return Object.fromEntries(texts);
}
