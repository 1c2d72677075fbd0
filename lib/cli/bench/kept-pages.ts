import { Agent, get } from 'node:http';
import type { Measured } from '@/lib/cli/bench/report';
import { answerTimes } from '@/lib/cli/bench/timing';

/** The cost of kept pages, relative to an empty page, which is rendered each time, and to rendering them anew. */
export async function keptPageTimes(url: string): Promise<Measured[]> {
  const times = await answerTimes(
    [
      { name: 'kept', url: `${url}/`, kept: true },
      { name: 'anew', url: `${url}/` },
      { name: 'empty', url: `${url}/no-such-page`, status: 404 },
    ],
    200,
  );
  const [kept = Number.NaN, made = Number.NaN, empty = Number.NaN] = ['kept', 'anew', 'empty'].map((name) =>
    times.get(name),
  );
  return [
    {
      what: 'Overview that is kept, median answer, one client',
      value: kept,
      unit: 'ms',
      note: `${made.toFixed(1)} ms anew`,
    },
    {
      what: 'The same, against an empty page',
      value: kept / empty,
      unit: '×',
      budget: 0.5,
      note: `${empty.toFixed(1)} ms`,
    },
    {
      what: 'The same, ten clients, for each of 2,000 answers',
      value: await timeOfMany(`${url}/`, 10, 2000),
      unit: 'ms',
      budget: 5,
    },
    {
      what: 'The same, packed by gzip',
      value: await timeOfMany(`${url}/`, 10, 2000, { coding: 'gzip' }),
      unit: 'ms',
      budget: 5,
    },
  ];
}

/**
 * Milliseconds for each of `count` answers when `clients` ask without a pause: 5 are two hundred a second. Refuses an answer of
 * another status than 200. `headersOf` gives the headers of a request by its number.
 */
export async function timeOfMany(
  url: string,
  clients: number,
  count: number,
  { coding = 'identity', headersOf = () => ({}) }: { coding?: string; headersOf?: (n: number) => object } = {},
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ask = (n: number) =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers: { 'accept-encoding': coding, ...headersOf(n) } }, (response) => {
        const isGood = response.statusCode === 200;
        const end = () => (isGood ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)));
        response.resume().on('end', end).on('error', reject);
      }).on('error', reject);
    });
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      await ask(left);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return (performance.now() - start) / count;
}
