import { isDeep } from '@/lib/testing/many';

type Transport = { name: string; method?: string; headers: Record<string, string> };

/** The ways in which a page can be asked for. */
export const transports: readonly Transport[] = [
  { name: 'HTML', headers: { accept: 'text/html' } },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { name: 'HEAD', method: 'HEAD', headers: {} },
];

/** The transports of a question: as HTML and one other by turns, so that they all come round; in the deep run all. */
export function transportsBy(turn: number): readonly Transport[] {
  const [html, ...others] = transports;
  return isDeep ? transports : [html, others[turn % others.length]].filter((one) => one !== undefined);
}
