import { targetDraft } from '@/db/schema/monitoring';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { type HeldTarget, heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import type { TargetKey, TargetPlan } from '@/lib/monitoring/targets/words';

/** The issued target at the version that was shown, held. Refuses one that has a change waiting already. */
export async function issuedTarget(
  work: Work,
  { year, version, ...place }: TargetKey & { readonly version: number },
): Promise<HeldTarget & { readonly issued: NonNullable<HeldTarget['issued']> }> {
  const found = (await heldTargets(work, year, [place])).get(targetKey(place));
  const about = { unit: found?.unitName ?? '', indicator: found?.indicatorOf.nameZh ?? '' };
  if (!found?.issued) throw new Refusal('notFound', 'targets.refused.notIssued', about);
  if (found.issued.version !== version) throw new Refusal('conflict', 'targets.refused.moved', about);
  if (found.draft) throw new Refusal('conflict', 'targets.refused.changeWaiting', about);
  return { ...found, issued: found.issued };
}

/** Writes down a change of an issued target, which holds when another account confirms it; no base for a withdrawal. */
export async function proposeChange(
  work: Work,
  { unit, indicator, year }: TargetKey,
  change: {
    readonly base: string | null;
    readonly stretch: string | null;
    readonly plan: TargetPlan | null;
    readonly note: string;
    readonly reason: string;
    readonly changes: number;
  },
): Promise<void> {
  const { tx, principal, now } = work;
  const key = { orgUnitCode: unit, indicatorCode: indicator, year };
  await tx.insert(targetDraft).values({ ...key, ...change, editedBy: principal.userId, editedAt: now });
}
