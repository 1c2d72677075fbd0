import { Agent, get } from 'node:http';

/** The median; of an even number of values the upper one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that the given share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** Milliseconds until the last byte of an answer, over a connection that stays open. Refuses an unexpected status. */
async function answerTime(agent: Agent, { url, status = 200, cookie = '', kept = false }: Asked): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    // An unknown header, which makes the server render the page anew (app/server/page-key.mjs).
    const anew = kept ? {} : { 'x-anew': '1' };
    get(url, { agent, headers: { 'accept-encoding': 'identity', cookie, ...anew } }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === status ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
  return performance.now() - start;
}

export type Asked = {
  readonly name: string;
  readonly url: string;
  readonly status?: number;
  readonly cookie?: string;
  /** Whether a kept page may be the answer; otherwise it is rendered anew. */
  readonly kept?: boolean;
};

/**
 * The median answer time of each address for one client. The addresses alternate, so that other work of the machine
 * affects all alike. Ends sooner when `isOver`.
 */
export async function answerTimes(
  asked: readonly Asked[],
  rounds: number,
  isOver: () => boolean = () => false,
): Promise<Map<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = new Map<string, number[]>(asked.map(({ name }) => [name, []]));
  for (let round = -20; round < rounds && !isOver(); round += 1) {
    for (const one of asked) {
      const time = await answerTime(agent, one);
      if (round >= 0) times.get(one.name)?.push(time);
    }
  }
  agent.destroy();
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}
