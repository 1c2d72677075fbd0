/** Lets `atOnce` works run at a time; the others wait their turn, `waiting` at most, beyond which `refused` is thrown. */
export function takeTurns(atOnce: number, waiting: number, refused: () => Error) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw refused();
    else await new Promise<void>((turn) => queue.push(turn));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // Whoever is next takes over the place, so the number of those running stays.
      if (next) next();
      else running -= 1;
    }
  };
}
