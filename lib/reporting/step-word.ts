import type { ReviewStep, StepWord } from '@/lib/reporting/words';

/** The step as its reader is told of it: a step of a 核定数 that left none is one that took it back. */
export function stepWord(kind: ReviewStep, hasApproved: boolean): StepWord {
  return kind === 'verified' && !hasApproved ? 'unverified' : kind;
}

const ofState: readonly ReviewStep[] = ['submitted', 'withdrawn', 'passed', 'approved', 'returned', 'reopened'];

/**
 * Whether a step ended the 核定数 that it found: a return does, and a reopening of what was in review. That of an approved
 * figure stays until the correction is approved. `earlier` are the steps of the figure in the same return, newest first.
 */
export function endsVerified(kind: ReviewStep, earlier: readonly { readonly kind: ReviewStep }[]): boolean {
  if (kind === 'returned') return true;
  return kind === 'reopened' && earlier.find((step) => ofState.includes(step.kind))?.kind !== 'approved';
}
