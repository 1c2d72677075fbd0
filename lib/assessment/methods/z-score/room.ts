import { sampleAxis } from '@/lib/assessment/methods/kit/curve';
import { over, plus, times } from '@/lib/assessment/methods/kit/expression';
import { capField, choice, floorField, number } from '@/lib/assessment/methods/kit/fields';
import { heldFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { ZScore } from './schema';
import { prepareZScore, zScoreOutcome } from './score';

export const zScore: Room<ZScore> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: true,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: () => ({ kind: 'zScore', centre: 50, spread: 10, deviation: 'population', floor: 0, cap: 100 }),
  prepare: prepareZScore,
  at: (method, x, { better, term }) => zScoreOutcome(method, better, x, term('mean'), term('deviation')),
  span: () => ({ ...sampleAxis, from: 0, to: 100, terms: { mean: 50, deviation: 20 } }),
  formula: (method, { term, stored, difference }) =>
    plus(
      term('centre', method.centre),
      over(times(term('spread', method.spread), difference(stored('mean'))), stored('deviation')),
    ),
  formulaKey: () => 'formulas.zScore',
  fields: [
    number('centre'),
    number('spread'),
    choice('deviation', 'deviation', ['population', 'sample']),
    floorField,
    capField,
  ],
  blank: { centre: 50, spread: 10, deviation: 'population', floor: 0, cap: 100 },
  findings: heldFindings,
};
