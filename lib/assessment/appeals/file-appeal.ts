import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { appeal } from '@/db/schema/appeals';
import { run, runScore, schemeVersion } from '@/db/schema/assessment';
import { command, type Work } from '@/lib/access/command';
import { TermsInput } from '@/lib/assessment/appeals/appeal-input';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { filed } from '@/lib/assessment/appeals/steps';
import { recordStep, subjectOf } from '@/lib/assessment/appeals/take-step';
import type { Step } from '@/lib/assessment/appeals/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';

/**
 * 提出申诉: a unit appeals about items of its own score card, or its total, in a published run. Refuses another unit, a run that
 * is not published or without the unit, a day after the last one, items that there are not, and items about which an appeal of
 * the unit runs or was decided.
 */
export const fileAppeal = command({
  name: 'appeal.file',
  input: TermsInput,
  async run(work, terms) {
    const { tx, principal, now } = work;
    if (terms.unit !== principal.unitCode) throw new Refusal('forbidden', 'appeals.refused.otherUnit');
    // One at a time, so that nothing is appealed about twice.
    await tx.execute(sql`lock table appeal in share row exclusive mode`);
    await refuseUnfit(work, terms);
    const step: Step = { kind: 'file', ...terms };
    const { run: runId, unit: orgUnitCode, ...row } = filed(step, principal.userId);
    const id = randomUUID();
    const by = { filedAt: now, updatedBy: principal.userId, updatedAt: now };
    await tx.insert(appeal).values({ ...row, id, runId, orgUnitCode, ...by });
    await recordStep(work, id, { step, words: '', at: 1 });
    // The trail names an appeal by its unit and run.
    const { run: _run, unit: _unit, ...said } = terms;
    return {
      result: id,
      changes: [{ subject: subjectOf(id), before: null, after: { appealState: 'filed', ...said } }],
    };
  },
});

async function refuseUnfit(
  work: Work,
  { run: runId, unit, about }: Pick<Extract<Step, { kind: 'file' }>, 'run' | 'unit' | 'about'>,
) {
  const { tx, principal } = work;
  const [found] = await tx
    .select({ document: schemeVersion.document })
    .from(run)
    .innerJoin(runScore, and(eq(runScore.runId, run.id), eq(runScore.orgUnitCode, unit)))
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .where(and(eq(run.id, runId), eq(run.state, 'published')));
  if (!found) throw new Refusal('notFound', 'appeals.refused.noRun');
  const until = await appealsUntil(principal, runId, work);
  if (until === null || todayOf(work) > until)
    throw new Refusal('conflict', 'appeals.refused.tooLate', { day: until ?? '' });
  if (about.length === 0) throw new Refusal('invalid', 'appeals.refused.nothingChosen', { field: 'about' });
  const keys = new Set(['', ...itemsOf(Scheme.parse(found.document)).map(({ key }) => key)]);
  if (!about.every((key) => keys.has(key))) throw new Refusal('invalid', 'appeals.refused.noItem', { field: 'about' });
  const earlier = await tx.execute(sql`
    select from appeal where run_id = ${runId} and org_unit_code = ${unit} and state not in ('withdrawn', 'rejected')
      and about ?| ${sql.param([...about])}::text[]`);
  if (earlier.length > 0) throw new Refusal('conflict', 'appeals.refused.appealedAlready', { field: 'about' });
}
