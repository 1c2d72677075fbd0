import type { Named } from '@/lib/i18n/words';
import type { Task, TaskStep } from '@/lib/monitoring/task-lists/words';

/** A task in a list, with its newest note. */
export type TaskLine = Omit<Task, 'unit' | 'indicator' | 'template'> & {
  readonly id: string;
  readonly unit: Named;
  readonly indicator: Named | null;
  /** What was last noted of its progress, and when; null for nothing. */
  readonly note: { readonly words: string; readonly at: string } | null;
  readonly isOverdue: boolean;
};

/** A step in the history of a task as a page tells it. */
export type HistoryStep = {
  readonly kind: TaskStep;
  readonly measure: string;
  readonly responsible: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** A task with its history, and the template that it came from. */
export type TaskView = TaskLine & {
  readonly template: { readonly id: string; readonly title: string } | null;
  readonly history: readonly HistoryStep[];
};

/** A unit and the years of which its list says anything, the newest first. */
export type ListHead = { readonly unit: Named; readonly years: readonly number[] };

/** The most tasks of a page of a unit, and of a file. */
export const mostTasksShown = 200;
export const mostInFile = 20_000;
