import { monitoringReport } from '@/db/schema/reports';
import type { Work } from '@/lib/access/command';
import { frozenReport } from '@/lib/monitoring/reports/queries';
import { type Month, momentIn, monthOf, yearOf } from './months';

const note = '演示数据：请滞后单位说明原因，提出追赶措施。';

/**
 * Reports of invented units of some months: those before the last month with figures are published, since their lamps were told,
 * that of the last is a draft.
 */
export async function loadReports(
  work: Work,
  group: string,
  { last, months }: { readonly last: Month; readonly months: readonly Month[] },
): Promise<void> {
  const { tx, principal } = work;
  const publishedAt = momentIn(last, 18, 10);
  const prefix = group === 'DEMO_COUNTIES' ? '' : `${group.toLowerCase()}-`;
  for (const at of months) {
    const of = { year: yearOf(at), month: monthOf(at) };
    const isTold = at < last;
    await tx
      .insert(monitoringReport)
      .values({
        ...{
          id: `demo-report-${prefix}${of.year}-${of.month}`,
          peerGroupCode: group,
          ...of,
          kind: 'month',
          number: 1,
          note,
        },
        ...{ preparedBy: principal.userId, preparedAt: momentIn(last, 17, 10) },
        ...(isTold && {
          state: 'published' as const,
          frozen: await frozenReport(work, { group, ...of }),
          publishedBy: principal.userId,
          publishedAt,
        }),
      })
      .onConflictDoNothing();
  }
}
