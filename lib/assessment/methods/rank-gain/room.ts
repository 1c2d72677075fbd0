import { placeAxis } from '@/lib/assessment/methods/kit/curve';
import { minus, over, percentOf, times } from '@/lib/assessment/methods/kit/expression';
import { againstField, capField, choice, floorField, number } from '@/lib/assessment/methods/kit/fields';
import { heldFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { RankGain } from './schema';
import { gainOutcome, prepareRankGain } from './score';

export const rankGain: Room<RankGain> = {
  takes: 'figure',
  needsDirection: ({ ranks }) => ranks === 'ofValues',
  isOfRange: false,
  needsPeers: ({ ranks }) => ranks === 'ofValues',
  target: null,
  earlier: ({ against }) => against,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareRankGain,
  at: (method, place, { term }) => gainOutcome(method, place, term('earlier')),
  span: () => ({ ...placeAxis, isSample: true, terms: { earlier: 10 } }),
  formula: (method, { term, stored }) => {
    const [earlier, rank] = [stored('earlier'), stored('rank')];
    const gain = over(minus(earlier, rank), earlier);
    return percentOf(method.factor === 1 ? gain : times(gain, term('factor', method.factor)));
  },
  formulaKey: () => 'formulas.rankGain',
  fields: [
    choice('ranks', 'ranks', ['ofValues', 'values']),
    againstField,
    choice('firstHeld', 'firstHeld', ['full', 'zero']),
    number('factor'),
    floorField,
    capField,
  ],
  blank: { ranks: 'ofValues', against: 'yearEarlier', firstHeld: 'full', factor: 1, floor: 0, cap: 100 },
  findings: heldFindings,
};
