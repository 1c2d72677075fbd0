import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { expectHeaders } from '@/lib/testing/expect-headers';
import { requestText, sendRaw, statusOf } from '@/lib/testing/raw-http';

const { gatedServer } = await import(new URL('gate.mjs', import.meta.url).href);
const names = { hosts: ['here'] };

describe('a fault of the framework', () => {
  const form = ['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 0'];
  const failingServer = (work: (response: ServerResponse, id: string) => void): Server =>
    gatedServer(
      (request: IncomingMessage, response: ServerResponse) => work(response, `${request.headers['x-request-id']}`),
      names,
    );
  const answerOf = async (server: Server, lines = form, method = 'POST') => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sendRaw(server, requestText(lines, { method })).finally(() => server.close());
  };
  const fail = (response: ServerResponse) => {
    response.statusCode = 500;
    response.setHeader('Set-Cookie', 'a=1');
    response.end('a stack');
  };

  test.each<[string, (response: ServerResponse) => void]>([
    ['at once', fail],
    ['with its head', (response) => response.writeHead(500, { 'X-Stack': 'a stack' }).end('a stack')],
    [
      'in pieces',
      (response) => {
        response.statusCode = 500;
        response.flushHeaders();
        response.write('a stack');
        response.end();
      },
    ],
  ])('answered %s while a form is read becomes a malformed request', async (_what, work) => {
    const answer = await answerOf(failingServer(work));
    expect(statusOf(answer)).toBe(400);
    expect(answer).toMatch(/请求有误 · The request is malformed\n$/);
    expect(answer).not.toMatch(/stack|Set-Cookie/i);
    expect(answer.match(/X-Request-Id: [0-9a-f-]{36}\r/g)).toHaveLength(1);
    expectHeaders(answer, 'replaced');
  });

  test('stays a fault where no form was sent, or after a command received it', async () => {
    expect(statusOf(await answerOf(failingServer(fail), [], 'GET'))).toBe(500);
    expect(statusOf(await answerOf(failingServer(fail), ['Content-Length: 0']))).toBe(500);
    const taking = failingServer((response, id) => {
      channel('baton:taken').publish({ id });
      fail(response);
    });
    const answer = await answerOf(taking);
    expect(statusOf(answer)).toBe(500);
    expectHeaders(answer, 'a fault of the product');
  });
});

test('a finished request is no longer stored, and its sent status is logged', async () => {
  const numbers: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const unanswered = (globalThis as unknown as { batonUnanswered: { add(id: string): boolean | undefined } })
    .batonUnanswered;
  const server: Server = gatedServer(
    (request: IncomingMessage, response: ServerResponse) => {
      numbers.push(`${request.headers['x-request-id']}`);
      unanswered.add(numbers[0] ?? '');
      response.writeHead(500).end('no database', () => {
        response.statusCode = 418;
      });
    },
    { ...names, tell: (line: Record<string, unknown>) => lines.push(line) },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(statusOf(await sendRaw(server, requestText([])))).toBe(503);
  server.close();
  expect(lines).toMatchObject([{ status: 503, id: numbers[0] }]);
  expect(unanswered.add(numbers[0] ?? '')).toBe(false);
});

test('a body that breaks off between decision and answer is logged as such', async () => {
  const early: Server = gatedServer((_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404).end('nothing here');
  }, names);
  await new Promise<void>((resolve) => early.listen(0, '127.0.0.1', resolve));
  const lines = ['Transfer-Encoding: chunked', 'Content-Type: text/plain'];
  const answer = await sendRaw(early, requestText(lines, { path: '/api/uploads/nothing', method: 'POST' }), [
    '3\r\n["x\r\nZZ\r\n',
  ]);
  early.close();
  expect(statusOf(answer)).toBe(400);
  expectHeaders(answer, 'broken');
});
