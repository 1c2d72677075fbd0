import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeNode } from '@/lib/assessment/schemes/document/scheme';

/** Weights by the key of an item or a block; missing keys stay unchanged. */
export type WeightChanges = Readonly<Record<string, number>>;

const steps = 10_000;

/**
 * The scheme with other weights. In a changed block all weights are scaled to their required sum, at four decimals. A
 * part that is a block keeps its own scale: only its weight in the parent changes. Weights of zero or less are ignored.
 */
export function withWeights(scheme: Scheme, changes: WeightChanges): Scheme {
  return { ...scheme, root: changedBlock(scheme.root, changes) };
}

function changedBlock(block: SchemeBlock, changes: WeightChanges): SchemeBlock {
  const parts = block.parts.map((part) => (part.kind === 'block' ? changedBlock(part, changes) : part));
  const asked = parts.map(({ key, weight }) => weightIn(changes, key) ?? weight);
  if (asked.every((weight, at) => weight === parts[at]?.weight)) return { ...block, parts };
  const weights = summingTo(asked, weightTotalOf(block));
  return { ...block, parts: parts.map((part, at) => withWeight(part, weights[at] ?? part.weight)) };
}

function weightIn(changes: WeightChanges, key: string): number | null {
  const asked = Object.hasOwn(changes, key) ? changes[key] : undefined;
  return asked !== undefined && Number.isFinite(asked) && asked > 0 ? asked : null;
}

function withWeight(part: SchemeNode, weight: number): SchemeNode {
  return part.kind === 'item' ? { ...part, weight } : { ...part, weight, full: fullOf(part) };
}

/** The required sum of the weights of a block's parts. */
export function weightTotalOf(block: SchemeBlock): number {
  return block.aggregation === 'sum' ? fullOf(block) : (block.weightTotal ?? fullOf(block));
}

/**
 * Scales weights to sum to `total`, each at four decimals and above zero; the greatest takes the remainder of rounding.
 */
export function summingTo(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counted = weights.map((weight) => Math.max(1, Math.round((weight / sum) * total * steps)));
  const over = Math.round(total * steps) - counted.reduce((all, one) => all + one, 0);
  const greatest = counted.indexOf(Math.max(...counted));
  return counted.map((one, at) => (at === greatest ? one + over : one) / steps);
}
