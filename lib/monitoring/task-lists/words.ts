/** 未启动、推进中、已完成; and withdrawn by the office. */
export const taskStates = ['notBegun', 'underWay', 'done', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/** The states in which the unit has something to do, and can be late. */
export const openStates = ['notBegun', 'underWay'] as const satisfies readonly TaskState[];

/** Every kind of step in the history of a task. */
export const taskSteps = ['add', 'plan', 'note', 'begin', 'finish', 'reopen', 'withdraw'] as const;
export type TaskStep = (typeof taskSteps)[number];

/** The steps that change how far a task is, which its unit takes. */
export const taskMoves = ['begin', 'finish', 'reopen'] as const satisfies readonly TaskStep[];
export type TaskMove = (typeof taskMoves)[number];

/** What a task asks of whom, as the office sets it. */
export type TaskTerms = {
  readonly unit: string;
  readonly year: number;
  readonly title: string;
  /** What is to be reached, in words. */
  readonly goal: string;
  readonly dueOn: string;
  /** The template that it was handed out from, and its number there; null for one that was added by itself. */
  readonly template: string | null;
  readonly templateTask: number | null;
  /** The indicator or the follow-up that it belongs to; null for none. */
  readonly indicator: string | null;
  readonly followUp: string | null;
};

/** A task as its row holds it; its version is the number of its steps. */
export type Task = TaskTerms & {
  readonly measure: string;
  readonly responsible: string;
  readonly state: TaskState;
  readonly version: number;
};

/** A step with what it says, as its event keeps it. */
export type Step =
  | ({ readonly kind: 'add'; readonly responsible: string } & TaskTerms)
  | { readonly kind: 'plan'; readonly measure: string; readonly responsible: string }
  | { readonly kind: 'note' | TaskMove | 'withdraw' };
