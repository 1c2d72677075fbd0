import { sampleAxis } from '@/lib/assessment/methods/kit/curve';
import { constant, folded, hundred, minus, times } from '@/lib/assessment/methods/kit/expression';
import { choice } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { RatioToBest } from './schema';
import { fallbackStep, prepareRatioToBest, ratioToBestOutcome } from './score';

export const ratioToBest: Room<RatioToBest> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: true,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareRatioToBest,
  at: (method, x, { better, term }) => ratioToBestOutcome(method, better, x, term('best')),
  span: (_, { direction }) =>
    direction === 'lower'
      ? { ...sampleAxis, from: 100, to: 300, terms: { best: 100 } }
      : { ...sampleAxis, from: 0, to: 100, terms: { best: 100 } },
  formula: (_, { terms, stored, along, ratio }) => {
    // The letters of the fallback method for a best of zero or less.
    if ('rank' in terms) {
      return minus(hundred, times(constant(fallbackStep), folded(minus(stored('rank'), constant(1)))));
    }
    if ('low' in terms) return along(stored('low'), stored('high'), hundred);
    return ratio(stored('best'));
  },
  formulaKey: () => 'formulas.ratioToBest',
  fields: [
    choice('negative', 'negative', ['zero', 'keep']),
    choice('fallback', 'fallback', ['missing', 'minMax', 'rankLadder']),
  ],
  blank: { negative: 'zero', fallback: 'missing' },
  findings: () => [],
};
