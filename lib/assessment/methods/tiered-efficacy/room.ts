import { rangeAround, valueAxis } from '@/lib/assessment/methods/kit/curve';
import { folded, minus, over, percentOf, plus, times } from '@/lib/assessment/methods/kit/expression';
import { choice, number } from '@/lib/assessment/methods/kit/fields';
import { found, isBetter } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { TieredEfficacy } from './schema';
import { tieredOutcome } from './score';

export const tieredEfficacy: Room<TieredEfficacy> = {
  takes: 'figure',
  needsDirection: true,
  isOfRange: false,
  needsPeers: false,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: ({ tiers, below }) => (below === 'zero' && tiers[0] ? [tiers[0].value] : []),
  asScale: null,
  prepare: (method) => ({
    basis: { terms: {}, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (_, x) => tieredOutcome(method, x),
  }),
  at: tieredOutcome,
  span: ({ tiers }) => {
    const values = tiers.map((tier) => tier.value);
    return { ...valueAxis, ...rangeAround(Math.min(...values), Math.max(...values)) };
  },
  formula: (_, { x, terms, stored }) => {
    if (!('upper' in terms)) return percentOf(stored('lowerCoefficient'));
    if (!('lower' in terms)) return null;
    const [from, to] = [stored('lowerCoefficient'), stored('upperCoefficient')];
    const [lower, upper] = [stored('lower'), stored('upper')];
    return percentOf(plus(from, over(times(minus(x, lower), folded(minus(to, from))), minus(upper, lower))));
  },
  formulaKey: () => 'formulas.tieredEfficacy',
  fields: [
    {
      kind: 'rows',
      name: 'tiers',
      label: 'tiers',
      fields: [{ kind: 'text', name: 'name', label: 'tierName' }, number('value', 'tierValue'), number('coefficient')],
    },
    choice('below', 'belowTiers', ['zero', 'lowest'], 'belowTiers'),
  ],
  blank: {
    tiers: [
      { name: '较差', value: 0, coefficient: 0.2 },
      { name: '优秀', value: 100, coefficient: 1 },
    ],
    below: 'zero',
  },
  findings: ({ tiers }, path, direction) => {
    const inOrder = tiers.every((tier, at) => {
      const worse = tiers[at - 1];
      return !worse || (isBetter(tier.value, worse.value, direction) && tier.coefficient > worse.coefficient);
    });
    return inOrder ? [] : [found('tiersOrder', `${path}.tiers`)];
  },
};
