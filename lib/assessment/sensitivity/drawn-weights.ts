import { type Plan, weightsOf } from './aggregation';
import type { Chance } from './chance';

/** Random weights by node, each drawn around its own and scaled back, so that those of a block keep their sum. */
export function drawnWeights(plan: Plan, spread: number, random: Chance): Float64Array {
  const weights = weightsOf(plan);
  for (const node of plan.nodes) {
    if (node.kind === 'item') continue;
    let [before, after] = [0, 0];
    for (const part of node.parts) {
      const weight = weights[part] ?? 0;
      before += weight;
      weights[part] = weight * (1 + spread * (2 * random() - 1));
      after += weights[part] ?? 0;
    }
    for (const part of node.parts) weights[part] = ((weights[part] ?? 0) * before) / after;
  }
  return weights;
}
