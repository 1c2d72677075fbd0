import type { Remedy } from '@/lib/assessment/appeals/words';

/** Whether two say the same. */
export function sameRemedy(one: Remedy, other: Remedy): boolean {
  if (one.kind === 'figure')
    return other.kind === 'figure' && one.indicator === other.indicator && one.period === other.period;
  return one.kind === other.kind && one.id === other.id;
}
