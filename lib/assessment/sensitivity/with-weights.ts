import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeNode } from '@/lib/assessment/schemes/document/scheme';

/** Weights by the key of an item or a block; those not named stay. */
export type WeightChanges = Readonly<Record<string, number>>;

const steps = 10_000;

/**
 * The scheme with other weights. In a block of which a weight changes, all weights are scaled so that they sum to what they
 * have to, at four decimals. A part that is a block keeps its own scale: what changes is how much it counts around it.
 * Weights that are not above zero are left as they are.
 */
export function withWeights(scheme: Scheme, changes: WeightChanges): Scheme {
  return { ...scheme, root: changedBlock(scheme.root, changes) };
}

function changedBlock(block: SchemeBlock, changes: WeightChanges): SchemeBlock {
  const parts = block.parts.map((part) => (part.kind === 'block' ? changedBlock(part, changes) : part));
  const asked = parts.map(({ key, weight }) => weightIn(changes, key) ?? weight);
  if (asked.every((weight, at) => weight === parts[at]?.weight)) return { ...block, parts };
  const weights = summingTo(asked, weightTotalOf(block));
  return { ...block, parts: parts.map((part, at) => reweighted(part, weights[at] ?? part.weight)) };
}

function weightIn(changes: WeightChanges, key: string): number | null {
  const asked = Object.hasOwn(changes, key) ? changes[key] : undefined;
  return asked !== undefined && Number.isFinite(asked) && asked > 0 ? asked : null;
}

function reweighted(part: SchemeNode, weight: number): SchemeNode {
  return part.kind === 'item' ? { ...part, weight } : { ...part, weight, full: fullOf(part) };
}

/** To what the weights of a block's parts have to sum. */
export function weightTotalOf(block: SchemeBlock): number {
  return block.aggregation === 'sum' ? fullOf(block) : (block.weightTotal ?? fullOf(block));
}

/**
 * Weights in the same proportions that sum to `total`, each at four decimals and above zero; what rounding leaves over goes
 * to the greatest.
 */
export function summingTo(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counted = weights.map((weight) => Math.max(1, Math.round((weight / sum) * total * steps)));
  const over = Math.round(total * steps) - counted.reduce((all, one) => all + one, 0);
  const greatest = counted.indexOf(Math.max(...counted));
  return counted.map((one, at) => (at === greatest ? one + over : one) / steps);
}
