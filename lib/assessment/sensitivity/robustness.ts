import type { PlainKind } from '@/lib/assessment/methods/schemas';
import { roundTotal } from '@/lib/assessment/ranks/round-total';
import type { StoredRobustness } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';
import { type Plan, planOf, sharesIn, weightsOf } from './aggregation';
import { chance } from './chance';
import { drawnWeights } from './drawn-weights';
import { flippedPairs, placeInto } from './places';
import { type Totals, totalsOf } from './totals';
import { isSwappable, swappableKinds, withMethod } from './with-method';
import { withoutItem } from './without-item';

export type AnalysisTerms = {
  readonly draws: number;
  readonly seed: number;
  /** Percent: every weight is drawn between (1 − spread) and (1 + spread) times itself. */
  readonly spread: number;
  /** The ways of normalising besides the scheme's own; one for all items of a draw. */
  readonly methods?: readonly PlainKind[];
};

/**
 * The robustness of a ranking, by Monte Carlo over weights and ways of normalising (OECD/JRC, Handbook on Constructing
 * Composite Indicators, 2008, step 7). In every draw all weights move at once and are scaled back to the sum of their
 * block; the points of bonuses, deductions and vetoes stay. The shares of the items are computed once per way of
 * normalising, only their aggregation is repeated. The same seed gives the same result.
 */
export function robustness(scheme: Scheme, inputs: Inputs, terms: AnalysisTerms): StoredRobustness {
  const assessment = assess(scheme, inputs);
  const plan = planOf(scheme, assessment);
  const random = chance(terms.seed);
  const ways = waysOf(scheme, inputs, plan, terms.methods ?? swappableKinds);
  const base = rankedOn(scheme, totalsOf(plan, weightsOf(plan)));
  const count = plan.units.length;
  const drawn = Array.from({ length: count }, () => new Float32Array(terms.draws));
  const [places, order] = [new Float64Array(count), Uint32Array.from(base.totals.keys())];
  let flipped = 0;
  for (let draw = 0; draw < terms.draws; draw += 1) {
    const weights = drawnWeights(plan, terms.spread / 100, random);
    const way = ways[Math.floor(random() * ways.length)] ?? plan.shares;
    const totals = rankedOn(scheme, totalsOf(plan, weights, way));
    placeInto(places, totals, order, scheme.ties);
    flipped += flippedPairs(base.totals, totals.totals);
    drawn.forEach((ranks, unit) => {
      ranks[draw] = places[unit] ?? 0;
    });
  }
  const pairs = ((count * (count - 1)) / 2) * terms.draws;
  return {
    draws: terms.draws,
    seed: terms.seed,
    spread: terms.spread,
    intervals: plan.units.map(({ unit, rank }, at) => ({ unit, rank: rank ?? 0, ...intervalOf(drawn[at]) })),
    flippedPairs: pairs === 0 ? 0 : flipped / pairs,
    withoutItem: leftOut(scheme, plan, base),
    nearTies: nearTiesOf(assessment, scheme.decimals),
  };
}

function waysOf(scheme: Scheme, inputs: Inputs, plan: Plan, kinds: readonly PlainKind[]): Plan['shares'][] {
  const swappable = itemsOf(scheme).filter(isSwappable);
  const kindsLeft = kinds.filter((kind) => swappable.some(({ method }) => method.kind !== kind));
  const others = kindsLeft.map((kind) => withMethod(scheme, kind));
  return [plan.shares, ...others.map((other) => sharesIn(plan, other, assess(other, inputs)))];
}

/** The totals that ranks are based on: unrounded, or rounded as they are published. */
function rankedOn({ rankOn, decimals }: Scheme, { totals, breakers }: Totals): Totals {
  return { totals: rankOn === 'rounded' ? totals.map((total) => roundTotal(total, decimals)) : totals, breakers };
}

/** The 5th, 50th and 95th percentile by the nearest rank, the least and the greatest rank. */
function intervalOf(ranks: Float32Array = new Float32Array()) {
  const sorted = ranks.toSorted();
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  const firsts = sorted.filter((rank) => rank < 1.5).length;
  return {
    low: at(5),
    median: at(50),
    high: at(95),
    best: sorted[0] ?? 0,
    worst: sorted.at(-1) ?? 0,
    firstShare: sorted.length === 0 ? 0 : firsts / sorted.length,
  };
}

/** The ranks without each item, its weight given to the others of its block. */
function leftOut(scheme: Scheme, plan: Plan, base: Totals): StoredRobustness['withoutItem'] {
  const placesOf = (totals: Totals) => {
    const places = new Float64Array(totals.totals.length);
    placeInto(places, totals, Uint32Array.from(places.keys()), scheme.ties);
    return places;
  };
  const before = placesOf(base);
  return itemsOf(scheme).flatMap(({ key }) => {
    const weights = withoutItem(plan, key);
    if (!weights) return [];
    const after = placesOf(rankedOn(scheme, totalsOf(plan, weights)));
    const moves = [...after].map((place, unit) => Math.abs(place - (before[unit] ?? 0)));
    const first = plan.units[after.indexOf(Math.min(...after))]?.unit ?? '';
    return [{ item: key, moved: moves.filter((move) => move > 0).length, farthest: Math.max(0, ...moves), first }];
  });
}

/** Neighbours of different rank whose totals differ by less than one step of the last published decimal. */
function nearTiesOf({ units }: Assessment, decimals: number): StoredRobustness['nearTies'] {
  const ranked = units.filter(({ rank, total }) => rank !== null && total !== null);
  return ranked.slice(1).flatMap((below, at) => {
    const above = ranked[at];
    const gap = Math.abs((above?.total ?? 0) - (below.total ?? 0));
    if (!above || above.rank === below.rank || gap >= 10 ** -decimals) return [];
    return [{ above: above.unit, below: below.unit, gap }];
  });
}
