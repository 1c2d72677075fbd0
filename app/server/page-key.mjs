// Under what a page is kept: all that may change it, told from the request alone. Where that is not certain it has no key.
import { createRequire } from 'node:module';
import { pathOf } from './request-faults.mjs';

// The framework's own reading: a robot gets another page.
const { isBot } = createRequire(import.meta.url)('next/dist/shared/lib/router/utils/is-bot.js');

/** The pages that show what is published, and are no form to be filled in. */
const published =
  /^\/(?:$|(?:help|search)$|(?:catalogue|dashboards|assessment\/(?:explanation|rankings|schemes)|reporting\/revisions)(?:\/|$))/;

/** The headers that a page depends on: they are part of its key, as are its address and its cookies. */
const told = [
  'host',
  'rsc',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
];

/** Those that no page reads. Of any header that is in neither list nobody knows what it changes. */
const unread = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'connection',
  'dnt',
  'pragma',
  'priority',
  'referer',
  'upgrade-insecure-requests',
  'x-baton-address',
  'x-forwarded-for',
  'x-request-id',
]);

/** Read here: by what they say a page is kept, or not. */
const weighed = new Set(['accept-encoding', 'cookie', 'user-agent']);

const isKnown = (name) => told.includes(name) || unread.has(name) || weighed.has(name) || name.startsWith('sec-');

/** What a page is kept under; null for a request whose answer may depend on more, or that is answered anew each time. */
export function keyOf({ method, httpVersion, url, headers }) {
  if (method !== 'GET' || httpVersion !== '1.1' || !published.test(pathOf(url) ?? '')) return null;
  if (!Object.keys(headers).every(isKnown) || isBot(headers['user-agent'] ?? '')) return null;
  const cookies = choicesIn(headers.cookie ?? '');
  if (cookies === null || codingFor(headers) === null) return null;
  return JSON.stringify([url, cookies, ...told.map((name) => headers[name] ?? null)]);
}

/** The reader's language and menu as cookies say them; null where there is any other cookie, such as a session. */
function choicesIn(header) {
  const pairs = header.split(';').flatMap((pair) => pair.trim() || []);
  const names = new Set(pairs.map((pair) => /^(locale|menu)=[\w-]*$/.exec(pair)?.[1]));
  return names.has(undefined) || names.size < pairs.length ? null : pairs.sort().join(';');
}

/** How the answer to a request with such headers may be packed; null where the framework would have to weigh it. */
export function codingFor({ 'accept-encoding': taken = '' }) {
  if (/^\s*(identity)?\s*$/.test(taken)) return 'identity';
  return /(^|,)\s*gzip\s*(,|$)/.test(taken) ? 'gzip' : null;
}
