import { folded, hundred, minus, plus } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaledRoom } from '@/lib/assessment/methods/kit/scaled';
import type { Efficacy } from './schema';
import { scaleOf } from './score';

export const efficacy: Room<Efficacy> = {
  ...scaledRoom(scaleOf),
  asScale: (bounds) => ({ kind: 'efficacy', base: 60, bounds }),
  formula: (method, { term, stored, along }) => {
    const base = term('base', method.base);
    return plus(base, along(stored('low'), stored('high'), folded(minus(hundred, base))));
  },
  formulaKey: () => 'formulas.efficacy',
  fields: [number('base'), boundsField],
  blank: { base: 60, bounds: { from: 'peers' } },
};
