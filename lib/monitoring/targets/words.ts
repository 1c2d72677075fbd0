/** The steps of a target: issued to the unit, confirmed or disputed by it, changed, taken back. */
export const targetSteps = ['issued', 'confirmed', 'disputed', 'changed', 'withdrawn'] as const;
export type TargetStep = (typeof targetSteps)[number];

/** How the year is divided: given for each part, in equal parts, or in the shape of last year. */
export const planShapes = ['given', 'linear', 'lastYear'] as const;
export type PlanShape = (typeof planShapes)[number];

/**
 * The plan of a target through its year: the value to be reached by the end of each quarter or month, as decimal text,
 * in the order of the year. What `linear` and `lastYear` gave is stored too, so that it does not change with figures.
 */
export type TargetPlan = {
  readonly by: 'quarter' | 'month';
  readonly shape: PlanShape;
  readonly values: readonly string[];
};

/** The typed texts of a target in the grid. */
export const targetFields = ['base', 'stretch'] as const;
export type TargetField = (typeof targetFields)[number];
export type TargetEntry = Readonly<Record<TargetField, string>>;

/** Which target: of a unit, for an indicator; the year is said beside it. */
export type TargetPlace = { readonly unit: string; readonly indicator: string };
export type TargetKey = TargetPlace & { readonly year: number };

/**
 * Where a target stands: nothing yet, a draft, issued without an answer, confirmed or disputed by its unit, or a change
 * of an issued one that waits for a second person.
 */
export const targetStates = ['empty', 'draft', 'issued', 'confirmed', 'disputed', 'changing'] as const;
export type TargetState = (typeof targetStates)[number];

/** Why a typed target is not taken: no number, a number with a word about it, or one that its indicator cannot have. */
export const targetFaults = ['unreadable', 'qualified', 'placeBelowOne', 'countBelowZero', 'countBroken'] as const;
export type TargetFault = (typeof targetFaults)[number];

/** The most targets in one save or one file, and the most units and indicators of one grid. */
export const mostTargets = 5000;
export const mostUnits = 200;
export const mostIndicators = 50;

/** The most characters of a typed target. */
export const longestTarget = 40;

/** The first and the last year of a target. */
export const firstYear = 1990;
export const lastYear = 2099;

/** Targets that were stored, with their versions. */
export type SavedTargets = {
  readonly saved: readonly (TargetPlace & { readonly version: number })[];
  readonly conflicts: readonly TargetConflict[];
  readonly savedAt: Date;
};

/** What another person, or one's own other window, made of a draft meanwhile. */
export type TargetConflict = TargetPlace & {
  readonly version: number;
  readonly entry: TargetEntry;
  readonly isOwn: boolean;
  readonly by: string;
  readonly at: Date;
};
