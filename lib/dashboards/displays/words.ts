import type { TokenLine } from '@/lib/access/tokens/words';

/** What a display shows: a published board, or the newest published ranking of a scheme. */
export type DisplayItem =
  | { readonly kind: 'board'; readonly id: string }
  | { readonly kind: 'ranking'; readonly scheme: string };

/** What every token of a display begins with, so that one is known where it was left by mistake. */
export const displayPrefix = 'show_';

/** The most of each. */
export const displayLimits = { items: 20, origins: 10 } as const;

/** How long one slide is shown, and how often a display asks whether something changed, in milliseconds. */
export const turnEvery = 15_000;
export const askEvery = 15_000;

/** A display as those who make them see it. */
export type DisplayLine = TokenLine & {
  /** The names of its boards and schemes; what is not published any more is not among them. */
  readonly shows: readonly string[];
  readonly origins: readonly string[];
};

/** A new token, shown once, with the boards that may be framed by it. */
export type HandedDisplay = {
  readonly name: string;
  readonly token: string;
  readonly expiresOn: string;
  readonly boards: readonly string[];
  readonly isFramed: boolean;
};
