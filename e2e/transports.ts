/** The ways in which a page can be asked for. */
export const transports: readonly { name: string; method?: string; headers: Record<string, string> }[] = [
  { name: 'HTML', headers: { accept: 'text/html' } },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { name: 'HEAD', method: 'HEAD', headers: {} },
];
