import type { Method } from '@/lib/assessment/schemes/document/methods';
import { isSame } from '@/lib/statistics/spread';
import {
  boundsOf,
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersWithValue,
  whenAllEqual,
  withoutPeers,
} from './peers';

type Scaled = Extract<Method, { kind: 'efficacy' | 'exponentialEfficacy' | 'minMax' }>;

/** 功效系数 (linear and exponential) and min-max: a value between a low and a high one. */
export function scaled(method: Scaled, peers: Peers): Prepared {
  if (method.bounds.from !== 'given' && peersWithValue(peers).length <= 1) return withoutPeers(peers.policies);
  const { low, high, terms, setBy, notes } = boundsOf(method.bounds, peers);
  const usesExtremes = method.bounds.from !== 'given';
  if (isSame(low, high)) {
    const [full, base] = method.kind === 'minMax' ? [method.to, method.from] : [100, method.base];
    const outcome: Outcome = {
      share: whenAllEqual(peers.policies, full, base),
      notes: [{ kind: 'allEqual', values: { value: low } }],
    };
    const basis = { terms, setBy, notes: [...notes, { kind: 'allEqual' as const, values: { value: low } }] };
    return { basis, usesExtremes, of: () => outcome };
  }
  return { basis: { terms, setBy, notes }, usesExtremes, of: (_, x) => scaledOutcome(method, x, low, high) };
}

/** Where a value stands between low and high, as a share. */
export function scaledOutcome(method: Scaled, x: number, low: number, high: number): Outcome {
  const part = (x - low) / (high - low);
  if (method.kind === 'efficacy') return held(method.base + (100 - method.base) * part, method.base, 100);
  if (method.kind === 'exponentialEfficacy') {
    return held(method.base * Math.exp(Math.log(100 / method.base) * part), method.base, 100);
  }
  const { from, to } = method;
  const share = from + (to - from) * part;
  return method.clamp ? held(share, Math.min(from, to), Math.max(from, to)) : { share };
}
