import { daysSince } from '@/lib/catalogue/today';
import { checkStates, endStates, type FollowUpState } from '@/lib/monitoring/follow-ups/words';

/** How much time is left of a follow-up on a day: the days until it is due, below zero for those since; or why none count. */
export type DueIn = { readonly days: number } | 'reported' | 'ended';

/** The time that is left, by calendar days; the due date itself is not late, and a unit that has reported waits for others. */
export function dueIn({ state, dueOn }: { state: FollowUpState; dueOn: string }, today: string): DueIn {
  if ((endStates as readonly string[]).includes(state)) return 'ended';
  if ((checkStates as readonly string[]).includes(state)) return 'reported';
  return { days: daysSince(today, dueOn) };
}

/** Whether its unit is late. */
export function isOverdue(of: { state: FollowUpState; dueOn: string }, today: string): boolean {
  const left = dueIn(of, today);
  return typeof left === 'object' && left.days < 0 && of.state !== 'raised';
}
