import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { monitoringReport } from '@/db/schema/reports';
import { command } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { ReportNote, ReportPlace } from '@/lib/monitoring/reports/report-input';
import { kindsOfMonth } from '@/lib/monitoring/reports/report-kinds';

/**
 * Prepares a report of the lamps of a sequence in a month: a draft that follows the lamps until it is published. Refuses months
 * to come, steps that the month does not end, a sequence without lamps in it, and a second draft of the same.
 */
export const prepareReport = command({
  name: 'report.prepare',
  input: ReportPlace.extend({ note: ReportNote }),
  async run({ tx, principal, now }, { group, month: asked, kind, note }) {
    const [year = 0, month = 0] = asked.split('-').map(Number);
    if (asked > todayOf({ now }).slice(0, 7))
      throw new Refusal('invalid', 'reports.refused.future', { field: 'month' });
    if (!kindsOfMonth(month).includes(kind)) throw new Refusal('invalid', 'reports.refused.kind', { field: 'kind' });
    // Two drafts at once would take the same number.
    await tx.execute(sql`lock table monitoring_report in share row exclusive mode`);
    const [found] = await tx.execute<{ known: boolean; lit: boolean; drafts: number; last: number }>(sql`
      select exists (select from peer_group where code = ${group}) as known,
        exists (select from lamp l join peer_group_member m on m.org_unit_code = l.org_unit_code
          where m.peer_group_code = ${group} and l.year = ${year} and l.month = ${month}) as lit,
        (select count(*) from monitoring_report r where r.peer_group_code = ${group} and r.year = ${year} and r.month = ${month}
          and r.kind = ${kind} and r.state = 'draft')::int as drafts,
        (select coalesce(max(number), 0) from monitoring_report r where r.peer_group_code = ${group} and r.year = ${year}
          and r.month = ${month} and r.kind = ${kind})::int as last`);
    if (!found?.known) throw new Refusal('invalid', 'reports.refused.noGroup', { field: 'group' });
    if (!found.lit) throw new Refusal('invalid', 'reports.refused.noLamps', { field: 'month' });
    if (found.drafts > 0) throw new Refusal('conflict', 'reports.refused.otherDraft');
    const id = randomUUID();
    const place = { peerGroupCode: group, year, month, kind, number: found.last + 1 };
    await tx.insert(monitoringReport).values({
      ...{ id, ...place, note, frozen: null, preparedBy: principal.userId, preparedAt: now },
    });
    const after = { peerGroupCode: group, month: asked, kind, number: place.number, state: 'draft', note };
    return { result: { id }, changes: [{ subject: `report/${id}`, before: null, after }] };
  },
});
