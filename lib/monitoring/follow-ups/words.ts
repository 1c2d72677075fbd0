/** 立项、交办、签收、办理、反馈、复核、销号; merged into another; and dropped, as raised by mistake. */
export const followUpStates = [
  'raised',
  'assigned',
  'signed',
  'working',
  'reported',
  'checking',
  'closed',
  'merged',
  'dropped',
] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** The states in which its unit has something to do, and can be late. */
export const unitStates = ['assigned', 'signed', 'working'] as const satisfies readonly FollowUpState[];
/** The states in which the office's check is awaited. */
export const checkStates = ['reported', 'checking'] as const satisfies readonly FollowUpState[];
/** The states that nothing follows. */
export const endStates = ['closed', 'merged', 'dropped'] as const satisfies readonly FollowUpState[];

/** Every kind of step in the history of a follow-up. */
export const followUpSteps = [
  'raise',
  'edit',
  'assign',
  'sign',
  'plan',
  'note',
  'attach',
  'report',
  'check',
  'sendBack',
  'close',
  'askExtension',
  'grantExtension',
  'declineExtension',
  'merge',
  'absorb',
  'transfer',
  'drop',
  'remark',
] as const;
export type FollowUpStep = (typeof followUpSteps)[number];

export const originKinds = ['lamp', 'figure', 'score', 'meeting', 'remark', 'hand'] as const;
export type OriginKind = (typeof originKinds)[number];

/** A lamp: an indicator of a unit in a month. */
export type LampKey = {
  readonly unit: string;
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
};

type OfLamp = { readonly kind: 'lamp' } & LampKey;
type OfFigure = { readonly kind: 'figure'; readonly unit: string; readonly indicator: string; readonly period: string };
/** The score of a unit in a run. */
type OfScore = { readonly kind: 'score'; readonly run: string; readonly unit: string };

export const remarkKinds = ['lamp', 'figure', 'score', 'report', 'collection'] as const;

/** What a leader's remark is about, when it waits for the office. */
export type RemarkAbout =
  | OfLamp
  | OfFigure
  | OfScore
  | { readonly kind: 'report'; readonly report: string }
  | { readonly kind: 'collection'; readonly collection: string };

type KeysOf<About> = About extends unknown ? Omit<About, 'kind'> : never;

/** What a follow-up was raised from. */
export type Origin =
  | OfLamp
  | ({ readonly kind: 'remark'; readonly remark: string } & KeysOf<RemarkAbout>)
  | OfFigure
  | OfScore
  | { readonly kind: 'meeting'; readonly note: string }
  | { readonly kind: 'hand'; readonly note: string };

export const conditionSides = ['atMost', 'atLeast'] as const;
export type ConditionSide = (typeof conditionSides)[number];

/** A figure that shows the matter as settled: that of the period or of a later one of its kind, on this side of a value. */
export type Condition = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly side: ConditionSide;
  /** A decimal, in the indicator's own unit of measure. */
  readonly value: string;
};

/** The first figure that satisfies a condition, and when it was stored. */
export type MetBy = {
  readonly period: string;
  readonly value: string;
  /** The version of the figure. */
  readonly version: number;
  /** The day in Shanghai. */
  readonly on: string;
};

/** What a follow-up asks, and of whom. */
export type FollowUpTerms = {
  readonly title: string;
  readonly matter: string;
  readonly unit: string;
  readonly assisting: readonly string[];
  readonly dueOn: string;
  readonly condition: Condition | null;
};

/** A later due date that the unit asks for, and that nobody has decided. */
export type AskedExtension = { readonly until: string; readonly reason: string; readonly by: string };

/** A follow-up as its row holds it; its version is the number of its steps. */
export type FollowUp = FollowUpTerms & {
  readonly origin: Origin;
  readonly state: FollowUpState;
  readonly measures: string;
  /** Who reported last; null before. */
  readonly reportedBy: string | null;
  readonly extension: AskedExtension | null;
  readonly mergedInto: string | null;
  readonly version: number;
};

/** A step with what it says, as its event keeps it. */
export type Step =
  | ({ readonly kind: 'raise'; readonly origin: Origin } & FollowUpTerms)
  | ({ readonly kind: 'edit' } & FollowUpTerms)
  | {
      readonly kind:
        | 'assign'
        | 'sign'
        | 'note'
        | 'report'
        | 'check'
        | 'sendBack'
        | 'declineExtension'
        | 'drop'
        | 'remark';
    }
  | { readonly kind: 'plan'; readonly measures: string }
  | { readonly kind: 'attach'; readonly sha256: string; readonly fileName: string }
  | { readonly kind: 'close'; readonly metBy: MetBy | null; readonly despite: boolean }
  | { readonly kind: 'askExtension' | 'grantExtension'; readonly until: string }
  | { readonly kind: 'merge'; readonly into: string }
  | { readonly kind: 'absorb'; readonly from: string }
  | { readonly kind: 'transfer'; readonly to: string };

/** The most assisting units of a follow-up. */
export const mostAssisting = 30;
