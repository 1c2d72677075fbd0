import { noise } from '@/lib/statistics/noise';
import type { Plan, PlanNode } from './aggregation';

type Block = Extract<PlanNode, { kind: 'block' }>;
/** By unit, the share of a node in percent without adjustments, NaN for none, and these in points of its own scale. */
type Scored = { readonly share: Float64Array; readonly extra: Float64Array };

export type Totals = {
  /** NaN for a unit without a score. */
  readonly totals: Float64Array;
  /** The scores that order equal totals, in their order. */
  readonly breakers: readonly Float64Array[];
};

/**
 * The totals of the units under other weights, by node; the shares of the items are those of the plan or of another way
 * of normalising. A part with weight zero does not count; bonuses and deductions keep their points under any weights.
 */
export function totalsOf(plan: Plan, weights: Float64Array, shares: Plan['shares'] = plan.shares): Totals {
  const found: Scored[] = [];
  plan.nodes.forEach((node, at) => {
    const own = plan.extras[at] ?? new Float64Array();
    found.push(
      node.kind === 'item'
        ? { share: shares[node.item] ?? new Float64Array(), extra: own }
        : blockScores(plan, node, own, weights, found),
    );
  });
  const scoreOf = (at: number): Float64Array => {
    const [node, scored] = [plan.nodes[at], found[at]];
    // An item orders by its share, without adjustments, as in the engine.
    if (node?.kind !== 'block') return scored?.share ?? new Float64Array();
    return Float64Array.from(
      scored?.share ?? [],
      (share, unit) => (share / 100) * node.full + (scored?.extra[unit] ?? 0),
    );
  };
  const totals = scoreOf(plan.nodes.length - 1).map((score, unit) =>
    Math.min(plan.cap, Math.max(plan.floor, score + (plan.totalExtra[unit] ?? 0))),
  );
  return { totals, breakers: plan.breakers.map(scoreOf) };
}

function blockScores(
  plan: Plan,
  block: Block,
  own: Float64Array,
  weights: Float64Array,
  found: readonly Scored[],
): Scored {
  const count = plan.units.length;
  const [sums, counted, extra] = [new Float64Array(count), new Float64Array(count), own.slice()];
  const isScored = new Uint8Array(count);
  const isAdditive = block.aggregation === 'sum' || block.aggregation === 'arithmetic';
  const whole = block.parts.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
  for (const part of block.parts) {
    const weight = weights[part] ?? 0;
    const [node, scored] = [plan.nodes[part], found[part]];
    if (weight === 0 || !node || !scored) continue;
    // Adjustments are converted by the weights of the scheme, whatever was drawn.
    const toWeight = node.kind === 'block' ? node.weight / node.full : 1;
    for (let unit = 0; unit < count; unit += 1) {
      const share = scored.share[unit] ?? Number.NaN;
      const points = (scored.extra[unit] ?? 0) * toWeight;
      const lacks = Number.isNaN(share);
      const isPending = plan.isPending[part]?.[unit] === true;
      if (lacks && (block.renormalise || isPending)) continue;
      if (!lacks || plan.isMissing[part]?.[unit]) isScored[unit] = 1;
      counted[unit] = (counted[unit] ?? 0) + weight;
      if (isAdditive) {
        sums[unit] = (sums[unit] ?? 0) + weight * (lacks ? 0 : share);
        extra[unit] = (extra[unit] ?? 0) + points * (block.aggregation === 'sum' ? 1 : block.full / whole);
      } else {
        const adjusted = lacks ? 0 : share + (points / node.weight) * 100;
        sums[unit] = (sums[unit] ?? 0) + weight * termOf(block, adjusted);
      }
    }
  }
  const share = sums.map((sum, unit) => {
    if (block.isZero[unit]) return 0;
    return isScored[unit] ? shareOf(block, sum, counted[unit] ?? 0, whole) : Number.NaN;
  });
  return { share, extra: extra.map((points, unit) => (block.isZero[unit] ? 0 : points)) };
}

/** The term of a share in the sum of a block's mean; a geometric or harmonic mean with a zero share is zero. */
function termOf({ aggregation }: Block, share: number): number {
  if (aggregation === 'geometric') return share > noise ? Math.log(share) : Number.NEGATIVE_INFINITY;
  return share > noise ? 1 / share : Number.POSITIVE_INFINITY;
}

/** The share of a block. `counted` is the divisor of means; a sum of points is scaled to the weight of all parts. */
function shareOf(block: Block, sum: number, counted: number, whole: number): number {
  if (block.aggregation === 'geometric') return Math.exp(sum / counted);
  if (block.aggregation === 'harmonic') return counted / sum;
  if (block.aggregation === 'arithmetic') return sum / counted;
  return (sum * whole) / counted / block.full;
}
