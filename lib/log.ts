import { randomBytes } from 'node:crypto';

/** Logs a fault of ours and returns the number by which its line is found. */
export function logFault(error: unknown): string {
  const reference = randomBytes(5).toString('hex');
  console.error(reference, error);
  return reference;
}
