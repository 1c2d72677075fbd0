type Waiter = {
  /** The owner of the work, who can be told the place in the queue; anonymous when left out. */
  readonly who?: string;
  /** Ends the waiting, with its reason; work that has begun continues. */
  readonly signal?: AbortSignal;
};

/**
 * Limits concurrent works to `atOnce`; at most `waiting` others wait for their turn, beyond which `refused` is thrown.
 * `ahead` is the number of works before the first one of an owner: running ones and those that wait longer.
 */
export function takeTurns(atOnce: number, waiting: number, refused: () => Error) {
  const queue: { readonly who: string | undefined; readonly begin: () => void }[] = [];
  let running = 0;

  function turn({ who, signal }: Waiter): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(one), 1);
        reject(signal?.reason);
      };
      const one = {
        who,
        begin() {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave);
      queue.push(one);
    });
  }

  async function inTurn<Result>(work: () => Promise<Result>, waiter: Waiter = {}): Promise<Result> {
    waiter.signal?.throwIfAborted();
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw refused();
    else await turn(waiter);
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // The next work takes over the place, so the number of running ones stays.
      if (next) next.begin();
      else running -= 1;
    }
  }

  const countAhead = (who: string): number => {
    const at = queue.findIndex((one) => one.who === who);
    return at < 0 ? 0 : running + at;
  };
  return Object.assign(inTurn, { ahead: countAhead });
}
