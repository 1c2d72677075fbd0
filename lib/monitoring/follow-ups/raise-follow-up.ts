import { eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Tx } from '@/db/client';
import { followUp, leaderRemark } from '@/db/schema/follow-ups';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { checkedTerms } from '@/lib/monitoring/follow-ups/checked-terms';
import { OriginInput, TermsInput } from '@/lib/monitoring/follow-ups/follow-up-input';
import { raised } from '@/lib/monitoring/follow-ups/steps';
import { recordStep, subjectOf } from '@/lib/monitoring/follow-ups/take-step';
import type { Origin, Step } from '@/lib/monitoring/follow-ups/words';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/**
 * 立项: raises a follow-up from a lamp, a figure, a score, a meeting, a leader's remark or by hand. Refuses an origin that there
 * is not, a remark that another follow-up was raised from, and terms that cannot be kept.
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
    return { result: id, changes: [{ subject: subjectOf(id), before: null, after: { stage: 'raised', ...after } }] };
  },
});

/** What a follow-up is raised from, once it is certain that it is there; a remark is held until the end. */
async function foundOrigin({ tx }: Work, asked: z.output<typeof OriginInput>): Promise<Origin> {
  const none = () => new Refusal('notFound', 'followUps.refused.noOrigin');
  if (asked.kind === 'remark') {
    const [remark] = await tx.select().from(leaderRemark).where(eq(leaderRemark.id, asked.remark)).for('update');
    if (!remark) throw none();
    if (remark.followUpId !== null)
      throw new Refusal('conflict', 'followUps.refused.remarkTaken', { id: remark.followUpId });
    const { orgUnitCode: unit, indicatorCode: indicator, year, month } = remark;
    return { ...asked, unit, indicator, year, month };
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
  if (isThere && (await tx.execute(isThere)).length === 0) throw none();
  return asked;
}

/** The next number of a year; the table is held until the end, so that no two are the same. */
async function nextId(tx: Tx, year: number): Promise<string> {
  await tx.execute(sql`lock table follow_up in share row exclusive mode`);
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(split_part(id, '-', 2)::int), 0) + 1 as next from follow_up where id like ${`${year}-%`}`);
  return `${year}-${row?.next ?? 1}`;
}
