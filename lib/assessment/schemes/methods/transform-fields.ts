import { againstField, choice, type MethodField, number } from '@/lib/assessment/methods/kit/fields';
import type { TransformKind } from '@/lib/assessment/words';

export const transformFields: Readonly<Record<TransformKind, readonly MethodField[]>> = {
  log: [choice('base', 'logBase', ['e', '10'], 'logBase')],
  ratio: [{ kind: 'indicator', name: 'indicator', label: 'divisor' }, number('factor')],
  growth: [againstField],
  change: [againstField],
  rank: [],
  winsorise: [number('low', 'cutLow'), number('high', 'cutHigh')],
  average: [number('periods'), againstField],
  expression: [
    { kind: 'text', name: 'text', label: 'formulaText' },
    {
      kind: 'rows',
      name: 'factors',
      label: 'unitFactors',
      fields: [{ kind: 'text', name: 'unit', label: 'unitCode' }, number('factor')],
    },
  ],
};

export const blankTransforms: Readonly<Record<TransformKind, Readonly<Record<string, unknown>>>> = {
  log: { base: 'e' },
  ratio: { indicator: '', factor: 1 },
  growth: { against: 'yearEarlier' },
  change: { against: 'yearEarlier' },
  rank: {},
  winsorise: { low: 5, high: 95 },
  average: { periods: 3, against: 'yearEarlier' },
  expression: { text: 'x', factors: [] },
};

/** The initial values of a new row, a new shape or an optional group. */
export function blankOf(fields: readonly MethodField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'number' ? 0 : field.kind === 'yesNo' ? false : '']),
  );
}
