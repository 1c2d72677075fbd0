import { type MethodKind, methodKinds, type TransformKind } from '@/lib/assessment/words';
import type { zhCN } from '@/lib/i18n/zh-CN/messages';

type Words = (typeof zhCN)['methods'];
export type ParameterLabel = keyof Words['parameters'];
export type OptionRoom = keyof Words['options'];

type Field = {
  readonly name: string;
  readonly label: ParameterLabel;
  /** Only where another field of the same method has this value. */
  readonly when?: readonly [name: string, value: string];
};

/** A parameter of a method or a transform: how it is asked for and how it is told. */
export type MethodField =
  | (Field & { readonly kind: 'number'; readonly isNullable?: true })
  | (Field & { readonly kind: 'text' | 'yesNo' | 'indicator' })
  | (Field & { readonly kind: 'choice'; readonly options: OptionRoom; readonly values: readonly string[] })
  /** One of several shapes, told apart by `from`. */
  | (Field & {
      readonly kind: 'shape';
      readonly options: OptionRoom;
      readonly shapes: Readonly<Record<string, readonly MethodField[]>>;
    })
  /** Something that may be left out altogether. */
  | (Field & { readonly kind: 'optional'; readonly fields: readonly MethodField[] })
  | (Field & { readonly kind: 'rows'; readonly fields: readonly MethodField[] });

const number = (name: string, label: ParameterLabel = name as ParameterLabel, when?: Field['when']): MethodField => ({
  kind: 'number',
  name,
  label,
  ...(when && { when }),
});
const choice = (
  name: string,
  options: OptionRoom,
  values: readonly string[],
  label: ParameterLabel = name as ParameterLabel,
): MethodField => ({ kind: 'choice', name, label, options, values });

const [floor, cap] = [number('floor'), number('cap')];
const bounds: MethodField = {
  kind: 'shape',
  name: 'bounds',
  label: 'bounds',
  options: 'bounds',
  shapes: {
    peers: [],
    given: [number('low'), number('high'), { kind: 'text', name: 'setBy', label: 'setBy' }],
    percentiles: [number('low', 'lowPercentile'), number('high', 'highPercentile')],
  },
};
const against = choice('against', 'against', ['yearEarlier', 'previous']);

/** The parameters of every method, in the order in which they are asked for. The parts of a blend are methods themselves. */
export const methodFields: Readonly<Record<MethodKind, readonly MethodField[]>> = {
  completion: [
    {
      kind: 'shape',
      name: 'target',
      label: 'target',
      options: 'target',
      shapes: { base: [], stretch: [], given: [number('value', 'target')] },
    },
    choice('formula', 'completion', ['ratio', 'linear', 'improvement', 'allOrNothing', 'start']),
    number('startShare', 'startShare', ['formula', 'start']),
    number('perUnit', 'perUnit', ['formula', 'start']),
    floor,
    cap,
  ],
  efficacy: [number('base'), bounds],
  tieredEfficacy: [
    {
      kind: 'rows',
      name: 'tiers',
      label: 'tiers',
      fields: [{ kind: 'text', name: 'name', label: 'tierName' }, number('value', 'tierValue'), number('coefficient')],
    },
    choice('below', 'belowTiers', ['zero', 'lowest'], 'belowTiers'),
  ],
  exponentialEfficacy: [number('base'), bounds],
  minMax: [bounds, number('from'), number('to'), { kind: 'yesNo', name: 'clamp', label: 'clamp' }],
  zScore: [number('centre'), number('spread'), choice('deviation', 'deviation', ['population', 'sample']), floor, cap],
  ratioToBest: [
    choice('negative', 'negative', ['zero', 'keep']),
    choice('fallback', 'fallback', ['missing', 'minMax', 'rankLadder']),
  ],
  ratioToReference: [
    {
      kind: 'shape',
      name: 'reference',
      label: 'reference',
      options: 'reference',
      shapes: { given: [number('value', 'reference')], mean: [] },
    },
    choice('formula', 'referenceFormula', ['ratio', 'difference']),
    number('perUnit', 'perUnit', ['formula', 'difference']),
    floor,
    cap,
  ],
  standardRatio: [
    number('standard'),
    number('standardShare'),
    { kind: 'number', name: 'best', label: 'best', isNullable: true },
    number('bestShare'),
    floor,
    cap,
  ],
  rankLadder: [
    number('step'),
    choice('stepIn', 'stepIn', ['percent', 'points']),
    choice('ties', 'ties', ['best', 'average', 'worst']),
    {
      kind: 'optional',
      name: 'gate',
      label: 'gate',
      fields: [number('atLeast', 'gateAtLeast'), number('share', 'gateShare')],
    },
  ],
  rankGain: [
    choice('ranks', 'ranks', ['ofValues', 'values']),
    against,
    choice('firstHeld', 'firstHeld', ['full', 'zero']),
    number('factor'),
    floor,
    cap,
  ],
  range: [
    number('low', 'rangeLow'),
    number('high', 'rangeHigh'),
    {
      kind: 'shape',
      name: 'span',
      label: 'span',
      options: 'span',
      shapes: { peers: [], given: [number('below', 'spanBelow'), number('above', 'spanAbove')] },
    },
  ],
  banded: [
    {
      kind: 'rows',
      name: 'bands',
      label: 'bands',
      fields: [number('atLeast', 'bandAtLeast'), number('share', 'bandShare')],
    },
    number('below', 'belowBands'),
    { kind: 'yesNo', name: 'interpolate', label: 'interpolate' },
  ],
  deductions: [floor, choice('incident', 'incident', ['heaviest', 'all'])],
  bonus: [choice('from', 'bonusFrom', ['value', 'ledger'], 'bonusFrom'), number('pointsEach')],
  expert: [number('trim'), number('outOf')],
  blend: [],
};

export const transformFields: Readonly<Record<TransformKind, readonly MethodField[]>> = {
  log: [choice('base', 'logBase', ['e', '10'], 'logBase')],
  ratio: [{ kind: 'indicator', name: 'indicator', label: 'divisor' }, number('factor')],
  growth: [against],
  change: [against],
  rank: [],
  winsorise: [number('low', 'cutLow'), number('high', 'cutHigh')],
  average: [number('periods'), against],
};

/** What a method that was just chosen begins with, all its parameters included. */
export const blankMethods: Readonly<Record<MethodKind, Readonly<Record<string, unknown>>>> = {
  completion: { target: { from: 'base' }, formula: 'ratio', floor: 0, cap: 100, startShare: 80, perUnit: 10 },
  efficacy: { base: 60, bounds: { from: 'peers' } },
  tieredEfficacy: {
    tiers: [
      { name: '较差', value: 0, coefficient: 0.2 },
      { name: '优秀', value: 100, coefficient: 1 },
    ],
    below: 'zero',
  },
  exponentialEfficacy: { base: 60, bounds: { from: 'peers' } },
  minMax: { bounds: { from: 'peers' }, from: 0, to: 100, clamp: true },
  zScore: { centre: 50, spread: 10, deviation: 'population', floor: 0, cap: 100 },
  ratioToBest: { negative: 'zero', fallback: 'missing' },
  ratioToReference: { reference: { from: 'mean' }, formula: 'ratio', perUnit: 1, floor: 0, cap: 150 },
  standardRatio: { standard: 0, standardShare: 60, best: null, bestShare: 100, floor: 0, cap: 100 },
  rankLadder: { step: 5, stepIn: 'percent', ties: 'best', gate: null },
  rankGain: { ranks: 'ofValues', against: 'yearEarlier', firstHeld: 'full', factor: 1, floor: 0, cap: 100 },
  range: { low: 0, high: 100, span: { from: 'peers' } },
  banded: { bands: [{ atLeast: 0, share: 100 }], below: 0, interpolate: false },
  deductions: { floor: 0, incident: 'heaviest' },
  bonus: { from: 'ledger', pointsEach: 1 },
  expert: { trim: 0, outOf: 100 },
  blend: {
    parts: [
      {
        key: 'level',
        weight: 40,
        transforms: [],
        method: { kind: 'efficacy', base: 60, bounds: { from: 'peers' } },
      },
      {
        key: 'growth',
        weight: 60,
        transforms: [{ kind: 'growth', against: 'yearEarlier' }],
        method: { kind: 'efficacy', base: 60, bounds: { from: 'peers' } },
      },
    ],
  },
};

export const blankTransforms: Readonly<Record<TransformKind, Readonly<Record<string, unknown>>>> = {
  log: { base: 'e' },
  ratio: { indicator: '', factor: 1 },
  growth: { against: 'yearEarlier' },
  change: { against: 'yearEarlier' },
  rank: {},
  winsorise: { low: 5, high: 95 },
  average: { periods: 3, against: 'yearEarlier' },
};

/** What a blend is made of. */
export const plainKinds = methodKinds.filter((kind) => kind !== 'blend');

/** What a new row of a list begins with; a new shape; something that may be left out. */
export function blankOf(fields: readonly MethodField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'number' ? 0 : field.kind === 'yesNo' ? false : '']),
  );
}
