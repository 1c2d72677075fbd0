import type { Basis, Direction, Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';

/** Who reviews, in this order; a collection names one of them or both. */
export const reviewLevels = ['unitReviewer', 'departmentReviewer'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];

/** 未填, 草稿, 已报, 退回, 核定: how far a unit's return of a collection is. */
export const submissionStates = ['empty', 'draft', 'submitted', 'returned', 'approved'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** How far one figure of a return is. `reopened` was approved once and may be corrected. */
export const figureStates = ['draft', 'submitted', 'returned', 'approved', 'reopened'] as const;
export type FigureState = (typeof figureStates)[number];
/** The states in which the reporter may write. */
export const writableStates: readonly FigureState[] = ['draft', 'returned', 'reopened'];

/**
 * Why a figure has no number: `none`, it has one; `blank` (—), left empty where that is allowed; `notReported` 未报,
 * the unit cannot tell; `notApplicable` 不适用, there is nothing to tell. None of them is zero.
 */
export const absences = ['none', 'blank', 'notReported', 'notApplicable'] as const;
export type Absence = (typeof absences)[number];

/** 强制 blocks, 准强制 and 核实 want an explanation, 提示 informs; the worst first. */
export const severities = ['mandatory', 'quasiMandatory', 'query', 'notice'] as const;
export type Severity = (typeof severities)[number];
/** The characters that an explanation must have at least. */
export const shortestExplanation = 6;

export const collectionStates = ['open', 'closed'] as const;
export type CollectionState = (typeof collectionStates)[number];

/** How often a calendar opens a collection. */
export const calendarFrequencies = ['monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type CalendarFrequency = (typeof calendarFrequencies)[number];

/** What happened to a return, or to one figure of it. */
export const reviewSteps = [
  'submitted',
  'withdrawn',
  'passed',
  'approved',
  'returned',
  'verified',
  'reopenAsked',
  'reopened',
  'reopenRefused',
  'extended',
  'reminded',
] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const reopenStates = ['pending', 'granted', 'refused'] as const;
export type ReopenState = (typeof reopenStates)[number];

export const uploadStates = ['staged', 'committed', 'undone'] as const;
export type UploadState = (typeof uploadStates)[number];

/** What committing a row of an upload would do. */
export const rowKinds = ['added', 'changed', 'unchanged', 'faulty'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The figure of a return: one indicator in one period. `keyOf` writes it as one word. */
export type FigureKey = { readonly indicatorCode: string; readonly periodCode: string };

/** What a check needs to know of an indicator. */
export type CheckedIndicator = Named & {
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly basis: Basis;
};

/** All that somebody writes of one figure. `typed` is what stands in the field, whether or not it is a number. */
export type FigureEntry = {
  readonly typed: string;
  /** 同比 as the unit's own report states it, as typed. */
  readonly typedYoy: string;
  readonly note: string;
  /** Where the unit has the figure from, in its own words. */
  readonly sourceText: string;
  readonly explanation: string;
};
export const entryFields = ['typed', 'typedYoy', 'note', 'sourceText', 'explanation'] as const;
export type EntryField = (typeof entryFields)[number];
/** The most characters that each field takes. */
export const longestEntry: Readonly<Record<EntryField, number>> = {
  typed: 60,
  typedYoy: 30,
  note: 300,
  sourceText: 200,
  explanation: 300,
};

/** What a typed text means: a number, one of the absences, or nothing that can be stored, with why. */
export type FigureReading =
  // With decimals as typed, after a unit such as 万 was worked out.
  | (PrintedFigure & {
      readonly kind: 'number';
      /** Whether a scale (万, 亿), a percent sign or a unit was understood, which is then shown back. */
      readonly isConverted: boolean;
    })
  | { readonly kind: 'absent'; readonly absence: Exclude<Absence, 'none'> }
  | { readonly kind: 'fault'; readonly fault: ReadingFault };

/** Why a typed text is no figure; a message under `entry.readingFaults` each. */
export const readingFaults = [
  'notANumber',
  'badGrouping',
  'exponent',
  'tooLong',
  'otherUnit',
  'percentNotHere',
  'range',
  'spreadsheetError',
] as const;
export type ReadingFault = (typeof readingFaults)[number];

/** The figures of one unit by `keyOf`: those of the form, and what is known of other periods and indicators. */
export type KnownValues = Readonly<Record<string, string>>;

/** What the peers' approved figures say of a change on the period before: percent, or points for a rate. */
export type PeerSpread = { readonly median: number; readonly deviation: number; readonly count: number };

/** One figure as the checks see it. */
export type CheckedFigure = FigureKey & {
  readonly indicator: CheckedIndicator;
  readonly isRequired: boolean;
  readonly entry: FigureEntry;
  /** By the change on the period before; null when too few peers have one. */
  readonly peers: PeerSpread | null;
};

/**
 * Something a check found in a figure. `key` names a message under `checks.findings`; `details` are its values, decimal
 * strings written for people already. `rule` is the rule's code, or null for what is checked whatever the rules say.
 */
export type CheckFinding = FigureKey & {
  readonly rule: string | null;
  readonly severity: Severity;
  readonly key: string;
  readonly details: Readonly<Record<string, string>>;
  /** The words of the rule's author, where there are some. */
  readonly message: { readonly zh: string; readonly en: string } | null;
};
