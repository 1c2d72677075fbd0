import { send } from '@/e2e/actions';
import { isDeep } from '@/lib/testing/many';

type Transport = { readonly name: string; readonly method?: string; readonly headers: Record<string, string> };

const html: Transport = { name: 'HTML', headers: { accept: 'text/html' } };
/** What the browser's scripts fetch: all that the HTML is drawn from, in half the time. */
const rsc: Transport = { name: 'RSC', headers: { rsc: '1' } };

/** The ways in which a page can be requested. */
export const transports: readonly Transport[] = [
  html,
  rsc,
  {
    name: 'prefetch',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  { name: 'HEAD', method: 'HEAD', headers: {} },
];

/** The transports of a request: one always, and each other in every ninth turn; in the deep run all in every turn. */
export function transportsBy(turn: number, always: 'HTML' | 'RSC' = 'HTML'): readonly Transport[] {
  return transports.filter(({ name }, at) => name === always || isDeep || turn % 9 === at * 2);
}

/** Requests an address of the product in a transport, and follows the framework to the address that it wants for it. */
export async function ask(url: string, { cookies }: { cookies: string }, transport = html) {
  const { method, headers } = transport;
  const options = { ...(method && { method }), headers: { ...headers, cookie: cookies } };
  const answer = await send(url, options);
  const { location } = answer.headers;
  return location && /[?&]_rsc/.test(location) ? send(new URL(location, url).href, options) : answer;
}

/** The content of a page, by which two answers are compared: an answer is sent in pieces of varying length. */
export function contentOf(text: string): string {
  return text
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\w-]{32,}/g, 'ID')
    .replaceAll(/\s+/g, ' ');
}
