import { hundred, minus, over, power, times } from '@/lib/assessment/methods/kit/expression';
import { boundsField, number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { scaledRoom } from '@/lib/assessment/methods/kit/scaled';
import type { ExponentialEfficacy } from './schema';
import { scaleOf } from './score';

export const exponentialEfficacy: Room<ExponentialEfficacy> = {
  ...scaledRoom(scaleOf),
  asScale: null,
  formula: (method, { x, term, stored }) => {
    const base = term('base', method.base);
    const [low, high] = [stored('low'), stored('high')];
    return times(base, power(over(hundred, base), over(minus(x, low), minus(high, low))));
  },
  formulaKey: () => 'formulas.exponentialEfficacy',
  fields: [number('base'), boundsField],
  blank: { base: 60, bounds: { from: 'peers' } },
};
