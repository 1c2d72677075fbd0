import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectHeaders } from '@/lib/testing/expect-headers';
import { requestText, sendRaw, statusOf } from '@/lib/testing/raw-http';

const { gatedServer } = await import(new URL('gate.mjs', import.meta.url).href);

const mega = 1024 * 1024;
const told: Record<string, unknown>[] = [];
let read = 0;
const tell = (line: Record<string, unknown>) => told.push(line);
const names = { hosts: ['here', 'localhost:3000', '[::1]:3000'], healthHosts: ['near:3000'] };
const direct: Server = gatedServer(echo, { ...names, tell });
const behind: Server = gatedServer(echo, { ...names, tell, trusted: true });

/** Answers with the request that it received, after reading it. */
async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  read = 0;
  try {
    for await (const chunk of request) read += chunk.length;
    response.end(JSON.stringify({ headers: request.headers, read }));
  } catch {
    response.destroy();
  }
}

beforeAll(async () => {
  for (const server of [direct, behind]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
});
afterAll(() => {
  for (const server of [direct, behind]) server.close().closeAllConnections();
});

async function headersSeen(to: Server, lines: readonly string[]): Promise<Record<string, string>> {
  const answer = await sendRaw(to, requestText(lines));
  return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)).headers;
}

describe('the client’s address', () => {
  const forged = [
    'X-Baton-Address: 1.1.1.1',
    'x-baton-address: 2.2.2.2',
    'X-Forwarded-For: 3.3.3.3, 4.4.4.4',
    'X-Real-IP: 5.5.5.5',
    'Forwarded: for=6.6.6.6;host=evil',
    'X-Forwarded-Host: evil',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Port: 1',
  ];

  test('is the other end of the connection, whatever headers say', async () => {
    const seen = await headersSeen(direct, forged);
    expect(seen['x-baton-address']).toBe('127.0.0.1');
    expect(Object.keys(seen).filter((name) => /forwarded|real-ip/.test(name))).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/evil|[1-6]\.[1-6]\.[1-6]\.[1-6]/);
  });

  test('is the last one that our proxy names, and the host is the requested one', async () => {
    const seen = await headersSeen(behind, forged);
    expect(seen).toMatchObject({ 'x-baton-address': '4.4.4.4', host: 'here' });
    expect(Object.keys(seen).filter((name) => /forwarded|real-ip/.test(name))).toEqual(['x-forwarded-for']);
    expect((await headersSeen(direct, []))['x-baton-address']).toBe('127.0.0.1');
  });

  test.each([
    ['9.9.9.9:1234', '9.9.9.9'],
    ['[2001:db8::1]:1234', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:9.9.9.9', '9.9.9.9'],
    ['1.1.1.1, ', '127.0.0.1'],
    ['1.1.1.1, nobody', '127.0.0.1'],
    ["1.1.1.1, 1';--", '127.0.0.1'],
  ])('is read although the proxy may write %s', async (written, address) => {
    expect((await headersSeen(behind, [`X-Forwarded-For: ${written}`]))['x-baton-address']).toBe(address);
  });

  test.each<[string, Server, string[], string | undefined, string | undefined]>([
    ['a program of this machine', direct, [], 'Host: localhost:3000', '1'],
    ['one by the other address', direct, [], 'Host: [::1]:3000', '1'],
    ['one that asks by the public name', direct, [], undefined, undefined],
    ['a proxy', direct, ['X-Forwarded-For: 9.9.9.9'], 'Host: localhost:3000', undefined],
    ['a trusted proxy', behind, ['X-Forwarded-For: 127.0.0.1'], 'Host: localhost:3000', undefined],
    ['a proxy of another kind', direct, ['Via: 1.1 cache'], 'Host: localhost:3000', undefined],
    ['who says so', direct, ['X-Baton-Near: 1'], undefined, undefined],
  ])('%s is near or not', async (_who, server, lines, host, near) => {
    const answer = await sendRaw(server, requestText(lines, { path: '/metrics', ...(host && { host }) }));
    expect(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)).headers['x-baton-near']).toBe(
      near,
    );
  });

  test('no header is added to other requests, which would keep their pages from being kept', async () => {
    const answer = await sendRaw(direct, requestText([], { host: 'Host: localhost:3000' }));
    expect(answer).not.toContain('x-baton-near');
  });

  test('headers of the product are removed from requests', async () => {
    const names = [
      'X-Middleware-Subrequest',
      'x-middleware-override-headers',
      'X-Nonce',
      'X-Invoke-Path',
      'X-Request-Id',
    ];
    const seen = await headersSeen(
      behind,
      names.map((name) => `${name}: proxy:proxy:proxy:proxy:proxy`),
    );
    expect(JSON.stringify(seen)).not.toContain('proxy:proxy');
  });

  test('every request and its answer have the same number', async () => {
    const answer = await sendRaw(direct, requestText(['X-Request-Id: mine']));
    const id = answer.match(/X-Request-Id: (.+)\r/)?.[1] ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer).toContain(`"x-request-id":"${id}"`);
    expect(answer).not.toContain('mine');
  });
});

describe('the host of a request', () => {
  test.each(['here', 'HERE', 'Localhost:3000', '[::1]:3000'])('%s is accepted', async (host) => {
    expect(statusOf(await sendRaw(direct, requestText([], { host: `Host: ${host}` })))).toBe(200);
  });

  test.each([
    'evil.example',
    'here.evil.example',
    'here.',
    'here:80',
    'here:',
    'localhost',
    'localhost:03000',
    'localhost:3001',
    '127.0.0.1:3000',
    '[0:0:0:0:0:0:0:1]:3000',
    'me@here',
    'here@evil.example',
    'here,evil.example',
    'here evil.example',
    'http://here',
    '',
    'near:3000',
  ])('“%s” is refused, whatever other headers say', async (host) => {
    const forged = ['X-Forwarded-Host: here', 'Forwarded: host=here', 'X-Host: here'];
    for (const server of [direct, behind]) {
      const answer = await sendRaw(server, requestText(forged, { host: `Host: ${host}`, path: '/sign-in' }));
      expect(statusOf(answer)).toBe(421);
      expect(answer).toMatch(/本系统不使用这个域名.* · This is not the address of this product\n$/);
      expectHeaders(answer, host);
    }
  });

  test.each([
    ['none', requestText([], { host: 'X-Host: here' })],
    ['none, in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n'],
    ['two', requestText(['Host: evil.example'])],
    ['the same one twice', requestText(['Host: here'])],
    ['one in its request line', requestText([], { path: 'http://evil.example/' })],
    ['our own in its request line', requestText([], { path: 'http://here/' })],
    ['a user in its request line', requestText([], { path: 'http://me@here/' })],
    ['the server itself', requestText([], { path: '*', method: 'OPTIONS' })],
  ])('%s is no such host', async (what, text) => {
    const answer = await sendRaw(direct, text);
    expect(statusOf(answer)).toBe(400);
    expectHeaders(answer, what);
  });

  test('a probe of this machine may ask about health alone', async () => {
    const near = { host: 'Host: near:3000' };
    expect(statusOf(await sendRaw(direct, requestText([], { ...near, path: '/healthz' })))).toBe(200);
    expect(statusOf(await sendRaw(direct, requestText([], { ...near, path: '/readyz?full' })))).toBe(200);
    for (const path of ['/', '/healthz/', '/healthz/..', '/HEALTHZ', '/health%7A/x', '/readyz/../sign-in']) {
      expect(statusOf(await sendRaw(direct, requestText([], { ...near, path }))), path).toBe(421);
    }
    expect(statusOf(await sendRaw(direct, requestText([], { host: 'Host: evil.example', path: '/healthz' })))).toBe(
      421,
    );
  });
});

describe('an address', () => {
  test.each([
    ['/a%2Fb', 200],
    ['/%E7%94%B2?q=%E7%94%B2%0A+', 200],
    ['/a/../b', 200],
    ['/a%', 400],
    ['/%zz', 400],
    ['/%E0%A4%A', 400],
    ['/%C0%AF', 400],
    ['/%ED%A0%80', 400],
    ['/%00', 400],
    ['/%0d%0aX:1', 400],
    ['/%C2%85', 400],
    ['//evil.example', 400],
    ['/a//b', 400],
    ['/\\evil.example', 400],
    ['/a\\b', 400],
    ['/\u00e9', 400],
    ['/a#b', 400],
    ['/?q=%', 400],
    ['/?q=%ff', 400],
    ['/?q=%00', 400],
    ['/_global-error', 404],
  ])('%s is answered with %i', async (path, status) => {
    const answer = await sendRaw(direct, requestText([], { path }));
    expect(statusOf(answer)).toBe(status);
    expectHeaders(answer, path);
  });
});

describe('a body that is too large', () => {
  const piece = 'x'.repeat(64 * 1024);
  const chunks = (bytes: number) =>
    Array.from({ length: Math.ceil(bytes / piece.length) }, () => `${piece.length.toString(16)}\r\n${piece}\r\n`);
  const post = (path: string, lines: string[]) => requestText(lines, { path, method: 'POST' });

  test.each([
    ['/', mega + 1],
    ['/api/uploads', mega + 1],
    ['/api/uploads/../search', mega + 1],
    ['/api/uploads/%2e%2e/search', mega + 1],
    ['/api/uploads/figures', 22 * mega + 1],
  ])('for %s of %i bytes is refused before it is sent', async (path, length) => {
    const answer = await sendRaw(direct, post(path, [`Content-Length: ${length}`]));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/请求内容过大 · The request is too large\n$/);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  });

  test('without a declared length is refused once it exceeds the limit', async () => {
    const answer = await sendRaw(direct, post('/', ['Transfer-Encoding: chunked']), chunks(8 * mega));
    expect(statusOf(answer)).toBe(413);
    expect(read).toBeLessThanOrEqual(mega);
  });

  test.each([
    ['/', mega],
    ['/api/uploads/figures', 22 * mega],
  ])('for %s of %i bytes is read', async (path, length) => {
    const answer = await sendRaw(direct, post(path, ['Transfer-Encoding: chunked']), [...chunks(length), '0\r\n\r\n']);
    expect(statusOf(answer)).toBe(200);
    expect(read).toBe(length);
  });

  test.each([
    ['a hundred headers too many', requestText(Array.from({ length: 120 }, (_, at) => `X-H${at}: 1`)), 431],
    ['a header of 20 KB', requestText([`X-Long: ${'x'.repeat(20_000)}`]), 431],
    ['no path', requestText([], { path: 'http://evil/' }), 400],
    ['a method of another kind', requestText([], { method: 'TRACE' }), 405],
    ['two lengths', requestText(['Content-Length: 1', 'Content-Length: 2'], { method: 'POST' }), 400],
    ['a length and chunks', requestText(['Content-Length: 1', 'Transfer-Encoding: chunked'], { method: 'POST' }), 400],
    ['a bad chunk', `${requestText(['Transfer-Encoding: chunked'], { method: 'POST' })}zz\r\n`, 400],
    ['no HTTP', '\x16\x03\x01\x02\r\n\r\n', 400],
    ['a control character', requestText(['X-H: \x01']), 400],
    ['a tunnel', requestText([], { method: 'CONNECT', path: 'evil.example:443' }), 405],
    ['an expectation', requestText(['Expect: wonders']), 417],
    ['a packed body', requestText(['Content-Encoding: gzip']), 415],
    ['a state that cannot be read', requestText(['Next-Router-State-Tree: %5B']), 400],
  ])('%s are refused', async (what, text, status) => {
    const answer = await sendRaw(direct, text);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatch(/[\u4e00-\u9fff] · [A-Z].*\n$/);
    expectHeaders(answer, what);
  });

  test('an upgrade is ignored: the answer is that of the address', async () => {
    const answer = await sendRaw(direct, requestText(['Upgrade: websocket', 'Sec-WebSocket-Key: x']));
    expect(statusOf(answer)).toBe(200);
    expectHeaders(answer, 'upgrade');
  });
});

test('the log of a request has no query, no header and no body', async () => {
  told.length = 0;
  await sendRaw(
    direct,
    requestText(['Cookie: session=hidden', 'Content-Length: 6'], { path: '/a/b?token=hidden', method: 'POST' }),
    ['hidden'],
  );
  expect(told).toEqual([
    { method: 'POST', path: '/a/b', status: 200, ms: expect.any(Number), id: expect.any(String), address: '127.0.0.1' },
  ]);
});

test('the log holds of the token of a display its beginning alone', async () => {
  told.length = 0;
  const token = `show_${'a'.repeat(32)}`;
  for (const path of [`/display/${token}`, `/embed/${token}/board-1`, `/api/display/${token}`])
    await sendRaw(direct, requestText([], { path }));
  expect(told.map(({ path }) => path)).toEqual([
    '/display/show_aaaaaaa…',
    '/embed/show_aaaaaaa…/board-1',
    '/api/display/show_aaaaaaa…',
  ]);
});
