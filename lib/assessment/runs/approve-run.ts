import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { run } from '@/db/schema/assessment';
import { command, type Work } from '@/lib/access/command';
import { heldVersion, openQuestions, runToChange } from '@/lib/assessment/runs/queries';
import { Refusal } from '@/lib/errors';

const RunAt = z.strictObject({ id: z.string().max(64), version: z.int() });

/**
 * 审定: approves a run computed by another person. Refuses a run of a draft, one with unconfirmed entries, and one that
 * still awaits figures.
 */
export const approveRun = command({
  name: 'run.approve',
  input: RunAt,
  async run(work, input) {
    return { result: input.id, changes: [await approvedRun(work, input)] };
  },
});

/** Approves a run, for this command and for those that load whole schemes. Returns the change. */
export async function approvedRun(work: Work, { id, version }: z.output<typeof RunAt>) {
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
  const { provisional } = await openQuestions(tx, { id, scheme });
  if (provisional.units > 0) {
    throw new Refusal('conflict', 'runs.refused.awaitsFigures', {
      count: provisional.units,
      names: provisional.names.join('、'),
      items: provisional.items.join('、'),
    });
  }
  await tx
    .update(run)
    .set({ state: 'approved', version: version + 1, approvedBy: principal.userId, approvedAt: now })
    .where(eq(run.id, id));
  return {
    subject: `run/${id}`,
    before: { state: found.state },
    after: { state: 'approved', sha256: found.sha256 },
  };
}
