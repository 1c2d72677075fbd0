/** 提出、受理、不予受理、决定、复核、复核决定、办结、撤回. */
export const appealStates = [
  'filed',
  'accepted',
  'rejected',
  'decided',
  'reviewing',
  'reviewed',
  'closed',
  'withdrawn',
] as const;
export type AppealState = (typeof appealStates)[number];

/** The states that nothing follows. */
export const endStates = ['rejected', 'closed', 'withdrawn'] as const satisfies readonly AppealState[];

/** Every kind of step in the history of an appeal. */
export const appealSteps = [
  'file',
  'attach',
  'accept',
  'reject',
  'decide',
  'askReview',
  'decideReview',
  'settle',
  'close',
  'withdraw',
] as const;
export type AppealStep = (typeof appealSteps)[number];

/** 成立、部分成立、不成立. */
export const outcomes = ['upheld', 'partly', 'dismissed'] as const;
export type Outcome = (typeof outcomes)[number];

export const remedyKinds = ['adjustment', 'figure', 'run'] as const;
/** What an appeal that was upheld led to: an entry of the ledger, a corrected figure, or a newer run. */
export type Remedy =
  | { readonly kind: 'adjustment'; readonly id: string }
  | { readonly kind: 'figure'; readonly indicator: string; readonly period: string }
  | { readonly kind: 'run'; readonly id: string };

/** What a unit appeals about, why, and what it asks for. */
export type AppealTerms = {
  readonly run: string;
  readonly unit: string;
  /** The keys of items; empty text for the total. */
  readonly about: readonly string[];
  readonly grounds: string;
  readonly asks: string;
};

/** An appeal as its row holds it; its version is the number of its steps. */
export type Appeal = AppealTerms & {
  readonly state: AppealState;
  /** The decision that holds; null before the first. */
  readonly outcome: Outcome | null;
  /** The last day on which the unit may ask for a review. */
  readonly reviewUntil: string | null;
  readonly remedy: Remedy | null;
  /** Everybody who took a step, each once. */
  readonly actors: readonly string[];
  readonly version: number;
};

/** A step with what it says, as its event keeps it. */
export type Step =
  | ({ readonly kind: 'file' } & AppealTerms)
  | { readonly kind: 'accept' | 'reject' | 'askReview' | 'close' | 'withdraw' }
  | { readonly kind: 'attach'; readonly sha256: string; readonly fileName: string }
  | { readonly kind: 'decide'; readonly outcome: Outcome; readonly reviewUntil: string }
  | { readonly kind: 'decideReview'; readonly outcome: Outcome }
  | { readonly kind: 'settle'; readonly remedy: Remedy };

/** The most items of an appeal. */
export const mostItems = 60;
