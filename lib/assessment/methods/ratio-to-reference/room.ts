import { hundred, plus, times } from '@/lib/assessment/methods/kit/expression';
import { capField, choice, floorField, number } from '@/lib/assessment/methods/kit/fields';
import { found, heldFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { RatioToReference } from './schema';
import { prepareRatioToReference, ratioToReferenceOutcome } from './score';

export const ratioToReference: Room<RatioToReference> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: ({ reference }) => reference.from === 'mean',
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareRatioToReference,
  at: (method, x, { better, term }) => {
    const reference = method.reference.from === 'given' ? method.reference.value : term('reference');
    return ratioToReferenceOutcome(method, better, x, reference);
  },
  span: (method) => {
    const isGiven = method.reference.from === 'given';
    const reference = method.reference.from === 'given' ? method.reference.value : 50;
    return { axis: 'value', isSample: !isGiven, from: 0, to: 2 * reference, terms: { reference } };
  },
  formula: (method, { term, stored, ratio, difference }) => {
    if (method.formula === 'ratio') return ratio(stored('reference'));
    return plus(hundred, times(difference(stored('reference')), term('perUnit', method.perUnit)));
  },
  formulaKey: ({ formula }) => `formulas.ratioToReference.${formula}`,
  fields: [
    {
      kind: 'shape',
      name: 'reference',
      label: 'reference',
      options: 'reference',
      shapes: { given: [number('value', 'reference')], mean: [] },
    },
    choice('formula', 'referenceFormula', ['ratio', 'difference']),
    number('perUnit', 'perUnit', ['formula', 'difference']),
    floorField,
    capField,
  ],
  blank: { reference: { from: 'mean' }, formula: 'ratio', perUnit: 1, floor: 0, cap: 150 },
  findings: (method, path) => {
    const { reference, formula } = method;
    const isZero = reference.from === 'given' && reference.value <= 0 && formula === 'ratio';
    return [...heldFindings(method, path), ...(isZero ? [found('zeroReference', `${path}.reference.value`)] : [])];
  },
};
