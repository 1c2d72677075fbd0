import { createHash } from 'node:crypto';

/** Hashes are compared, whose letters tell nothing of those of the token. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Whether the measures may be told: to a program of this machine that reached the product by no proxy, as the gate found
 * (app/server/gate.mjs), and to the token of the settings; without such a token to no other.
 */
export function mayReadMetrics(headers: Headers, token: string): boolean {
  if (headers.get('x-baton-near') === '1') return true;
  const [, given = ''] = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token !== '' && digest(given) === digest(token);
}
