import {
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersForExtremes,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import type { Range } from './schema';

/**
 * 适度: full inside the interval, less by the distance outside. Letters of the basis: low, high, and span (of the peers)
 * or below, above (given); of the unit: distance.
 */
export function prepareRange(method: Range, peers: Peers): Prepared {
  const { low, high, span } = method;
  if (span.from === 'given') {
    const { below, above } = span;
    return {
      basis: { terms: { low, high, below, above }, setBy: {}, notes: [] },
      usesExtremes: false,
      of: (_, x) => rangeOutcome(method, x, below, above),
    };
  }
  const units = peersForExtremes(peers);
  if (units.length <= 1) return withoutPeers(peers.policies);
  const distance = (unit: number) => distanceFrom(method, peers.x[unit] ?? 0);
  const farthest = units.reduce((found, unit) => (distance(unit) > distance(found) ? unit : found), units[0] ?? 0);
  const greatest = distance(farthest);
  const setBy: Record<string, string> = greatest > 0 ? { span: peers.codes[farthest] ?? '' } : {};
  return {
    basis: { terms: { low, high, span: greatest }, setBy, notes: [] },
    usesExtremes: true,
    of: (_, x) => rangeOutcome(method, x, greatest, greatest),
  };
}

function distanceFrom({ low, high }: Pick<Range, 'low' | 'high'>, x: number): number {
  return Math.max(low - x, x - high, 0);
}

export function rangeOutcome(method: Range, x: number, below: number, above: number): Outcome {
  const distance = distanceFrom(method, x);
  const terms = { distance };
  if (distance === 0) return { share: 100, terms };
  const span = x < method.low ? below : above;
  return held(span > 0 ? 100 - (distance / span) * 100 : Number.NEGATIVE_INFINITY, 0, 100, terms);
}
