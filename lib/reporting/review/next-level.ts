import type { ReviewLevel } from '@/lib/reporting/words';

/** Who decides after a reviewer of this role, in a chain of review; null for nobody. */
export function nextLevel(chain: readonly ReviewLevel[], role: string): ReviewLevel | null {
  return chain[chain.findIndex((level) => `${level}` === role) + 1] ?? null;
}
