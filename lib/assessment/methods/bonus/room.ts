import { valueAxis } from '@/lib/assessment/methods/kit/curve';
import { over, percentOf, times } from '@/lib/assessment/methods/kit/expression';
import { choice, number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { Bonus } from './schema';
import { bonusOutcome, prepareBonus } from './score';

export const bonus: Room<Bonus> = {
  takes: ({ from }) => (from === 'value' ? 'figure' : 'bonus'),
  needsDirection: false,
  isOfRange: false,
  needsPeers: false,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareBonus,
  at: ({ from, pointsEach }, x, { weight }) => bonusOutcome(from === 'value' ? pointsEach : 1, weight, x),
  span: ({ from, pointsEach }, { weight }) => {
    const each = from === 'value' ? Math.max(pointsEach, 1e-6) : 1;
    return { ...valueAxis, from: 0, to: (weight / each) * 1.2 };
  },
  formula: ({ from, pointsEach }, { term, stored, weight }) =>
    from === 'ledger'
      ? percentOf(over(stored('granted'), weight))
      : percentOf(over(times(stored('counted'), term('pointsEach', pointsEach)), weight)),
  formulaKey: ({ from }) => `formulas.bonus.${from}`,
  fields: [choice('from', 'bonusFrom', ['value', 'ledger'], 'bonusFrom'), number('pointsEach')],
  blank: { from: 'ledger', pointsEach: 1 },
  findings: () => [],
};
