import { boundsSpan } from '@/lib/assessment/methods/kit/curve';
import { folded, minus, plus } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import { boundsFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaled, scaledAt } from '@/lib/assessment/methods/kit/scaled';
import type { MinMax } from './schema';
import { scaleOf } from './score';

export const minMax: Room<MinMax> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: ({ bounds }) => bounds.from !== 'given',
  target: null,
  earlier: null,
  isYesOrNo: false,
  asScale: (bounds) => ({ kind: 'minMax', bounds, from: 0, to: 100, clamp: true }),
  prepare: (method, peers) => scaled(scaleOf(method), peers),
  at: (method, x, sample) => scaledAt(scaleOf(method), x, sample),
  span: ({ bounds }, { direction }) => boundsSpan(bounds, direction === 'lower'),
  formula: (method, { term, stored, along }) => {
    const [from, to] = [term('lowShare', method.from), term('highShare', method.to)];
    return plus(from, along(stored('low'), stored('high'), folded(minus(to, from))));
  },
  formulaKey: () => 'formulas.minMax',
  fields: [boundsField, number('from'), number('to'), { kind: 'yesNo', name: 'clamp', label: 'clamp' }],
  blank: { bounds: { from: 'peers' }, from: 0, to: 100, clamp: true },
  findings: ({ bounds }, path, direction) => boundsFindings(bounds, path, direction),
};
