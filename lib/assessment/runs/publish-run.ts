import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { run, scheme } from '@/db/schema/assessment';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { lastDayAfter } from '@/lib/assessment/publicity/days';
import { Acknowledgements, acknowledgedGaps } from '@/lib/assessment/runs/acknowledge';
import { openQuestions, runToChange, storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { Refusal } from '@/lib/errors';
import { runRules } from '@/lib/monitoring/consequences/run-rules';

const RunToPublish = z.strictObject({
  id: z.string().max(64),
  version: z.int(),
  /** Confirms that figures which are bounds (多, 余, 以上) were checked and stand. */
  boundsConfirmed: z.boolean().default(false),
  acknowledged: Acknowledgements,
});

/**
 * 发布: publishes a run approved by another person, after computing it again to the same result. Supersedes the published
 * run of the same scheme and period. Refuses a run with a figure that is an unconfirmed bound, or with gaps that were not
 * taken note of.
 */
export const publishRun = command({
  name: 'run.publish',
  input: RunToPublish,
  async run(work, input) {
    return { result: input.id, changes: await publishedRun(work, input) };
  },
});

/** Publishes a run, for this command and for those that load whole schemes. Returns the changes. */
export async function publishedRun(work: Work, input: z.output<typeof RunToPublish>): Promise<[Change, ...Change[]]> {
  const { tx, principal, now } = work;
  const { id, version, boundsConfirmed } = input;
  const found = await runToChange(tx, { id, version, states: ['approved'] });
  if (found.approvedBy === principal.userId) throw new Refusal('forbidden', 'runs.refused.ownApproval');
  // Locks the scheme, so that its runs are published one at a time.
  await tx.select().from(scheme).where(eq(scheme.code, found.schemeCode)).for('no key update');
  const stored = await storedRun(tx, principal, id);
  if (!stored) throw new Refusal('notFound', 'runs.refused.noRun');
  if (recomputeRun(stored).sha256 !== found.sha256) throw new Refusal('conflict', 'runs.refused.notReproduced');
  const { bounds, gaps } = await openQuestions(tx, { id, scheme: stored.scheme });
  if (bounds.units > 0 && !boundsConfirmed) {
    throw new Refusal('conflict', 'runs.refused.bounds', { count: bounds.units, names: bounds.names.join('、') });
  }
  const acknowledged = acknowledgedGaps('publish', gaps, input.acknowledged);
  const earlier = await tx
    .update(run)
    .set({ state: 'superseded' })
    .where(and(eq(run.schemeCode, found.schemeCode), eq(run.periodCode, found.periodCode), eq(run.state, 'published')))
    .returning({ id: run.id, sha256: run.sha256 });
  await tx
    .update(run)
    .set({
      state: 'published',
      version: version + 1,
      acknowledged: [...found.acknowledged, ...acknowledged],
      publishedBy: principal.userId,
      publishedAt: now,
      // Kept, so that a setting that is changed later cuts no window short.
      appealsUntil: lastDayAfter(now, work.policy.appealDays),
    })
    .where(eq(run.id, id));
  const proposed = await runRules(work, ['lastPlaces', 'grades']);
  return [
    {
      subject: `run/${id}`,
      before: { state: found.state },
      after: {
        state: 'published',
        sha256: found.sha256,
        ...(bounds.units > 0 && { boundsConfirmed }),
        ...(acknowledged.length > 0 && { acknowledged }),
      },
    },
    ...earlier.map((one) => ({
      subject: `run/${one.id}`,
      before: { state: 'published', sha256: one.sha256 },
      after: { state: 'superseded' },
    })),
    ...proposed,
  ];
}
