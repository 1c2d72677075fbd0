import { valueAxis } from '@/lib/assessment/methods/kit/curve';
import { over, percentOf } from '@/lib/assessment/methods/kit/expression';
import { number } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { Expert } from './schema';
import { expertOutcome, prepareExpert } from './score';

export const expert: Room<Expert> = {
  takes: 'score',
  needsDirection: false,
  isOfRange: false,
  needsPeers: false,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareExpert,
  at: (method, x) => expertOutcome(method, [x]),
  span: ({ outOf }) => ({ ...valueAxis, from: 0, to: outOf }),
  formula: ({ outOf }, { term, stored }) => percentOf(over(stored('average', 'mean'), term('outOf', outOf))),
  formulaKey: () => 'formulas.expert',
  fields: [number('trim'), number('outOf')],
  blank: { trim: 0, outOf: 100 },
  findings: () => [],
};
