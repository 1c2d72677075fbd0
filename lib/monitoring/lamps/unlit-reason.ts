import type { LampCourse } from '@/lib/monitoring/lamps/shown/words';

/** Why the rules could not judge a month of a unit: no target, a level whose beginning is not known, or else the rules. */
export function unlitReason({ target, curve }: Pick<LampCourse, 'target' | 'curve'>) {
  if (target === null) return 'noTarget';
  return curve === null ? 'noBeginning' : 'noRule';
}
