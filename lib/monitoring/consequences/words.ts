/** What may follow from a result: 提醒函、约谈、整改、降档、晋优、评优比例. */
export const consequenceMeasures = [
  'reminderLetter',
  'talk',
  'rectification',
  'downgrade',
  'promotion',
  'outstandingShare',
] as const;
export type ConsequenceMeasure = (typeof consequenceMeasures)[number];

/** 拟定、确认、不采用、办结. */
export const consequenceStates = ['proposed', 'confirmed', 'declined', 'completed'] as const;
export type ConsequenceState = (typeof consequenceStates)[number];

/** The states that the unit sees: it learns nothing of what is proposed or was declined. */
export const toldStates = ['confirmed', 'completed'] as const satisfies readonly ConsequenceState[];

/** Every kind of step in the history of a consequence. */
export const consequenceSteps = ['propose', 'confirm', 'decline', 'enter', 'complete'] as const;
export type ConsequenceStep = (typeof consequenceSteps)[number];

/** A red lamp as it was told: the version counts the tellings and revisions of its month. */
export type ToldMonth = { readonly year: number; readonly month: number; readonly version: number };

/** The result of a unit in a published run that counts against it, or for it. */
export type RunPlace = {
  readonly run: string;
  readonly period: string;
  readonly place: number | null;
  /** How many units were ranked. */
  readonly of: number;
  readonly grade: string | null;
};

/** What met a rule. */
export type Basis =
  | { readonly kind: 'lamps'; readonly indicator: string; readonly months: readonly ToldMonth[] }
  | { readonly kind: 'runs'; readonly scheme: string; readonly runs: readonly RunPlace[] }
  | { readonly kind: 'followUp'; readonly followUp: string; readonly dueOn: string; readonly days: number };

/** What a rule proposes for a unit. */
export type Proposal = {
  readonly rule: string;
  readonly number: number;
  readonly unit: string;
  /** What met the rule, so that the same is not proposed twice. */
  readonly key: string;
  /** The month, the period or the day on which it was met. */
  readonly met: string;
  readonly measure: ConsequenceMeasure;
  /** The share of outstanding ratings in percent; null for other measures. */
  readonly share: number | null;
  readonly basis: Basis;
};

/** A consequence as its row holds it; its version is the number of its steps. */
export type Consequence = Proposal & { readonly state: ConsequenceState; readonly version: number };

/** A step with what it says, as its event keeps it. */
export type Step =
  | ({ readonly kind: 'propose' } & Proposal)
  | { readonly kind: 'confirm' | 'decline' }
  | {
      readonly kind: 'enter' | 'complete';
      /** The day on which it was done, and the number of its paper; empty for none. */
      readonly on: string;
      readonly paper: string;
    };
