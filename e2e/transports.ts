import { isDeep } from '@/lib/testing/many';

type Transport = { name: string; method?: string; headers: Record<string, string> };

/** The ways in which a page can be asked for. */
export const transports: readonly Transport[] = [
  { name: 'HTML', headers: { accept: 'text/html' } },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { name: 'HEAD', method: 'HEAD', headers: {} },
];

/** The transports of a question: HTML, and each other one at every ninth turn; in the deep run all at every turn. */
export function transportsBy(turn: number): readonly Transport[] {
  return transports.filter((_, at) => at === 0 || isDeep || turn % 9 === (at - 1) * 3);
}
