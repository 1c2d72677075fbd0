import type { Named } from '@/lib/i18n/words';
import type { ReportKind } from '@/lib/monitoring/reports/words';

/** A step of the year: the month, quarter, half or year that ends with a month. */
export type YearStep = { readonly kind: ReportKind; readonly month: number };

/** A step with the day until which it is to be done; null for none. */
export type DatedStep = YearStep & { readonly dueOn: string | null };

/** How a step stands: done; late or due within a fortnight; to come; without a day. */
export type StepState = 'done' | 'late' | 'soon' | 'later' | 'undated';

/** What was published of a step. */
export type StepOutcome = { readonly report: string; readonly group: Named; readonly day: string };

/** A step of the plan with what became of it: of how many monitored sequences a report is out, and the collections. */
export type PlannedStep = DatedStep & {
  readonly state: StepState;
  readonly outcomes: readonly StepOutcome[];
  readonly expected: number;
  readonly collections: number;
  readonly closed: number;
};

export type YearPlan = { readonly year: number; readonly version: number; readonly steps: readonly PlannedStep[] };
