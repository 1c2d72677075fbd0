import { pairPlace } from './pairwise';

/** Two parts of a block, with the `name` of their comparison in an address. */
export type Pair = { readonly name: string; readonly first: number; readonly second: number };

/** The answers to a comparison: how many times more the first matters; below zero the second does. */
export const scaleSteps = [9, 8, 7, 6, 5, 4, 3, 2, 1, -2, -3, -4, -5, -6, -7, -8, -9] as const;
export type ScaleStep = (typeof scaleSteps)[number];

/** The pairs of `count` parts, in the order of the comparisons. */
export function pairsOf(count: number): readonly Pair[] {
  const places = Array.from({ length: count }, (_, at) => at);
  return places.flatMap((first) =>
    places.slice(first + 1).map((second) => ({ name: `p${pairPlace(count, first, second)}`, first, second })),
  );
}

/** A comparison from an address; a missing or invalid one means equal. */
export function stepIn(text: unknown): ScaleStep {
  return scaleSteps.find((step) => String(step) === text) ?? 1;
}

/** The ratio of importance: how many times more the first matters. */
export function timesOf(step: ScaleStep): number {
  return step < 0 ? 1 / -step : step;
}
