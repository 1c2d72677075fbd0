import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import { isSame, noise } from '@/lib/statistics/noise';
import { quantileOf } from '@/lib/statistics/spread';

export type Policies = Pick<Scheme, 'allEqual' | 'denominator' | 'oneUnit' | 'boundsAmongPeers'>;

/** The values that a method scores, by position of the unit; NaN for none. */
export type Peers = {
  readonly codes: readonly string[];
  readonly x: Float64Array;
  /** The units that count as peers; those apart, excluded or not concerned do not. */
  readonly isPeer: Uint8Array;
  readonly isBound: Uint8Array;
  readonly better: 'higher' | 'lower';
  /** The points of the item. */
  readonly weight: number;
  readonly policies: Policies;
  /** The same values, transforms included, at an earlier period. */
  readonly earlier: (against: 'yearEarlier' | 'previous') => Float64Array;
  readonly target: (unit: number, from: 'base' | 'stretch') => number;
  /** Points of the item's ledger entries, in a fixed order, with their incidents. */
  readonly entries: (
    unit: number,
    kind: 'deduction' | 'bonus' | 'score',
  ) => readonly { points: number; incident: string }[];
};

/** The score of one value: a share of the points in percent, or none with a reason. */
export type Outcome = {
  readonly share: number | null;
  /** No score because there are no peers. */
  readonly isLeftOut?: true;
  readonly terms?: Readonly<Record<string, number>>;
  readonly notes?: readonly Note[];
};

export type Prepared = {
  readonly basis: ItemBasis;
  /** Whether the method uses the peers' extremes, from which values that are bounds may have been left out. */
  readonly usesExtremes: boolean;
  readonly of: (unit: number, x: number) => Outcome;
};

/** Positions of the peers that have a value. */
export function peersWithValue({ x, isPeer }: Peers): number[] {
  const found: number[] = [];
  for (let unit = 0; unit < x.length; unit += 1) if (isPeer[unit] && !Number.isNaN(x[unit])) found.push(unit);
  return found;
}

/**
 * The peers whose values may be the lowest or highest: without values that are bounds, as long as two others remain.
 */
export function peersForExtremes(peers: Peers): number[] {
  const all = peersWithValue(peers);
  if (peers.policies.boundsAmongPeers) return all;
  const exact = all.filter((unit) => !peers.isBound[unit]);
  return exact.length >= 2 ? exact : all;
}

/** The unit with the least or greatest value; among several the first in the order of codes. */
export function extreme(peers: Peers, units: readonly number[], end: 'least' | 'greatest'): number {
  const value = (unit: number) => peers.x[unit] ?? Number.NaN;
  return units.reduce(
    (found, unit) =>
      found < 0 || (end === 'least' ? value(unit) < value(found) : value(unit) > value(found)) ? unit : found,
    -1,
  );
}

/** The method for a group without peers: all left out, or all with the full score. */
export function withoutPeers(policies: Policies): Prepared {
  const notes: Note[] = [{ kind: 'oneUnit' }];
  const outcome: Outcome =
    policies.oneUnit === 'full' ? { share: 100, notes } : { share: null, isLeftOut: true, notes };
  return { basis: { terms: {}, setBy: {}, notes }, usesExtremes: false, of: () => outcome };
}

/** The share of every unit where all values are equal. */
export function whenAllEqual(policies: Policies, full: number, base: number): number {
  return policies.allEqual === 'full' ? full : policies.allEqual === 'base' ? base : 0;
}

/** The two values that span the scale, the units that set them, and a note when a single value stretches it. */
export function boundsOf(bounds: Bounds, peers: Peers): ItemBasis & { readonly low: number; readonly high: number } {
  if (bounds.from === 'given') {
    const { low, high } = bounds;
    return { low, high, terms: { low, high }, setBy: {}, notes: [] };
  }
  const units = peersForExtremes(peers);
  const ascending = units.map((unit) => peers.x[unit] ?? 0).sort((a, b) => a - b);
  const n = ascending.length;
  const isHigher = peers.better === 'higher';
  if (bounds.from === 'percentiles') {
    // Percentiles count from the worst value, so that `low` earns least in either direction.
    const at = (percent: number) => quantileOf(ascending, isHigher ? percent : 100 - percent);
    const [low, high] = [at(bounds.low), at(bounds.high)];
    return { low, high, terms: { low, high, n }, setBy: {}, notes: [] };
  }
  const [lowest, highest] = [extreme(peers, units, 'least'), extreme(peers, units, 'greatest')];
  const [lowUnit, highUnit] = isHigher ? [lowest, highest] : [highest, lowest];
  const [low, high] = [peers.x[lowUnit] ?? 0, peers.x[highUnit] ?? 0];
  return {
    low,
    high,
    terms: { low, high, n },
    setBy: { low: peers.codes[lowUnit] ?? '', high: peers.codes[highUnit] ?? '' },
    notes: stretchNotes(ascending, peers.codes[lowest] ?? '', peers.codes[highest] ?? ''),
  };
}

/** The note that one value alone makes up more than half of the range, so that all others are pressed together. */
export function stretchNotes(ascending: readonly number[], lowest: string, highest: string): Note[] {
  const n = ascending.length;
  const [first, second, last, before] = [ascending[0], ascending[1], ascending[n - 1], ascending[n - 2]];
  if (n < 4 || first === undefined || second === undefined || last === undefined || before === undefined) return [];
  if (isSame(first, last)) return [];
  const stretch = (unit: string, gap: number): Note[] =>
    gap / (last - first) > 0.5
      ? [{ kind: 'outlierStretch', values: { unit, share: (gap / (last - first)) * 100 } }]
      : [];
  return [...stretch(lowest, second - first), ...stretch(highest, last - before)];
}

/** A share limited by floor and cap, with a note where either applied. */
export function held(raw: number, floor: number, cap: number, terms?: Outcome['terms'], notes: Note[] = []): Outcome {
  const share = Math.min(Math.max(raw, floor), cap);
  const all: Note[] =
    raw > cap + noise
      ? [...notes, { kind: 'clampedHigh', values: { share: finiteOr(raw, cap), cap } }]
      : raw < floor - noise
        ? [...notes, { kind: 'clampedLow', values: { share: finiteOr(raw, floor), floor } }]
        : notes;
  return { share, ...(terms && { terms }), ...(all.length > 0 && { notes: all }) };
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
