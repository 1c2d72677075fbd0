import type { Named } from '@/lib/i18n/words';
import type { GridIndicator, YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import type { TargetPlan, TargetStep } from '@/lib/monitoring/targets/words';

/** A step in the history of a target. */
export type TargetHistoryStep = {
  readonly step: number;
  readonly kind: TargetStep;
  readonly base: string | null;
  readonly stretch: string | null;
  readonly plan: TargetPlan | null;
  readonly note: string;
  readonly reason: string;
  /** Who confirmed it, where it was a proposal; else who did it. */
  readonly by: string;
  readonly proposedBy: string | null;
  readonly at: Date;
};

/** A target with everything that happened to it; its draft or waiting change for the office alone. */
export type TargetPage = {
  readonly year: number;
  readonly unit: Named;
  readonly indicator: GridIndicator;
  readonly issued: {
    readonly base: string;
    readonly stretch: string | null;
    readonly note: string;
    readonly plan: TargetPlan | null;
    readonly answer: 'none' | 'confirmed' | 'disputed';
    readonly answerReason: string;
    readonly version: number;
    readonly updatedAt: Date;
  } | null;
  readonly draft: {
    readonly base: string | null;
    readonly stretch: string | null;
    readonly note: string;
    readonly plan: TargetPlan | null;
    readonly reason: string;
    readonly changes: number;
    readonly version: number;
    readonly editedBy: string;
    readonly editor: string;
  } | null;
  readonly steps: readonly TargetHistoryStep[];
  /** The figures of the years before, last year's first. */
  readonly course: YearlyCourse;
};
