import { placeAxis } from '@/lib/assessment/methods/kit/curve';
import {
  constant,
  folded,
  hundred,
  minus,
  over,
  percentOf,
  plus,
  times,
} from '@/lib/assessment/methods/kit/expression';
import { choice, number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import { placesOfTied } from '@/lib/assessment/ranks/places-among';
import { reaches } from '@/lib/statistics/noise';
import type { RankLadder } from './schema';
import { ladderOutcome, prepareRankLadder } from './score';

export const rankLadder: Room<RankLadder> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: true,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: ({ gate }) => (gate ? [gate.atLeast] : []),
  asScale: null,
  prepare: prepareRankLadder,
  at: (method, place, { better, weight }) => ladderOutcome({ ...method, gate: null }, better, weight, place, place),
  span: () => placeAxis,
  formula: (method, { isLess, value, term, stored, weight }) => {
    const places = folded(minus(stored('rank'), constant(1)));
    const step = term('step', method.step);
    const inPercent = method.stepIn === 'percent' ? step : percentOf(over(step, weight));
    const { gate } = method;
    const isPast = gate && value !== null && reaches(value, gate.atLeast, isLess ? 'lower' : 'higher');
    if (!isPast) return minus(hundred, times(inPercent, places));
    const share = term('gateShare', gate.share);
    return plus(share, over(times(folded(minus(hundred, share)), stored('ladder')), hundred));
  },
  formulaKey: () => 'formulas.rankLadder',
  fields: [
    number('step'),
    choice('stepIn', 'stepIn', ['percent', 'points']),
    choice('ties', 'ties', placesOfTied),
    {
      kind: 'optional',
      name: 'gate',
      label: 'gate',
      fields: [number('atLeast', 'gateAtLeast'), number('share', 'gateShare')],
    },
  ],
  blank: { step: 5, stepIn: 'percent', ties: 'best', gate: null },
  findings: () => [],
};
