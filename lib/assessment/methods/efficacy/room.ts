import { boundsSpan } from '@/lib/assessment/methods/kit/curve';
import { folded, hundred, minus, plus } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import { boundsFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaled, scaledAt } from '@/lib/assessment/methods/kit/scaled';
import type { Efficacy } from './schema';
import { scaleOf } from './score';

export const efficacy: Room<Efficacy> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: ({ bounds }) => bounds.from !== 'given',
  target: null,
  earlier: null,
  isYesOrNo: false,
  asScale: (bounds) => ({ kind: 'efficacy', base: 60, bounds }),
  prepare: (method, peers) => scaled(scaleOf(method), peers),
  at: (method, x, sample) => scaledAt(scaleOf(method), x, sample),
  span: ({ bounds }, { direction }) => boundsSpan(bounds, direction === 'lower'),
  formula: (method, { term, stored, along }) => {
    const base = term('base', method.base);
    return plus(base, along(stored('low'), stored('high'), folded(minus(hundred, base))));
  },
  formulaKey: () => 'formulas.efficacy',
  fields: [number('base'), boundsField],
  blank: { base: 60, bounds: { from: 'peers' } },
  findings: ({ bounds }, path, direction) => boundsFindings(bounds, path, direction),
};
