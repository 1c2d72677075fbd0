import { rangeAround } from '@/lib/assessment/methods/kit/curve';
import { minus, over, plus } from '@/lib/assessment/methods/kit/expression';
import { capField, floorField, number } from '@/lib/assessment/methods/kit/fields';
import { found, heldFindings, isBetter } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { StandardRatio } from './schema';
import { prepareStandardRatio, standardRatioOutcome } from './score';

export const standardRatio: Room<StandardRatio> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: ({ best }) => best === null,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareStandardRatio,
  at: (method, x, { term }) => standardRatioOutcome(method, x, method.best ?? term('best')),
  span: (method) => {
    const best = method.best ?? 100;
    const low = method.standard - (best - method.standard);
    return { axis: 'value', isSample: method.best === null, ...rangeAround(low, best), terms: { best } };
  },
  formula: (method, { x, term, stored }) =>
    plus(term('standardShare', method.standardShare), over(minus(x, stored('standard')), stored('perPoint'))),
  formulaKey: () => 'formulas.standardRatio',
  fields: [
    number('standard'),
    number('standardShare'),
    { kind: 'number', name: 'best', label: 'best', isNullable: true },
    number('bestShare'),
    floorField,
    capField,
  ],
  blank: { standard: 0, standardShare: 60, best: null, bestShare: 100, floor: 0, cap: 100 },
  findings: (method, path, direction) => {
    const { best, standard } = method;
    const isOff = method.standardShare >= method.bestShare || (best !== null && !isBetter(best, standard, direction));
    return [...heldFindings(method, path), ...(isOff ? [found('standardOrder', `${path}.standard`)] : [])];
  },
};
