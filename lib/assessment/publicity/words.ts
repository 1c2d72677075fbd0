/** Whether the days of an announcement have come, or its result was replaced, which ends it. */
export const publicityStates = ['notBegun', 'running', 'over', 'replaced'] as const;
export type PublicityState = (typeof publicityStates)[number];

/** What an announcement says; days are calendar days in Shanghai. */
export type Publicity = {
  /** The number of announcements of the run so far. */
  readonly number: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The last day on which units may appeal. */
  readonly appealsUntil: string;
  readonly body: string;
  readonly contact: string;
  readonly telephone: string;
  readonly words: string;
};

/** An announcement in the history of its run. */
export type PublicityLine = Publicity & { readonly reason: string; readonly by: string; readonly at: Date };
