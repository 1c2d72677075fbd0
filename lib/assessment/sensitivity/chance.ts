/** A generator of reproducible pseudo-random numbers from 0 up to 1, exclusive. */
export type Chance = () => number;

/** A seeded generator (mulberry32), so that an analysis can be repeated to the last digit. `seed` is a whole number. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
