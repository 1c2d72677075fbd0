import type { Timeliness } from '@/lib/reporting/collections/words';
import { type CollectionState, type FigureState, writableStates } from '@/lib/reporting/words';

/** The time that a unit has for a collection. */
export type Window = {
  readonly collectionState: CollectionState;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly graceUntil: Date;
  /** An exception for this unit. */
  readonly extendedUntil: Date | null;
};

/** Three days: from here on a deadline is near. */
const near = 3 * 86_400_000;

/** By when a unit must have submitted to be in time: the deadline, or its own exception. */
export function deadlineOf({ dueAt, extendedUntil }: Pick<Window, 'dueAt' | 'extendedUntil'>): Date {
  return extendedUntil && extendedUntil > dueAt ? extendedUntil : dueAt;
}

/** Whether first figures may still be written and submitted. */
export function isOpenAt(window: Window, now: Date): boolean {
  const last = Math.max(window.graceUntil.getTime(), window.extendedUntil?.getTime() ?? 0);
  return window.collectionState === 'open' && now >= window.opensAt && now.getTime() <= last;
}

/**
 * Whether the reporter may write a figure: a first one while the time runs; what was returned or reopened at any time,
 * since somebody asked for it.
 */
export function mayWrite(window: Window, state: FigureState | null, now: Date): boolean {
  if (state === 'returned' || state === 'reopened') return true;
  return (state === null || writableStates.includes(state)) && isOpenAt(window, now);
}

/**
 * How a unit stands with its time. What was submitted once keeps its first moment, whatever is corrected later; a
 * withdrawal before the review takes that moment back.
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
