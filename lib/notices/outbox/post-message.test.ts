import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Allowed, postMessage } from '@/lib/notices/outbox/post-message';
import { isPublicAddress } from '@/lib/notices/outbox/public-address';

const secret = 'shared with the receiver, and long enough';
const here: Allowed = { protocols: ['http:'], address: () => true };
const at = new Date('2026-11-02T08:00:00.900Z');
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A receiver on this machine; returns its address. */
async function receiver(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=1`;
}

const post = (url: string, allowed?: Allowed) =>
  postMessage({ url, id: 'the-key', body: '{"kind":"returned","主题":"演示"}', at, secret }, allowed);

const bodyOf = async (asked: IncomingMessage) => Buffer.concat(await asked.toArray()).toString('utf8');

test('a message comes with its key, its moment and a signature that another program makes of the same', async () => {
  const got: { body: string; headers: IncomingMessage['headers']; url: string | undefined }[] = [];
  const url = await receiver(async (asked, answer) => {
    got.push({ body: await bodyOf(asked), headers: asked.headers, url: asked.url });
    answer.writeHead(204).end();
  });
  expect(await post(url, here)).toBe(null);
  const [{ body, headers, url: path } = { body: '', headers: {}, url: '' }] = got;
  expect(path).toBe('/hook?key=1');
  expect(headers['idempotency-key']).toBe('the-key');
  expect(headers['x-baton-timestamp']).toBe('1793606400');
  const signed = createHmac('sha256', secret).update(`1793606400.${body}`).digest('hex');
  expect(headers['x-baton-signature']).toBe(`sha256=${signed}`);
  expect(JSON.parse(body)).toEqual({ kind: 'returned', 主题: '演示' });
});

test('a redirect is not followed, a refusal is a fault, and silence ends', async () => {
  let visits = 0;
  const other = await receiver((_asked, answer) => {
    visits += 1;
    answer.end();
  });
  const moved = await receiver((_asked, answer) => answer.writeHead(302, { location: other }).end());
  expect(await post(moved, here)).toBe('status');
  expect(visits).toBe(0);
  const broken = await receiver((_asked, answer) => answer.writeHead(500).end());
  expect(await post(broken, here)).toBe('status');
  const silent = await receiver(() => {});
  expect(await post(silent, { ...here, timeLimit: 50 })).toBe('tooSlow');
});

test('an endless answer is not read to its end', async () => {
  let written = 0;
  const url = await receiver((_asked, answer) => {
    answer.writeHead(200);
    const more = () => {
      written += 65_536;
      if (!answer.destroyed && written < 1e9) answer.write(Buffer.alloc(65_536), more);
    };
    more();
  });
  expect(await post(url, here)).toBe(null);
  expect(written).toBeLessThan(1e8);
});

test('nothing is sent where nobody listens, and nothing by http unless it is a test', async () => {
  const url = await receiver((_asked, answer) => void answer.end());
  const port = Number(new URL(url).port);
  await Promise.all(closing.splice(0).map((close) => close()));
  expect(await post(`http://127.0.0.1:${port}/`, here)).toBe('unreachable');
  expect(await post('http://example.com/')).toBe('notAllowed');
});

test.each([
  '127.0.0.1',
  '127.1',
  '0x7f.1',
  '2130706433',
  '0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[ff02::1]',
  '169.254.169.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  // A name that leads to this machine.
  'localhost',
])('nothing is sent to %s, and no connection is made', async (host) => {
  let visits = 0;
  const url = await receiver((_asked, answer) => {
    visits += 1;
    answer.end();
  });
  const { port } = new URL(url);
  const strict: Allowed = { protocols: ['http:', 'https:'], address: isPublicAddress };
  expect(await post(`http://${host}:${port}/`, strict)).toBe('notAllowed');
  expect(await post(`https://${host}:${port}/`)).toBe('notAllowed');
  expect(visits).toBe(0);
});

test('addresses of the public internet are allowed, at both edges of the networks that are not', () => {
  const open = ['9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0', '223.255.255.255', '1.1.1.1'];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(['2606:4700:4700::1111', '240e::1'].filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(['', 'localhost', '1.1.1', '::ffff:8.8.8.8', '4000::1'].filter(isPublicAddress)).toEqual([]);
});
