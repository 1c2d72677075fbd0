import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { leaderRemark } from '@/db/schema/follow-ups';
import { command } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { isOut } from '@/lib/assessment/queries';
import { Refusal } from '@/lib/errors';
import { AboutInput } from '@/lib/monitoring/follow-ups/follow-up-input';
import { columnsOf } from '@/lib/monitoring/follow-ups/remark-about';
import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';

/**
 * 批示: a leader's remark on a lamp, a figure, a score, a report or a collection, which waits until the office raises a follow-up
 * from it or says why not. Refuses what there is not, and what the leader does not see: a draft, a run that is not out.
 */
export const writeRemark = command({
  name: 'followUp.remark',
  input: AboutInput,
  async run({ tx, principal, now }, { about, remark }) {
    const found = await tx.execute(
      sql`select where ${maySee(principal.role, 'leading')} and exists (${seen(principal, about)})`,
    );
    if (found.length === 0) throw new Refusal('notFound', 'followUps.refused.noSubject');
    const id = randomUUID();
    const row = columnsOf(about);
    await tx.insert(leaderRemark).values({ ...row, id, words: remark, writtenBy: principal.userId, writtenAt: now });
    const { kind: _, ...of } = about;
    return { result: id, changes: [{ subject: `remark/${id}`, before: null, after: { ...of, remark } }] };
  },
});

/** The row of what a remark is about, where the leader may see it. */
function seen(principal: Principal, about: RemarkAbout): SQL {
  switch (about.kind) {
    case 'lamp':
      return sql`select from lamp l where l.org_unit_code = ${about.unit} and l.indicator_code = ${about.indicator}
        and l.year = ${about.year} and l.month = ${about.month} and ${readable(principal, sql`l.org_unit_code`)}`;
    case 'figure':
      return sql`select from observation o where o.org_unit_code = ${about.unit} and o.indicator_code = ${about.indicator}
        and o.period_code = ${about.period} and ${readable(principal, sql`o.org_unit_code`)}`;
    case 'score':
      return sql`select from run_score s join run on run.id = s.run_id where s.run_id = ${about.run}
        and s.org_unit_code = ${about.unit} and ${isOut} and ${readable(principal, sql`s.org_unit_code`)}`;
    case 'report':
      return sql`select from monitoring_report where id = ${about.report} and state = 'published'`;
    case 'collection':
      return sql`select from collection where id = ${about.collection}`;
  }
}
