import { createHash } from 'node:crypto';

/** A mark of the secret of a second factor, as it is stored: it tells a set-up from a later one and reveals nothing. */
export function setupMark(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 16);
}
