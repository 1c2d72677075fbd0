import { folded, minus, plus } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaledRoom } from '@/lib/assessment/methods/kit/scaled';
import type { MinMax } from './schema';
import { scaleOf } from './score';

export const minMax: Room<MinMax> = {
  ...scaledRoom(scaleOf),
  asScale: (bounds) => ({ kind: 'minMax', bounds, from: 0, to: 100, clamp: true }),
  formula: (method, { term, stored, along }) => {
    const [from, to] = [term('lowShare', method.from), term('highShare', method.to)];
    return plus(from, along(stored('low'), stored('high'), folded(minus(to, from))));
  },
  formulaKey: () => 'formulas.minMax',
  fields: [boundsField, number('from'), number('to'), { kind: 'yesNo', name: 'clamp', label: 'clamp' }],
  blank: { bounds: { from: 'peers' }, from: 0, to: 100, clamp: true },
};
