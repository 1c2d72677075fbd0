import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const { gatedServer } = await import(new URL('gate.mjs', import.meta.url).href);

const mega = 1024 * 1024;
const told: Record<string, unknown>[] = [];
let read = 0;
const tell = (line: Record<string, unknown>) => told.push(line);
const direct: Server = gatedServer(echo, { tell });
const behind: Server = gatedServer(echo, { tell, trusted: true });

/** Says what it was asked, once it has read it. */
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

/** Sends bytes as they are and returns all that comes back until the connection ends. */
function sent(to: Server, text: string, body?: Iterable<string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((to.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(text);
    for (const piece of body ?? []) socket.write(piece);
  });
}

const asked = (lines: readonly string[], { path = '/', method = 'GET' } = {}) =>
  `${[`${method} ${path} HTTP/1.1`, 'Host: here', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`;

async function headersSeen(to: Server, lines: readonly string[]): Promise<Record<string, string>> {
  const answer = await sent(to, asked(lines));
  return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)).headers;
}

const statusOf = (answer: string) => Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);

describe('who asks', () => {
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

  test('is the other end of the connection, whatever a visitor says', async () => {
    const seen = await headersSeen(direct, forged);
    expect(seen['x-baton-address']).toBe('127.0.0.1');
    expect(Object.keys(seen).filter((name) => /forwarded|real-ip/.test(name))).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/evil|[1-6]\.[1-6]\.[1-6]\.[1-6]/);
  });

  test('is behind a proxy of ours whom the proxy names last', async () => {
    const seen = await headersSeen(behind, forged);
    expect(seen).toMatchObject({ 'x-baton-address': '4.4.4.4', 'x-forwarded-host': 'evil' });
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
  ])('the proxy may write %s', async (written, address) => {
    expect((await headersSeen(behind, [`X-Forwarded-For: ${written}`]))['x-baton-address']).toBe(address);
  });

  test('headers that are the product’s own do not come in from outside', async () => {
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

  test('every request and its answer carry one number of ours', async () => {
    const answer = await sent(direct, asked(['X-Request-Id: mine']));
    const id = answer.match(/X-Request-Id: (.+)\r/)?.[1] ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer).toContain(`"x-request-id":"${id}"`);
    expect(answer).not.toContain('mine');
  });
});

describe('what is too much', () => {
  const piece = 'x'.repeat(64 * 1024);
  const chunks = (bytes: number) =>
    Array.from({ length: Math.ceil(bytes / piece.length) }, () => `${piece.length.toString(16)}\r\n${piece}\r\n`);
  const posted = (path: string, lines: string[]) => asked(lines, { path, method: 'POST' });

  test.each([
    ['/', mega + 1],
    ['/api/uploads', mega + 1],
    ['/api/uploads/../search', mega + 1],
    ['/api/uploads/%2e%2e/search', mega + 1],
    ['/api/uploads/figures', 22 * mega + 1],
  ])('a body for %s of %i bytes is refused before it is sent', async (path, length) => {
    const answer = await sent(direct, posted(path, [`Content-Length: ${length}`]));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/请求内容过大 · The request is too large\n$/);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  });

  test('a body that does not tell its length is refused when it has come too far', async () => {
    const answer = await sent(direct, posted('/', ['Transfer-Encoding: chunked']), chunks(8 * mega));
    expect(statusOf(answer)).toBe(413);
    expect(read).toBeLessThanOrEqual(mega);
  });

  test.each([
    ['/', mega],
    ['/api/uploads/figures', 22 * mega],
  ])('a body for %s of %i bytes is read', async (path, length) => {
    const answer = await sent(direct, posted(path, ['Transfer-Encoding: chunked']), [...chunks(length), '0\r\n\r\n']);
    expect(statusOf(answer)).toBe(200);
    expect(read).toBe(length);
  });

  test.each([
    ['a hundred headers too many', asked(Array.from({ length: 120 }, (_, at) => `X-H${at}: 1`)), 431],
    ['a header of 20 KB', asked([`X-Long: ${'x'.repeat(20_000)}`]), 431],
    ['no path', asked([], { path: 'http://evil/' }), 400],
    ['a method of another kind', asked([], { method: 'TRACE' }), 405],
    ['two lengths', asked(['Content-Length: 1', 'Content-Length: 2'], { method: 'POST' }), 400],
    ['a length and chunks', asked(['Content-Length: 1', 'Transfer-Encoding: chunked'], { method: 'POST' }), 400],
  ])('%s are refused', async (_what, text, status) => {
    expect(statusOf(await sent(direct, text))).toBe(status);
  });
});

test('what is told of a request holds no query, no header and no body', async () => {
  told.length = 0;
  await sent(
    direct,
    asked(['Cookie: session=hidden', 'Content-Length: 6'], { path: '/a/b?token=hidden', method: 'POST' }),
    ['hidden'],
  );
  expect(told).toEqual([
    { method: 'POST', path: '/a/b', status: 200, ms: expect.any(Number), id: expect.any(String), address: '127.0.0.1' },
  ]);
});
