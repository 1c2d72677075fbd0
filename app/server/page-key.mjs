// The key of a kept page: everything in a request that may change the page. A request with anything unknown has no key.
import { createRequire } from 'node:module';
import { pathOf } from './request-faults.mjs';

// The framework's own check for robots, which get another page.
const { isBot } = createRequire(import.meta.url)('next/dist/shared/lib/router/utils/is-bot.js');

/** The pages of published data that are no forms. */
const published =
  /^\/(?:$|(?:help|search)$|(?:catalogue|dashboards|assessment\/(?:explanation|rankings|schemes)|reporting\/revisions)(?:\/|$))/;

/** Headers that a page depends on: they are part of its key, like its address and its cookies. */
const told = [
  'host',
  'rsc',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
];

/** Headers that no page reads. A header in neither list may change the page. */
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

/** Headers that decide here whether a page is kept. */
const weighed = new Set(['accept-encoding', 'cookie', 'user-agent']);

const isKnown = (name) => told.includes(name) || unread.has(name) || weighed.has(name) || name.startsWith('sec-');

/** The key of a page; null for a request whose answer may depend on more, or that is rendered anew each time. */
export function keyOf({ method, httpVersion, url, headers }) {
  if (method !== 'GET' || httpVersion !== '1.1' || !published.test(pathOf(url) ?? '')) return null;
  if (!Object.keys(headers).every(isKnown) || isBot(headers['user-agent'] ?? '')) return null;
  const cookies = choicesIn(headers.cookie ?? '');
  if (cookies === null || codingFor(headers) === null) return null;
  return JSON.stringify([url, cookies, ...told.map((name) => headers[name] ?? null)]);
}

/** The reader's language and menu in the cookies; null with any other cookie, such as a session. */
function choicesIn(header) {
  const pairs = header.split(';').flatMap((pair) => pair.trim() || []);
  const names = new Set(pairs.map((pair) => /^(locale|menu)=[\w-]*$/.exec(pair)?.[1]));
  return names.has(undefined) || names.size < pairs.length ? null : pairs.sort().join(';');
}

/** The compression of an answer to a request with such headers; null where the framework has to decide. */
export function codingFor({ 'accept-encoding': taken = '' }) {
  if (/^\s*(identity)?\s*$/.test(taken)) return 'identity';
  return /(^|,)\s*gzip\s*(,|$)/.test(taken) ? 'gzip' : null;
}
