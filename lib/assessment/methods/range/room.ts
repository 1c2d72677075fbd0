import { hundred, minus, over, percentOf } from '@/lib/assessment/methods/kit/expression';
import { number } from '@/lib/assessment/methods/kit/fields';
import { found } from '@/lib/assessment/methods/kit/findings';
import type { Room } from '@/lib/assessment/methods/kit/room';
import type { Range } from './schema';
import { prepareRange, rangeOutcome } from './score';

export const range: Room<Range> = {
  takes: 'figure',
  needsDirection: false,
  isOfRange: true,
  needsPeers: ({ span }) => span.from === 'peers',
  target: null,
  earlier: null,
  isYesOrNo: false,
  lines: () => [],
  asScale: null,
  prepare: prepareRange,
  at: (method, x, { term }) =>
    method.span.from === 'given'
      ? rangeOutcome(method, x, method.span.below, method.span.above)
      : rangeOutcome(method, x, term('span'), term('span')),
  span: (method) => {
    const isSample = method.span.from !== 'given';
    const reach = (method.span.from === 'given' ? Math.max(method.span.below, method.span.above) : 50) * 1.2;
    return { axis: 'value', isSample, from: method.low - reach, to: method.high + reach, terms: { span: 50 } };
  },
  formula: (method, { value, terms, stored }) => {
    if (terms.distance === 0) return hundred;
    const span = 'span' in terms ? 'span' : value !== null && value < method.low ? 'below' : 'above';
    return minus(hundred, percentOf(over(stored('distance'), stored('span', span))));
  },
  formulaKey: () => 'formulas.range',
  fields: [
    number('low', 'rangeLow'),
    number('high', 'rangeHigh'),
    {
      kind: 'shape',
      name: 'span',
      label: 'span',
      options: 'span',
      shapes: { peers: [], given: [number('below', 'spanBelow'), number('above', 'spanAbove')] },
    },
  ],
  blank: { low: 0, high: 100, span: { from: 'peers' } },
  findings: ({ low, high }, path) => (low <= high ? [] : [found('rangeOrder', `${path}.low`)]),
};
