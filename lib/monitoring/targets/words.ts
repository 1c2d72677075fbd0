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
