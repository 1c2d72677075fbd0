import { pairPlace } from './pairwise';

/** Two parts of a block, compared by `name` in an address. */
export type Pair = { readonly name: string; readonly first: number; readonly second: number };

/** What a comparison may say: how many times more the first matters; below zero the second does. */
export const scaleSteps = [9, 8, 7, 6, 5, 4, 3, 2, 1, -2, -3, -4, -5, -6, -7, -8, -9] as const;
export type ScaleStep = (typeof scaleSteps)[number];

/** The pairs of so many parts, in the order of the comparisons. */
export function pairsOf(count: number): readonly Pair[] {
  const places = Array.from({ length: count }, (_, at) => at);
  return places.flatMap((first) =>
    places.slice(first + 1).map((second) => ({ name: `p${pairPlace(count, first, second)}`, first, second })),
  );
}

/** A comparison as an address says it; what it does not say, or says wrongly, is taken as the same. */
export function stepIn(text: unknown): ScaleStep {
  return scaleSteps.find((step) => String(step) === text) ?? 1;
}

/** How many times more the first matters. */
export function timesOf(step: ScaleStep): number {
  return step < 0 ? 1 / -step : step;
}
