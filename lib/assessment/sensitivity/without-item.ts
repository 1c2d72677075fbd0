import { type Plan, weightsOf } from './aggregation';

/**
 * Weights by node without an item: the other items of its block share its weight in proportion; a block left without
 * parts is removed likewise. Null for the only item of the scheme.
 */
export function withoutItem(plan: Plan, key: string): Float64Array | null {
  const weights = weightsOf(plan);
  let gone = plan.nodes.findIndex((node) => node.kind === 'item' && node.key === key);
  for (;;) {
    const around = plan.nodes.find((node) => node.kind === 'block' && node.parts.includes(gone));
    if (around?.kind !== 'block') return null;
    const whole = around.parts.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
    const rest = whole - (weights[gone] ?? 0);
    weights[gone] = 0;
    if (around.parts.length > 1) {
      for (const part of around.parts) weights[part] = ((weights[part] ?? 0) * whole) / rest;
      return weights;
    }
    gone = plan.nodes.indexOf(around);
  }
}
