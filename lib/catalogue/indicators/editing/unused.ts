import type { Uses } from '@/lib/catalogue/indicators/editing/words';

/** Whether nothing uses an indicator, so that its code may change and it may be deleted. */
export function isUnused(uses: Uses): boolean {
  return Object.values(uses).every((count) => count === 0);
}

/** Whether there are figures or targets, whose meaning must stay. */
export function isMeasured(uses: Uses): boolean {
  return uses.figures + uses.targets > 0;
}
