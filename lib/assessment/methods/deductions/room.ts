import { minus, over, percentOf } from '@/lib/assessment/methods/kit/expression';
import { choice, floorField } from '@/lib/assessment/methods/kit/fields';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { Deductions } from './schema';
import { deductionsOutcome, prepareDeductions } from './score';

export const deductions: Room<Deductions> = {
  takes: 'deduction',
  needsDirection: false,
  isOfRange: false,
  needsPeers: false,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareDeductions,
  at: (method, points, { weight }) => deductionsOutcome(method, weight, [{ points, incident: '' }]),
  span: (_, { weight }) => ({ axis: 'deducted', isSample: false, from: 0, to: weight * 1.2 }),
  formula: (_, { weight, stored }) => percentOf(over(minus(weight, stored('deducted')), weight)),
  formulaKey: () => 'formulas.deductions',
  fields: [floorField, choice('incident', 'incident', ['heaviest', 'all'])],
  blank: { floor: 0, incident: 'heaviest' },
  findings: () => [],
};
