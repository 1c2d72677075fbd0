import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { run } from '@/db/schema/assessment';
import { command, type Work } from '@/lib/access/command';
import { Acknowledgements, acknowledgedGaps } from '@/lib/assessment/runs/acknowledge';
import { heldVersion, openQuestions, runToChange } from '@/lib/assessment/runs/queries';
import { Refusal } from '@/lib/errors';

const RunToApprove = z.strictObject({
  id: z.string().max(64),
  version: z.int(),
  acknowledged: Acknowledgements,
});

/**
 * 审定: approves a run computed by another person. Refuses a run of a draft, one with unconfirmed entries, one that still
 * awaits figures, and one with gaps that were not taken note of.
 */
export const approveRun = command({
  name: 'run.approve',
  input: RunToApprove,
  async run(work, input) {
    return { result: input.id, changes: [await approvedRun(work, input)] };
  },
});

/** Approves a run, for this command and for those that load whole schemes. Returns the change. */
export async function approvedRun(work: Work, { id, version, acknowledged: given }: z.output<typeof RunToApprove>) {
  const { tx, principal, now } = work;
  const found = await runToChange(tx, { id, version, states: ['trial'] });
  if (found.computedBy === principal.userId) throw new Refusal('forbidden', 'runs.refused.ownComputation');
  const { scheme, state } = await heldVersion(tx, {
    schemeCode: found.schemeCode,
    number: found.schemeVersion,
  });
  if (state === 'draft') throw new Refusal('conflict', 'runs.refused.versionIsDraft');
  const unconfirmed = found.terms.unconfirmed?.length ?? 0;
  if (unconfirmed > 0) throw new Refusal('conflict', 'runs.refused.unconfirmedEntries', { count: unconfirmed });
  const { provisional, gaps } = await openQuestions(tx, { id, scheme });
  const targets = gaps.find(({ kind }) => kind === 'target');
  if (provisional.units > 0 && targets && scheme.noTarget === 'pending') {
    throw new Refusal('conflict', 'runs.refused.awaitsTargets', { count: targets.count });
  }
  if (provisional.units > 0) {
    throw new Refusal('conflict', 'runs.refused.awaitsFigures', {
      count: provisional.units,
      names: provisional.names.join('、'),
      items: provisional.items.join('、'),
    });
  }
  const acknowledged = acknowledgedGaps('approve', gaps, given);
  await tx
    .update(run)
    .set({ state: 'approved', version: version + 1, acknowledged, approvedBy: principal.userId, approvedAt: now })
    .where(eq(run.id, id));
  return {
    subject: `run/${id}`,
    before: { state: found.state },
    after: { state: 'approved', sha256: found.sha256, ...(acknowledged.length > 0 && { acknowledged }) },
  };
}
