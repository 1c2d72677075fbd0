import { targetEvent } from '@/db/schema/monitoring';
import type { Work } from '@/lib/access/command';
import type { TargetKey, TargetPlan, TargetStep } from '@/lib/monitoring/targets/words';

export type StepRow = TargetKey & {
  readonly step: number;
  readonly kind: TargetStep;
  readonly base: string | null;
  readonly stretch: string | null;
  readonly plan: TargetPlan | null;
  readonly note: string;
  readonly reason: string;
};

/** Appends steps to the histories of targets, which nothing changes any more. */
export async function recordSteps(work: Work, steps: readonly StepRow[]): Promise<void> {
  const { tx, principal, now } = work;
  const rows = steps.map(({ unit, indicator, ...row }) => ({
    ...row,
    orgUnitCode: unit,
    indicatorCode: indicator,
    actor: principal.userId,
    at: now,
  }));
  // A statement takes 65,535 values at most.
  for (let from = 0; from < rows.length; from += 1000)
    await tx.insert(targetEvent).values(rows.slice(from, from + 1000));
}
