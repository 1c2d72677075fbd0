import { eq } from 'drizzle-orm';
import { monitoringReport } from '@/db/schema/reports';
import { command } from '@/lib/access/command';
import { lockedReport } from '@/lib/monitoring/reports/queries';
import { ReportNote, ShownReport } from '@/lib/monitoring/reports/report-input';

/** Changes what is said above the lamps of a drafted report; who changed it last counts as who prepared it. */
export const editReport = command({
  name: 'report.edit',
  input: ShownReport.extend({ note: ReportNote }),
  async run(work, { id, version, note }) {
    const held = await lockedReport(work, id, version);
    await work.tx
      .update(monitoringReport)
      .set({ note, preparedBy: work.principal.userId, preparedAt: work.now, version: version + 1 })
      .where(eq(monitoringReport.id, id));
    return { result: { id }, changes: [{ subject: `report/${id}`, before: { note: held.note }, after: { note } }] };
  },
});
