import { eq } from 'drizzle-orm';
import { monitoringReport } from '@/db/schema/reports';
import { command } from '@/lib/access/command';
import { lockedReport } from '@/lib/monitoring/reports/queries';
import { ShownReport } from '@/lib/monitoring/reports/report-input';

/** Drops a drafted report. */
export const dropReport = command({
  name: 'report.drop',
  input: ShownReport,
  async run(work, { id, version }) {
    const held = await lockedReport(work, id, version);
    await work.tx.delete(monitoringReport).where(eq(monitoringReport.id, id));
    const before = { peerGroupCode: held.peerGroupCode, kind: held.kind, number: held.number, note: held.note };
    return { result: { id }, changes: [{ subject: `report/${id}`, before, after: null }] };
  },
});
