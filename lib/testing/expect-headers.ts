import { expect } from 'vitest';

/** Expects the headers that every answer must have, once each. */
export function expectHeaders(answer: string, what: string): void {
  const head = answer.split('\r\n\r\n')[0] ?? '';
  for (const name of ['Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy']) {
    expect(head.match(new RegExp(`^${name}: `, 'gim')) ?? [], `${what}: ${name} in ${head}`).toHaveLength(1);
  }
}
