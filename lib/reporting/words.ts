import type { Basis, Direction, Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';

/** The levels of review, in this order; a collection has one of them or both. */
export const reviewLevels = ['unitReviewer', 'departmentReviewer'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];

/** 未填, 草稿, 已报, 退回, 核定: the states of a unit's return. */
export const submissionStates = ['empty', 'draft', 'submitted', 'returned', 'approved'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The states of a figure in a return. `reopened` was approved once and may be corrected. */
export const figureStates = ['draft', 'submitted', 'returned', 'approved', 'reopened'] as const;
export type FigureState = (typeof figureStates)[number];
/** The states in which the reporter may write. */
export const writableStates: readonly FigureState[] = ['draft', 'returned', 'reopened'];

/**
 * Why a figure has no number: `none`, it has one; `blank` (—), left empty where that is allowed; `notReported` 未报, the
 * unit does not know; `notApplicable` 不适用, there is no such figure. None of them is zero.
 */
export const absences = ['none', 'blank', 'notReported', 'notApplicable'] as const;
export type Absence = (typeof absences)[number];

/** 强制 blocks, 准强制 and 核实 need an explanation, 提示 informs; the worst first. */
export const severities = ['mandatory', 'quasiMandatory', 'query', 'notice'] as const;
export type Severity = (typeof severities)[number];
/** The least number of characters of an explanation. */
export const shortestExplanation = 6;

export const collectionStates = ['open', 'closed'] as const;
export type CollectionState = (typeof collectionStates)[number];

/** The frequencies of a calendar. */
export const calendarFrequencies = ['monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type CalendarFrequency = (typeof calendarFrequencies)[number];

/** The steps in the history of a return, or of one of its figures. */
export const reviewSteps = [
  'submitted',
  'withdrawn',
  'passed',
  'approved',
  'returned',
  'verified',
  'undone',
  'reopenAsked',
  'reopened',
  'reopenRefused',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'reminded',
] as const;
export type ReviewStep = (typeof reviewSteps)[number];
/** A step as it is told; each has a message under `reporting.steps`. `unverified` took a 核定数 back. */
export type StepWord = ReviewStep | 'unverified';

/** The states of a request to reopen figures, and of one for more time. */
export const reopenStates = ['pending', 'granted', 'refused'] as const;
export type ReopenState = (typeof reopenStates)[number];

export const uploadStates = ['staged', 'committed', 'undone'] as const;
export type UploadState = (typeof uploadStates)[number];

/** The effect of committing a row of an upload. */
export const rowKinds = ['added', 'changed', 'unchanged', 'faulty'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The key of a figure in a return: one indicator in one period. `keyOf` writes it as one string. */
export type FigureKey = { readonly indicatorCode: string; readonly periodCode: string };

/** The fields of an indicator that the checks need. */
export type CheckedIndicator = Named & {
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly basis: Basis;
};

/** All fields of one figure as typed. `typed` is the text of the value, valid or not. */
export type FigureEntry = {
  readonly typed: string;
  /** 同比 as the unit's own report states it, as typed. */
  readonly typedYoy: string;
  readonly note: string;
  /** The unit's source of the figure, in its own words. */
  readonly sourceText: string;
  readonly explanation: string;
};
export const entryFields = ['typed', 'typedYoy', 'note', 'sourceText', 'explanation'] as const;
export type EntryField = (typeof entryFields)[number];
/** The most characters of each field. */
export const longestEntry: Readonly<Record<EntryField, number>> = {
  typed: 60,
  typedYoy: 30,
  note: 300,
  sourceText: 200,
  explanation: 300,
};

/** The meaning of a typed text: a number, one of the absences, or a fault. */
export type FigureReading =
  // With decimals as typed, after a unit such as 万 was worked out.
  | (PrintedFigure & {
      readonly kind: 'number';
      /** Whether a scale (万, 亿), a percent sign or a unit was understood, which is then shown back. */
      readonly isConverted: boolean;
    })
  | { readonly kind: 'absent'; readonly absence: Exclude<Absence, 'none'> }
  | { readonly kind: 'fault'; readonly fault: ReadingFault };

/** Faults of a typed text; each has a message under `entry.readingFaults`. */
export const readingFaults = [
  'notANumber',
  'badGrouping',
  'exponent',
  'tooLong',
  'otherUnit',
  'percentNotHere',
  'range',
  'spreadsheetError',
  'remark',
  'markBehind',
  'bracketed',
  'triangle',
  'twoSigns',
  'longDash',
  'notShown',
  'growthPercent',
  'growthPoints',
] as const;
export type ReadingFault = (typeof readingFaults)[number];

/**
 * The figures of one unit by `keyOf`: those of the form, and those of other periods and indicators. By `comparedKey` what
 * stands in place of an earlier one, its own in the form too, where units merged or split since; null for nothing.
 */
export type KnownValues = Readonly<Record<string, string | null>>;

/** The spread of the peers' changes from the period before, from approved figures: percent, or points for a rate. */
export type PeerSpread = { readonly median: number; readonly deviation: number; readonly count: number };

/** 核定数 of a figure in review or approved, with its own 同比. */
export type InForce = { readonly value: string; readonly yoy: string | null };

/** One figure as input of the checks. */
export type CheckedFigure = FigureKey & {
  readonly indicator: CheckedIndicator;
  readonly isRequired: boolean;
  readonly entry: FigureEntry;
  /** 核定数 that counts instead of the typed value; null or absent for none. */
  readonly inForce?: InForce | null;
  /** The spread of the changes from the period before; null when too few peers have one. */
  readonly peers: PeerSpread | null;
};

/**
 * A finding of a check in a figure. `key` names a message under `checks.findings`; `details` are its values, decimal
 * strings already formatted. `rule` is the rule's code, or null for findings that do not depend on rules.
 */
export type CheckFinding = FigureKey & {
  readonly rule: string | null;
  readonly severity: Severity;
  readonly key: string;
  readonly details: Readonly<Record<string, string>>;
  /**
   * The figures of the return that a finding compares, the one that bears it first; each of them has the finding.
   * Absent for a finding of one figure alone.
   */
  readonly concerns?: readonly FigureKey[];
  /** Whether a 核定数 is among the compared figures, so that the reporter's explanation does not cover it. */
  readonly isOfApproved?: true;
  /** The words of the rule's author, if given. */
  readonly message: { readonly zh: string; readonly en: string } | null;
};
