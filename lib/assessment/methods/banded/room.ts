import { rangeAround, valueAxis } from '@/lib/assessment/methods/kit/curve';
import { folded, minus, over, plus, times } from '@/lib/assessment/methods/kit/expression';
import { number } from '@/lib/assessment/methods/kit/fields';
import { found } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { Banded } from './schema';
import { bandedOutcome, prepareBanded } from './score';

export const banded: Room<Banded> = {
  takes: 'figure',
  needsDirection: false,
  isOfRange: false,
  needsPeers: false,
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: ({ bands }) => bands.map(({ atLeast }) => atLeast),
  asScale: null,
  prepare: prepareBanded,
  at: bandedOutcome,
  span: ({ bands }) => {
    const values = bands.map((band) => band.atLeast);
    return { ...valueAxis, ...rangeAround(Math.min(...values), Math.max(...values)) };
  },
  formula: (_, { x, terms, stored }) => {
    if (!('upper' in terms)) return stored('lowerShare');
    const [from, to] = [stored('lowerShare'), stored('upperShare')];
    const [lower, upper] = [stored('lower'), stored('upper')];
    return plus(from, over(times(minus(x, lower), folded(minus(to, from))), minus(upper, lower)));
  },
  formulaKey: () => 'formulas.banded',
  fields: [
    {
      kind: 'rows',
      name: 'bands',
      label: 'bands',
      fields: [number('atLeast', 'bandAtLeast'), number('share', 'bandShare')],
    },
    number('below', 'belowBands'),
    { kind: 'yesNo', name: 'interpolate', label: 'interpolate' },
  ],
  blank: { bands: [{ atLeast: 0, share: 100 }], below: 0, interpolate: false },
  findings: ({ bands }, path) => {
    const inOrder = bands.every(({ atLeast }, at) => atLeast > (bands[at - 1]?.atLeast ?? -Infinity));
    return inOrder ? [] : [found('bandsOrder', `${path}.bands`)];
  },
};
