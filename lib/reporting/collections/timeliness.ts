import type { Timeliness } from '@/lib/reporting/collections/words';
import { type CollectionState, type FigureState, writableStates } from '@/lib/reporting/words';

/** The time limits of a unit in a collection. */
export type Window = {
  readonly collectionState: CollectionState;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly graceUntil: Date;
  /** The unit's own extended deadline. */
  readonly extendedUntil: Date | null;
};

/** The three days before a deadline in which it is due soon. */
const near = 3 * 86_400_000;

/** The deadline of a unit: the collection's, or its own extended one. */
export function deadlineOf({ dueAt, extendedUntil }: Pick<Window, 'dueAt' | 'extendedUntil'>): Date {
  return extendedUntil && extendedUntil > dueAt ? extendedUntil : dueAt;
}

/** Whether first figures may still be written and submitted. */
export function isOpenAt(window: Window, now: Date): boolean {
  const last = Math.max(window.graceUntil.getTime(), window.extendedUntil?.getTime() ?? 0);
  return window.collectionState === 'open' && now >= window.opensAt && now.getTime() <= last;
}

/**
 * Whether the reporter may write a figure: a first one while the time runs; a returned or reopened one at any time,
 * since a correction was requested.
 */
export function mayWrite(window: Window, state: FigureState | null, now: Date): boolean {
  if (state === 'returned' || state === 'reopened') return true;
  return (state === null || writableStates.includes(state)) && isOpenAt(window, now);
}

/**
 * The timeliness of a unit. The first moment of submission counts, whatever is corrected later; a withdrawal before the
 * review cancels that moment.
 */
export function timelinessOf(
  window: Window,
  { firstSubmittedAt }: { firstSubmittedAt: Date | null },
  now: Date,
): Timeliness {
  const deadline = deadlineOf(window);
  if (firstSubmittedAt) return firstSubmittedAt <= deadline ? 'inTime' : 'lateDone';
  if (now > deadline) return isOpenAt(window, now) ? 'late' : 'overdue';
  if (window.collectionState === 'closed') return 'ended';
  if (now < window.opensAt) return 'notOpen';
  return deadline.getTime() - now.getTime() < near ? 'dueSoon' : 'running';
}
