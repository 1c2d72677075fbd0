/** Lets so many pieces of work run at once and the others wait, the first come first. */
export function turnsOf(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (taken >= places) await new Promise<void>((next) => waiting.push(next));
    else taken += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
