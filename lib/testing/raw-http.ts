import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'vitest';

/** Sends bytes as they are and returns all that comes back until the connection ends. */
export function sent(to: Server, text: string, body?: Iterable<string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((to.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(text, 'latin1');
    for (const piece of body ?? []) socket.write(piece);
  });
}

/** A request as it goes over the network. */
export const asked = (lines: readonly string[], { path = '/', method = 'GET', host = 'Host: here' } = {}) =>
  `${[`${method} ${path} HTTP/1.1`, host, 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`;

/** The status in an answer. */
export const statusOf = (answer: string) => Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);

/** The headers of every answer, once each. */
export function expectHeaders(answer: string, what: string): void {
  const head = answer.split('\r\n\r\n')[0] ?? '';
  for (const name of ['Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy']) {
    expect(head.match(new RegExp(`^${name}: `, 'gim')) ?? [], `${what}: ${name} in ${head}`).toHaveLength(1);
  }
}
