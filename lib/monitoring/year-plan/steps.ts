import { daysSince } from '@/lib/catalogue/today';
import { lastDay, monthText } from '@/lib/monitoring/lamps/month-text';
import { kindsOfMonth } from '@/lib/monitoring/reports/report-kinds';
import type { StepState, YearStep } from './words';

/** All steps of a year, in the order of the months that they end with. */
export const yearSteps: readonly YearStep[] = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
  kindsOfMonth(month).map((kind) => ({ kind, month })),
);

/** Days of the next month that are proposed, as offices have them in print: the figures by the 18th, leaders by the 25th. */
const usualDays = { month: 18, quarter: 20, half: 25, year: 31 } as const;

/** The last day of the time that a step is about. */
export const endOfStep = (year: number, { month }: YearStep): string => lastDay(monthText({ year, month }));

/** The day that is proposed for a step. */
export function proposedDay(year: number, { kind, month }: YearStep): string {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const last = lastDay(monthText(next));
  const day = `${monthText(next)}-${`${usualDays[kind]}`.padStart(2, '0')}`;
  return day < last ? day : last;
}

/** The days before a due day on which it is due soon. */
const fortnight = 14;

/** How a step stands on a day; the due day itself is not late. */
export function stateOf(step: { readonly dueOn: string | null; readonly isDone: boolean }, today: string): StepState {
  if (step.isDone) return 'done';
  if (step.dueOn === null) return 'undated';
  if (step.dueOn < today) return 'late';
  return daysSince(today, step.dueOn) <= fortnight ? 'soon' : 'later';
}
