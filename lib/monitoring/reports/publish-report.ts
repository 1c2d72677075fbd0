import { eq, sql } from 'drizzle-orm';
import { monitoringReport } from '@/db/schema/reports';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { runRules } from '@/lib/monitoring/consequences/run-rules';
import { frozenReport, lockedReport } from '@/lib/monitoring/reports/queries';
import { ShownReport } from '@/lib/monitoring/reports/report-input';
import { lockCoverage } from '@/lib/observations/recording/record-figures';

/**
 * Publishes a drafted report: the newest lamps of its units in its month are told, with the names of the time, and stay so.
 * Refuses who prepared it, a report without lamps, and one that is not the one that was shown.
 */
export const publishReport = command({
  name: 'report.publish',
  input: ShownReport,
  async run(work, { id, version }) {
    const { tx, principal } = work;
    // A figure that is approved at the same time would light lamps that nobody read before they were told.
    await lockCoverage(tx);
    const held = await lockedReport(work, id, version);
    if (held.preparedBy === principal.userId) throw new Refusal('conflict', 'reports.refused.ownDraft');
    const { peerGroupCode: group, year, month } = held;
    const frozen = await frozenReport(work, { group, year, month });
    if (frozen.indicators.length === 0) throw new Refusal('conflict', 'reports.refused.nothing');
    const at = await afterAllTold(work);
    const units = sql.param(frozen.units.map(({ code }) => code));
    const told = await tx.execute<{ colour: string | null }>(sql`
      update lamp l set told_at = ${at.toISOString()}::timestamptz
      where l.year = ${year} and l.month = ${month} and l.org_unit_code = any(${units}::text[]) and l.told_at is null
        and l.version = (select max(version) from lamp x where x.org_unit_code = l.org_unit_code
          and x.indicator_code = l.indicator_code and x.year = l.year and x.month = l.month)
      returning l.colour`);
    await tx
      .update(monitoringReport)
      .set({ state: 'published', frozen, publishedBy: principal.userId, publishedAt: at, version: version + 1 })
      .where(eq(monitoringReport.id, id));
    const proposed = await runRules(work, ['redInRow', 'redInYear']);
    const after = { state: 'published', lamps: told.length };
    return { result: { id }, changes: [{ subject: `report/${id}`, before: { state: 'draft' }, after }, ...proposed] };
  },
});

/** The moment of a publication: after all that was told, even where clocks differ, so that no report tells it of itself. */
async function afterAllTold({ tx, now }: Work): Promise<Date> {
  const [last] = await tx.execute<{ at: string | null }>(sql`
    select greatest((select max(published_at) from monitoring_report), (select max(told_at) from lamp)) as at`);
  return new Date(Math.max(now.getTime(), last?.at ? new Date(last.at).getTime() + 1 : 0));
}
