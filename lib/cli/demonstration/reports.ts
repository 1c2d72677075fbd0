import { monitoringReport } from '@/db/schema/reports';
import type { Work } from '@/lib/access/command';
import { frozenReport } from '@/lib/monitoring/reports/queries';
import { type Month, momentIn, monthOf, yearOf } from './months';

const note = '演示数据：请滞后单位说明原因，提出追赶措施。';

/** Reports of the invented counties: the two months before the last are published, since their lamps were told; the last is a draft. */
export async function loadReports(work: Work, group: string, last: Month): Promise<void> {
  const { tx, principal } = work;
  const publishedAt = momentIn(last, 18, 10);
  for (const at of [last - 2, last - 1, last]) {
    const of = { year: yearOf(at), month: monthOf(at) };
    const isTold = at < last;
    await tx
      .insert(monitoringReport)
      .values({
        ...{ id: `demo-report-${of.year}-${of.month}`, peerGroupCode: group, ...of, kind: 'month', number: 1, note },
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
