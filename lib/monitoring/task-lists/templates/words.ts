import type { Named } from '@/lib/i18n/words';

/** A task of a template. */
export type TemplateTask = { readonly title: string; readonly goal: string; readonly dueOn: string };

/** A template of a list. Its first `handed` tasks were handed out and stay as they are. */
export type TaskTemplate = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly tasks: readonly TemplateTask[];
  readonly handed: number;
  readonly version: number;
  readonly editedAt: Date;
  /** How many units have tasks of it. */
  readonly units: number;
};

/** A unit that has tasks of a template. */
export type HandedUnit = Named & { readonly tasks: number; readonly done: number; readonly withdrawn: number };

/** The most tasks of a template, and how many empty ones a form offers. */
export const mostTasks = 40;
export const emptyTasks = 4;
