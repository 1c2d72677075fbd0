import { plainText } from '@/lib/reporting/upload/plain-text';
import { CheckRule } from '@/lib/reporting/validation/rule';
import type { CheckKind } from '@/lib/reporting/validation/words';

/** The fields of a rule as a form has them, every one a text; lists of codes have spaces between. */
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

/** Which fields each kind of rule has, besides those that every rule has. */
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

/** Nothing typed is left out; what is no number is NaN, which no rule takes. */
function numberIn(text: string): number | undefined {
  if (text === '') return undefined;
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN;
}
const listIn = (text: string) => text.split(/[\s,;、；]+/).filter(Boolean);
const grouped = (text: string) => text.replaceAll(',', '') || undefined;

/** A draft as the input of a command, sound or not. Kinds that name indicators themselves are for no others. */
export function draftedInput(draft: Draft, isActive = true): unknown {
  const text = (field: DraftField) => plainText(draft[field] ?? '');
  const kind = text('kind') as CheckKind;
  const number = (field: DraftField) => numberIn(text(field));
  const factors = listIn(text('factors')).map((one) => numberIn(one) ?? Number.NaN);
  const codes = listIn(text('indicatorCodes'));
  const parameters: Record<CheckKind, Readonly<Record<string, unknown>>> = {
    range: { min: grouped(text('min')), max: grouped(text('max')) },
    decimals: { most: number('most') },
    jumpPrevious: { percent: number('percent'), points: number('points') },
    jumpYear: { percent: number('percent'), points: number('points') },
    unitSlip: { factors: factors.length > 0 ? factors : undefined, tolerancePercent: number('tolerancePercent') },
    cumulativeNotBelow: {},
    cumulativeSum: { tolerance: grouped(text('tolerance')) },
    sumOfParts: {
      whole: text('whole'),
      parts: listIn(text('parts')),
      tolerance: grouped(text('tolerance')),
      ...(text('atMost') === 'atMost' && { atMost: true }),
    },
    formula: { expression: text('expression'), tolerance: grouped(text('tolerance')) },
    reportedGrowth: { points: number('growthPoints') },
    peerOutlier: { deviations: number('deviations') },
  };
  // An absent parameter and one that is undefined are the same to a reader, but not to what is compared and stored.
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

/** The rule that a draft says, or the first field that is not as it should be. */
export function ruleOf(draft: Draft): { readonly rule: CheckRule } | { readonly fault: DraftField } {
  const read = CheckRule.safeParse(draftedInput(draft));
  if (read.success) return { rule: read.data };
  const path = read.error.issues[0]?.path ?? [];
  const named = path.findLast((part) => typeof part === 'string') as string | undefined;
  const field = named === 'points' && draft.kind === 'reportedGrowth' ? 'growthPoints' : named;
  return { fault: draftFields.find((one) => one === field) ?? 'kind' };
}

/** A rule as the fields of a form. */
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
