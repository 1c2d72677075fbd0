import { eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Tx } from '@/db/client';
import { followUp, leaderRemark } from '@/db/schema/follow-ups';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { checkedTerms } from '@/lib/monitoring/follow-ups/checked-terms';
import { OriginInput, TermsInput } from '@/lib/monitoring/follow-ups/follow-up-input';
import { lockedRemark } from '@/lib/monitoring/follow-ups/queries';
import { aboutOf } from '@/lib/monitoring/follow-ups/remark-about';
import { raised } from '@/lib/monitoring/follow-ups/steps';
import { recordStep, subjectOf } from '@/lib/monitoring/follow-ups/take-step';
import type { Origin, Step } from '@/lib/monitoring/follow-ups/words';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/**
 * 立项: raises a follow-up from a lamp, a figure, a score, a meeting, a leader's remark or by hand. Refuses an origin that there
 * is not, a remark that was dealt with, and terms that cannot be kept.
 */
export const raiseFollowUp = command({
  name: 'followUp.raise',
  input: TermsInput.extend({ origin: OriginInput }),
  async run(work, { origin: asked, ...typed }) {
    const { tx, principal, now } = work;
    const origin = await foundOrigin(work, asked);
    const terms = await checkedTerms(work, typed);
    const step: Step = { kind: 'raise', ...terms, origin };
    const { unit: orgUnitCode, ...row } = raised(step);
    const id = await nextId(tx, yearOf(now));
    await tx.insert(followUp).values({ ...row, id, orgUnitCode, updatedBy: principal.userId, updatedAt: now });
    await recordStep(work, id, { step, words: '', at: 1 });
    if (origin.kind === 'remark')
      await tx.update(leaderRemark).set({ followUpId: id }).where(eq(leaderRemark.id, origin.remark));
    const { kind: _, ...after } = step;
    const done = { subject: subjectOf(id), before: null, after: { stage: 'raised', ...after } };
    const ofRemark = origin.kind === 'remark' && {
      subject: `remark/${origin.remark}`,
      before: null,
      after: { followUp: id },
    };
    return { result: id, changes: ofRemark ? [done, ofRemark] : [done] };
  },
});

/** What a follow-up is raised from, once it is certain that it is there; a remark is held until the end. */
async function foundOrigin(work: Work, asked: z.output<typeof OriginInput>): Promise<Origin> {
  if (asked.kind === 'remark') {
    const { kind: _, ...about } = aboutOf(await lockedRemark(work, asked.remark));
    return { ...asked, ...about };
  }
  const isThere =
    asked.kind === 'lamp'
      ? sql`select from lamp where org_unit_code = ${asked.unit} and indicator_code = ${asked.indicator}
          and year = ${asked.year} and month = ${asked.month}`
      : asked.kind === 'figure'
        ? sql`select from observation where org_unit_code = ${asked.unit} and indicator_code = ${asked.indicator}
            and period_code = ${asked.period}`
        : asked.kind === 'score'
          ? sql`select from run_score where run_id = ${asked.run} and org_unit_code = ${asked.unit}`
          : null;
  if (isThere && (await work.tx.execute(isThere)).length === 0)
    throw new Refusal('notFound', 'followUps.refused.noOrigin');
  return asked;
}

/** The next number of a year; the table is held until the end, so that no two are the same. */
async function nextId(tx: Tx, year: number): Promise<string> {
  await tx.execute(sql`lock table follow_up in share row exclusive mode`);
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(split_part(id, '-', 2)::int), 0) + 1 as next from follow_up where id like ${`${year}-%`}`);
  return `${year}-${row?.next ?? 1}`;
}
