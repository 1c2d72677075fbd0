import { desc, eq } from 'drizzle-orm';
import * as z from 'zod';
import { publicity } from '@/db/schema/appeals';
import { run } from '@/db/schema/assessment';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { appealsUntilBy, lastWorkingDay } from '@/lib/assessment/publicity/days';
import { todayOf } from '@/lib/catalogue/today';
import { type FieldFault, faultyInput, Refusal } from '@/lib/errors';
import { CollectionId, Day, line, lines } from '@/lib/reporting/collections/terms';
import { Telephone } from '@/lib/reporting/contacts/telephone';
import { longestContact } from '@/lib/reporting/contacts/words';

/** The longest publicity, in days. */
const mostDays = 366;

/**
 * 公示: announces a published run, or replaces its announcement with a reason; every announcement stays. Refuses a run that is
 * not published, a first day that is over, days in disorder, and fewer working days than the settings ask.
 */
export const announceRun = command({
  name: 'publicity.announce',
  input: z.strictObject({
    run: CollectionId,
    /** The number of announcements that the page showed; 0 for none. */
    version: z.int().min(0),
    firstDay: Day,
    lastDay: Day,
    body: line(2, 80),
    contact: line(1, longestContact.name),
    telephone: Telephone.refine((number) => number !== ''),
    words: lines(0, 1000),
    reason: lines(0, 300),
  }),
  async run(work, { run: id, version, ...said }) {
    const { tx, principal, now, policy } = work;
    // The run is held, so that its announcements have their numbers one after another.
    const [found] = await tx
      .select({ state: run.state, appealsUntil: run.appealsUntil })
      .from(run)
      .where(eq(run.id, id))
      .for('update');
    if (!found) throw new Refusal('notFound', 'runs.refused.noRun');
    if (found.state !== 'published') throw new Refusal('conflict', 'appeals.refused.notPublished');
    const [held] = await tx
      .select()
      .from(publicity)
      .where(eq(publicity.runId, id))
      .orderBy(desc(publicity.number))
      .limit(1);
    if ((held?.number ?? 0) !== version) throw await movedRefusal(work, `run/${id}`, 'appeals.refused.announced');
    const { firstDay, lastDay, reason } = said;
    const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
    // What began already may keep its first day.
    if (firstDay < todayOf(work) && firstDay !== held?.firstDay)
      faults.push({ field: 'firstDay', key: 'appeals.refused.pastDay' });
    if (lastDay < lastWorkingDay(firstDay, policy.publicityDays))
      faults.push({ field: 'lastDay', key: 'appeals.refused.tooShort' });
    else if (Date.parse(lastDay) - Date.parse(firstDay) > mostDays * 86_400_000)
      faults.push({ field: 'lastDay', key: 'appeals.refused.tooLong' });
    if (held && reason.length < 4) faults.push({ field: 'reason', key: 'appeals.refused.noReason' });
    if (faults.length > 0) throw faultyInput(faults);
    const row = {
      ...said,
      reason: held ? reason : '',
      number: version + 1,
      appealsUntil: appealsUntilBy(said, policy.appealDays, held?.appealsUntil ?? found.appealsUntil),
    };
    await tx.insert(publicity).values({ ...row, runId: id, actor: principal.userId, at: now });
    const before = held && { firstDay: held.firstDay, lastDay: held.lastDay, appealsUntil: held.appealsUntil };
    return { result: id, changes: [{ subject: `run/${id}`, before: before ?? null, after: row }] };
  },
});
