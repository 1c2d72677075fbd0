import { boundsSpan } from '@/lib/assessment/methods/kit/curve';
import { hundred, minus, over, power, times } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import { boundsFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaled, scaledAt } from '@/lib/assessment/methods/kit/scaled';
import type { ExponentialEfficacy } from './schema';
import { scaleOf } from './score';

export const exponentialEfficacy: Room<ExponentialEfficacy> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: ({ bounds }) => bounds.from !== 'given',
  target: null,
  earlier: null,
  isYesOrNo: false,
  asScale: null,
  prepare: (method, peers) => scaled(scaleOf(method), peers),
  at: (method, x, sample) => scaledAt(scaleOf(method), x, sample),
  span: ({ bounds }, { direction }) => boundsSpan(bounds, direction === 'lower'),
  formula: (method, { x, term, stored }) => {
    const base = term('base', method.base);
    const [low, high] = [stored('low'), stored('high')];
    return times(base, power(over(hundred, base), over(minus(x, low), minus(high, low))));
  },
  formulaKey: () => 'formulas.exponentialEfficacy',
  fields: [number('base'), boundsField],
  blank: { base: 60, bounds: { from: 'peers' } },
  findings: ({ bounds }, path, direction) => boundsFindings(bounds, path, direction),
};
