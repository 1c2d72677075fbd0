/** A seeded generator of whole numbers from 0 up to `below`, exclusive. */
export type Chance = (below: number) => number;

export function chance(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A random element of a list. */
export function oneOf<One>(random: Chance, all: readonly One[]): One {
  const one = all[random(all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}
