import { describe, expect, test } from 'vitest';

const { keyOf } = await import(new URL('page-key.mjs', import.meta.url).href);

type Headers = Record<string, string>;

describe('a request', () => {
  const plain = { method: 'GET', httpVersion: '1.1', url: '/', headers: { host: 'here' } };
  const key = (more: { url?: string; method?: string; headers?: Headers }) =>
    keyOf({ ...plain, ...more, headers: { ...plain.headers, ...more.headers } });

  test.each([
    'session=abc.def',
    '__Host-session=abc.def',
    'locale=en; session=abc.def',
    'device=x',
    'anything=1',
    'locale=en; locale=zh-CN',
    'locale="en"',
    'locale',
    'Locale=en',
  ])('with the cookie %s has no key', (cookie) => {
    expect(key({ headers: { cookie } })).toBeNull();
  });

  test.each<[string, { url?: string; method?: string; headers?: Headers }]>([
    ['another method', { method: 'HEAD' }],
    ['a form', { method: 'POST' }],
    ['an unknown header', { headers: { 'x-unknown': '1' } }],
    ['a range', { headers: { range: 'bytes=0-1' } }],
    ['a cached copy', { headers: { 'if-none-match': '"1"' } }],
    ['a body', { headers: { 'content-length': '1' } }],
    ['an action', { headers: { 'next-action': 'x' } }],
    ['a robot', { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Bingbot/2.0)' } }],
    ['another compression', { headers: { 'accept-encoding': 'br' } }],
    ['gzip refused', { headers: { 'accept-encoding': 'gzip;q=0' } }],
    ['a file', { url: '/api/downloads/figures' }],
    ['the account', { url: '/access/account' }],
    ['the permissions', { url: '/access/roles' }],
    ['the health', { url: '/healthz' }],
    ['signing in', { url: '/sign-in' }],
    ['another room by dots', { url: '/catalogue/../access/roles' }],
    ['another room by escaped dots', { url: '/catalogue/%2e%2e/access/roles' }],
    ['a name that begins alike', { url: '/helpless' }],
    ['the trials of a run', { url: '/assessment/runs' }],
  ])('for %s has no key', (_what, more) => {
    expect(key({})).not.toBeNull();
    expect(key(more)).toBeNull();
  });

  test('has another key for each thing that a page depends on', () => {
    const keys = [
      {},
      { url: '/?a=1' },
      { url: '/?a=2' },
      { url: '/help' },
      { headers: { cookie: 'locale=en' } },
      { headers: { cookie: 'locale=zh-CN' } },
      { headers: { cookie: 'menu=folded' } },
      { headers: { cookie: 'menu=folded; locale=en' } },
      { headers: { host: 'there' } },
      { headers: { rsc: '1' } },
      { headers: { rsc: '1', 'next-url': '/help' } },
      { headers: { rsc: '1', 'next-router-prefetch': '1' } },
      { headers: { rsc: '1', 'next-router-state-tree': '1' } },
      { headers: { rsc: '1', 'next-router-segment-prefetch': '1' } },
    ].map(key);
    expect(new Set(keys)).toHaveLength(14);
    expect(keys).not.toContain(null);
    expect(key({ headers: { cookie: 'locale=en;menu=folded' } })).toBe(keys[7]);
    expect(key({ headers: { 'accept-language': 'en', 'sec-fetch-mode': 'navigate', 'user-agent': 'x' } })).toBe(
      keys[0],
    );
  });
});
