import { sampleAxis } from '@/lib/assessment/methods/kit/curve';
import { capField, floorField } from '@/lib/assessment/methods/kit/fields';
import { heldFindings } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { RatioToMedian } from './schema';
import { prepareRatioToMedian, ratioToMedianOutcome } from './score';

export const ratioToMedian: Room<RatioToMedian> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: true,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareRatioToMedian,
  at: (method, x, { better, term }) => ratioToMedianOutcome(method, better, x, term('reference')),
  span: () => ({ ...sampleAxis, from: 0, to: 100, terms: { reference: 50 } }),
  formula: (_, { ratio, stored }) => ratio(stored('reference')),
  formulaKey: () => 'formulas.ratioToMedian',
  fields: [floorField, capField],
  blank: { floor: 0, cap: 100 },
  findings: heldFindings,
};
