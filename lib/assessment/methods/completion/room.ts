import { constant, minus, over, percentOf, plus, times } from '@/lib/assessment/methods/kit/expression';
import { capField, choice, floorField, number } from '@/lib/assessment/methods/kit/fields';
import { found, heldFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { SchemeFinding } from '@/lib/assessment/schemes/words';
import type { Completion } from './schema';
import { completionOutcome, prepareCompletion } from './score';

export const completion: Room<Completion> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: false,
  target: ({ target }) => (target.from === 'given' ? null : target.from),
  // A target below zero also needs the base of an improvement.
  earlier: ({ formula }) => (formula === 'allOrNothing' || formula === 'start' ? null : 'yearEarlier'),
  isYesOrNo: ({ formula }) => formula === 'allOrNothing',
  lines: ({ formula }, { target }) => (formula === 'allOrNothing' && target !== undefined ? [target] : []),
  asScale: null,
  prepare: prepareCompletion,
  at: (method, x, { better, term }) => {
    const target = method.target.from === 'given' ? method.target.value : term('target');
    return completionOutcome(method, better, x, target, term('base'));
  },
  span: (method) => {
    const target = method.target.from === 'given' ? method.target.value : 100;
    const isSample = method.target.from !== 'given' || method.formula === 'improvement';
    const base = target - 0.2 * Math.abs(target);
    const reach = Math.max(Math.abs(target), 1) / (method.formula === 'start' ? 10 : 1);
    return { axis: 'value', isSample, from: target - reach, to: target + reach, terms: { target, base } };
  },
  formula: (method, { isLess, terms, x, term, stored, ratio, difference }) => {
    const target = stored('target');
    if ('base' in terms) {
      const base = stored('yearEarlier', 'base');
      return percentOf(over(minus(x, base), minus(target, base)));
    }
    switch (method.formula) {
      case 'start':
        return plus(term('startShare', method.startShare), times(difference(target), term('perUnit', method.perUnit)));
      case 'linear':
        return isLess ? percentOf(minus(constant(2), over(x, target))) : ratio(target);
      case 'ratio':
        return ratio(target);
      case 'allOrNothing':
      case 'improvement':
        return null;
    }
  },
  formulaKey: ({ formula }) => `formulas.completion.${formula}`,
  fields: [
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
    floorField,
    capField,
  ],
  blank: { target: { from: 'base' }, formula: 'ratio', floor: 0, cap: 100, startShare: 80, perUnit: 10 },
  findings: (method, path) => [...heldFindings(method, path), ...targetFindings(method, path)],
};

function targetFindings({ target, formula }: Completion, path: string): SchemeFinding[] {
  if (target.from !== 'given' || !['ratio', 'linear'].includes(formula)) return [];
  const at = `${path}.target.value`;
  if (target.value === 0) return [found('zeroTarget', at)];
  return target.value < 0 ? [found('negativeTarget', at)] : [];
}
