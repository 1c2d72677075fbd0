import type { Plan, PlanNode } from './aggregation';

type Block = Extract<PlanNode, { kind: 'block' }>;

/**
 * The totals of the units under other weights, by node; the shares of the items are those of the plan or of another way
 * of normalising. A part with weight zero does not count. NaN for a unit without a score.
 */
export function totalsOf(plan: Plan, weights: Float64Array, shares: Plan['shares'] = plan.shares): Float64Array {
  const found: Float64Array[] = [];
  for (const node of plan.nodes)
    found.push(
      node.kind === 'item' ? (shares[node.item] ?? new Float64Array()) : blockShares(plan, node, weights, found),
    );
  const root = plan.nodes.at(-1);
  const full = root?.kind === 'block' ? root.full : 0;
  return Float64Array.from(found.at(-1) ?? [], (share, unit) =>
    Math.min(plan.cap, Math.max(plan.floor, (share / 100) * full + (plan.totalExtra[unit] ?? 0))),
  );
}

function blockShares(plan: Plan, block: Block, weights: Float64Array, found: readonly Float64Array[]): Float64Array {
  const count = plan.units.length;
  const sums = new Float64Array(count);
  const present = new Float64Array(count);
  const counted = new Float64Array(count);
  for (const part of block.parts) {
    const weight = weights[part] ?? 0;
    const values = found[part];
    if (weight === 0 || !values) continue;
    for (let unit = 0; unit < count; unit += 1) {
      const share = values[unit] ?? Number.NaN;
      if (Number.isNaN(share)) {
        if (block.renormalise || plan.isPending[part]?.[unit]) continue;
        counted[unit] = (counted[unit] ?? 0) + weight;
        sums[unit] = (sums[unit] ?? 0) + weight * termOf(block, 0);
        continue;
      }
      present[unit] = (present[unit] ?? 0) + weight;
      counted[unit] = (counted[unit] ?? 0) + weight;
      sums[unit] = (sums[unit] ?? 0) + weight * termOf(block, share);
    }
  }
  const whole = block.parts.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
  return sums.map((sum, unit) => {
    if (block.isZero[unit]) return 0;
    if (!present[unit]) return Number.NaN;
    const share = shareOf(block, sum, counted[unit] ?? 0, whole);
    return share + ((block.extra[unit] ?? 0) / block.full) * 100;
  });
}

/** The term of a share in the sum of a block's mean; a geometric or harmonic mean with a zero share is zero. */
function termOf({ aggregation }: Block, share: number): number {
  if (aggregation === 'geometric') return share > 0 ? Math.log(share) : Number.NEGATIVE_INFINITY;
  if (aggregation === 'harmonic') return share > 0 ? 1 / share : Number.POSITIVE_INFINITY;
  return share;
}

/** The share of a block. `counted` is the divisor of means; a sum of points is scaled to the weight of all parts. */
function shareOf(block: Block, sum: number, counted: number, whole: number): number {
  if (block.aggregation === 'geometric') return Math.exp(sum / counted);
  if (block.aggregation === 'harmonic') return counted / sum;
  if (block.aggregation === 'arithmetic') return sum / counted;
  return (sum * whole) / counted / block.full;
}
