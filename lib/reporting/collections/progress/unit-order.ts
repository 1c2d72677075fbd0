import type { UnitFilter, UnitProgress, UnitSort } from '@/lib/reporting/collections/progress/words';
import { submissionStates } from '@/lib/reporting/words';

const kept: Record<UnitFilter, (unit: UnitProgress) => boolean> = {
  behind: isBehind,
  overdue: ({ timeliness }) => timeliness === 'late' || timeliness === 'overdue',
  waiting: ({ waits }) => waits.length > 0,
  returned: ({ state }) => state === 'returned',
  approved: ({ state }) => state === 'approved',
};

/** Whether the unit has submitted nothing yet, overdue or not. */
export function isBehind({ firstSubmittedAt }: Pick<UnitProgress, 'firstSubmittedAt'>): boolean {
  return firstSubmittedAt === null;
}

/** The units that match a filter; all without one. */
export function filteredUnits(units: readonly UnitProgress[], filter: UnitFilter | undefined): UnitProgress[] {
  return filter ? units.filter(kept[filter]) : [...units];
}

const weights: Record<UnitSort, (unit: UnitProgress) => number> = {
  state: ({ state }) => submissionStates.indexOf(state),
  filled: ({ filled, items }) => (items > 0 ? filled / items : 0),
  // Units without a submission come after all others.
  submittedAt: ({ submittedAt }) => submittedAt?.getTime() ?? Number.MAX_SAFE_INTEGER,
  reminders: ({ reminders }) => reminders,
};

/** The units sorted by a column; equal ones, and all without a column, in the official order. */
export function sortedUnits(
  units: readonly UnitProgress[],
  sort: { key: UnitSort; order: 'asc' | 'desc' } | null,
): UnitProgress[] {
  const official = (a: UnitProgress, b: UnitProgress) => a.sortOrder - b.sortOrder;
  if (!sort) return [...units].sort(official);
  const weight = weights[sort.key];
  const sign = sort.order === 'asc' ? 1 : -1;
  return [...units].sort((a, b) => sign * (weight(a) - weight(b)) || official(a, b));
}
