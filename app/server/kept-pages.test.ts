import { get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { requestText, sendRaw } from '@/lib/testing/raw-http';

const load = (file: string) => import(new URL(file, import.meta.url).href);
const [{ gatedServer }, { keptPages }] = await Promise.all(['gate.mjs', 'kept-pages.mjs'].map(load));

type Make = (request: IncomingMessage, response: ServerResponse, nonce: string) => unknown;
type Headers = Record<string, string>;
type Answer = { status: number; headers: IncomingMessage['headers']; body: string };

const tellHolds = (id: string, until: number) =>
  (globalThis as { batonPageHolds?: (id: string, until: number) => void }).batonPageHolds?.(id, until);
const idOf = (request: IncomingMessage) => `${request.headers['x-request-id']}`;

/** A page as the framework makes it, in two pieces. */
const page: Make = (_request, response, nonce) => {
  response.write(`<html><script nonce="${nonce}">1</script>`);
  response.end(`<script nonce="${nonce}">“${nonce}”</script></html>`);
};

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** A product whose pages `make` renders, with the stored version and the clock set by the test. */
async function startProduct(make: Make, { most = 1_000_000 } = {}) {
  const state = {
    version: 'one' as string | null,
    now: 0,
    made: [] as string[],
    asked: 0,
    told: [] as unknown[],
    whenAsked: () => {},
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const nonce = `made-${`${state.made.length}`.padStart(19, '0')}`;
    state.made.push(request.url ?? '');
    response.setHeader('Content-Security-Policy', `script-src 'nonce-${nonce}'`);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    return make(request, response, nonce);
  };
  const version = async () => {
    state.asked += 1;
    state.whenAsked();
    return state.version;
  };
  const pages = keptPages(answer, { version, most, now: () => state.now });
  const server: Server = gatedServer(pages, { hosts: ['here'], tell: (line: unknown) => state.told.push(line) });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path = '/', headers: Headers = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const request = get({ port, path, method, headers: { host: 'here', ...headers }, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isPacked = response.headers['content-encoding'] === 'gzip';
          const body = (isPacked ? gunzipSync(bytes) : bytes).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      });
      request.on('error', reject);
    });
  return { state, server, ask };
}

const nonceOf = ({ headers }: Answer) => /'nonce-([\w-]+)'/.exec(`${headers['content-security-policy']}`)?.[1] ?? '';
const withoutNonce = (answer: Answer) => answer.body.replaceAll(nonceOf(answer), '');
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a rendered page', () => {
  test('is reused, with a number and a nonce of its own, compressed and not', async () => {
    const { state, ask } = await startProduct(page);
    const first = await ask();
    const others = await Promise.all([1, 2, 3, 4].map((at) => ask('/', at % 2 ? {} : { 'accept-encoding': 'gzip' })));
    expect(state.made).toEqual(['/']);
    const all = [first, ...others];
    expect(new Set(all.map(withoutNonce))).toHaveLength(1);
    expect(new Set(all.map(nonceOf))).toHaveLength(5);
    expect(new Set(all.map(({ headers }) => headers['x-request-id']))).toHaveLength(5);
    for (const one of others) {
      expect(nonceOf(one)).toMatch(/^[\w-]{24}$/);
      expect(one.body.split(nonceOf(one))).toHaveLength(4);
      expect(JSON.stringify(one)).not.toContain('made-');
      expect(one.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
    }
    expect(others.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', undefined, 'gzip']);
  });

  test('is rendered again after any write, and is not reused while the database is unavailable', async () => {
    const { state, ask } = await startProduct(page);
    // The second request waits until the page is kept.
    for (const version of ['one', 'one', 'two', 'two', 'one', 'one', null, null, 'one']) {
      state.version = version;
      await ask();
    }
    expect(state.made).toHaveLength(5);
  });

  test('is not kept when data was written while it was rendered, not even under the version before', async () => {
    const { state, ask } = await startProduct((request, response, nonce) => {
      state.version = state.made.length === 1 ? 'two' : state.version;
      return page(request, response, nonce);
    });
    await ask();
    await until(() => state.asked === 2);
    // The version before returns, as after a backup was restored.
    state.version = 'one';
    await ask();
    expect(state.made).toHaveLength(2);
  });

  test('is logged each time', async () => {
    const { state, ask } = await startProduct(page);
    for (const _ of [1, 2, 3]) {
      await ask('/help?a=1');
    }
    expect(state.told).toHaveLength(3);
    expect(state.told).toMatchObject([1, 2, 3].map(() => ({ path: '/help', status: 200, address: '127.0.0.1' })));
  });

  test('is kept as long as it is valid', async () => {
    const { state, ask } = await startProduct((request, response, nonce) => {
      tellHolds(idOf(request), state.now + 60_000);
      tellHolds(idOf(request), state.now + 3_600_000);
      return page(request, response, nonce);
    });
    for (const now of [0, 59_999, 60_000, 119_999]) {
      state.now = now;
      await ask();
    }
    expect(state.made).toHaveLength(2);
  });

  test('is kept when the framework compresses it', async () => {
    const { state, ask } = await startProduct((_request, response, nonce) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Set-Cookies', 'none');
      response.end(gzipSync(`packed ${nonce}`));
    });
    const answers = [await ask('/', { 'accept-encoding': 'gzip' }), await ask(), await ask()] as const;
    expect(answers[0].body).toMatch(/^packed made-/);
    expect(answers[2].body).toBe(`packed ${nonceOf(answers[2])}`);
    expect(state.made).toHaveLength(1);
  });
});

describe('a page is not kept', () => {
  const unfit: [string, Make][] = [
    ['a page that is not found', (_, response) => response.writeHead(404).end('none')],
    ['a redirect', (_, response) => response.writeHead(307, { location: '/sign-in' }).end()],
    ['a fault', (_, response) => response.writeHead(500).end('fault')],
    ['a page that sets a cookie', (_, response) => response.writeHead(200, { 'Set-Cookie': 'a=1' }).end('mine')],
    ['a file', (_, response) => response.writeHead(200, { 'Content-Type': 'text/csv' }).end('1,2')],
    ['a page without a nonce', (_, response) => response.writeHead(200, { 'Content-Security-Policy': 'x' }).end('1')],
    ['a page in another compression', (_, response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end('1')],
    ['a page that is too large', (_, response) => response.end(Buffer.alloc(2 * 1024 * 1024 + 1))],
    [
      'a page with a fault',
      (request, response, nonce) => {
        response.write('<html>');
        tellHolds(idOf(request), 0);
        return page(request, response, nonce);
      },
    ],
    [
      'a page that broke off',
      (_, response) => {
        response.write('<html>');
        response.destroy();
      },
    ],
    [
      'a page that broke off before its end',
      (_, response) => {
        response.write('<html>');
        response.destroy();
        response.end('</html>');
      },
    ],
  ];
  test.each(unfit)('%s, and each waiting request has an answer of its own', async (_what, make) => {
    const { state, ask } = await startProduct(make);
    const both = [ask(), ask()].map((answer) => answer.catch(() => null));
    await Promise.all(both);
    await ask().catch(() => null);
    expect(state.made).toHaveLength(3);
  });

  test('with a fault logged after it was sent', async () => {
    const { state, ask } = await startProduct((request, response, nonce) => {
      state.whenAsked = () => tellHolds(idOf(request), 0);
      return page(request, response, nonce);
    });
    for (const _ of [1, 2, 3]) await ask();
    expect(state.made).toHaveLength(3);
  });

  test('whose reader left before it was rendered', async () => {
    let leave = () => {};
    const { state, server, ask } = await startProduct((request, response, nonce) => {
      if (state.made.length > 1) return page(request, response, nonce);
      response.write('half');
      leave();
      return response.once('close', () => page(request, response, nonce));
    });
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const request = get({ port, headers: { host: 'here' }, agent: false });
      leave = () => request.destroy();
      request.on('error', () => resolve());
    });
    expect((await ask()).body).toMatch(/<\/html>$/);
    expect(state.made).toHaveLength(2);
  });
});

describe('the answer', () => {
  test.each(['session=abc.def', 'locale=en; session=abc.def', 'anything=1'])(
    'for the cookie %s differs',
    async (cookie) => {
      const { state, ask } = await startProduct((request, response, nonce) => {
        response.write(`for ${request.headers.cookie}`);
        return page(request, response, nonce);
      });
      await ask();
      expect((await ask('/', { cookie })).body).toContain(`for ${cookie}`);
      expect((await ask()).body).toContain('for undefined');
      expect(state.made).toHaveLength(2);
    },
  );
});

describe('many requests at once', () => {
  test('have a page rendered once, and each gets a nonce of its own', async () => {
    const { state, ask } = await startProduct(async (request, response, nonce) => {
      await until(() => state.asked === 20);
      return page(request, response, nonce);
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(state.made).toHaveLength(1);
    expect(new Set(answers.map(nonceOf))).toHaveLength(20);
    expect(new Set(answers.map(withoutNonce))).toHaveLength(1);
  });

  test('do not wait for a page that was begun before a write', async () => {
    const { state, ask } = await startProduct(async (request, response, nonce) => {
      const seen = state.version;
      await until(() => state.version === 'two');
      response.write(seen);
      return page(request, response, nonce);
    });
    const before = ask();
    await until(() => state.made.length === 1);
    state.version = 'two';
    expect((await ask()).body).toMatch(/^two/);
    await before;
    expect((await ask()).body).toMatch(/^two/);
    expect(state.made).toHaveLength(2);
  });

  test('do not wait for a slow reader: a page is recorded as fast as it is rendered', async () => {
    const held: boolean[] = [];
    const { ask } = await startProduct((request, response, nonce) => {
      for (const _ of [1, 2, 3]) held.push(!response.write('x'.repeat(900_000)));
      return page(request, response, nonce);
    });
    await ask();
    expect(held).toEqual([false, false, true]);
  });
});

test('the number of bytes is limited, and the least recently used pages go first', async () => {
  const { state, ask } = await startProduct(page, { most: 11_000 });
  // The second request waits until the page is kept.
  const twice = async (path: string) => [await ask(path), await ask(path)];
  for (const path of ['/', '/help', '/', '/search', '/', '/help']) await twice(path);
  expect(state.made).toEqual(['/', '/help', '/search', '/help']);
  for (let at = 0; at < 20; at += 1) await twice(`/search?q=${at}`);
  state.made = [];
  await ask('/');
  expect(state.made).toEqual(['/']);
});

test('a second request on the same connection has its answer, too', async () => {
  const { server, ask } = await startProduct(page);
  await ask();
  const first = requestText([]).replace('Connection: close\r\n', '');
  expect((await sendRaw(server, `${first}${requestText([])}`)).match(/HTTP\/1\.1 200/g)).toHaveLength(2);
});
