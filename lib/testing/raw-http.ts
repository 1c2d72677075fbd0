import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** Sends bytes unchanged, in pieces, and returns all that comes back until the connection ends. */
export function sendRaw(to: Server | string, text: string, body: Iterable<string> = []): Promise<string> {
  const { hostname, port } = typeof to === 'string' ? new URL(to) : placeOf(to);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(text, 'latin1');
    for (const piece of body) socket.write(piece);
  });
}

const placeOf = (server: Server) => ({ hostname: '127.0.0.1', port: (server.address() as AddressInfo).port });

/** The bytes of a request. */
export const requestText = (lines: readonly string[], { path = '/', method = 'GET', host = 'Host: here' } = {}) =>
  `${[`${method} ${path} HTTP/1.1`, host, 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`;

/** The status in an answer. */
export const statusOf = (answer: string) => Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);
