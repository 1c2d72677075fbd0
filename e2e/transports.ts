import { isDeep } from '@/lib/testing/many';

type Transport = { name: string; method?: string; headers: Record<string, string> };

/** The ways in which a page can be requested. */
export const transports: readonly Transport[] = [
  { name: 'HTML', headers: { accept: 'text/html' } },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { name: 'HEAD', method: 'HEAD', headers: {} },
];

/** The transports of a request: HTML, and each other one in every ninth turn; in the deep run all in every turn. */
export function transportsBy(turn: number): readonly Transport[] {
  return transports.filter((_, at) => at === 0 || isDeep || turn % 9 === (at - 1) * 3);
}
