import type { ReviewLevel } from '@/lib/reporting/words';

/** The next level after a reviewer's role, in a chain of review; null after the last. */
export function nextLevel(chain: readonly ReviewLevel[], role: string): ReviewLevel | null {
  return chain[chain.findIndex((level) => `${level}` === role) + 1] ?? null;
}
