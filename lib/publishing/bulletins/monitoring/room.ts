import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { paths } from '@/lib/paths';
import type { Room } from '@/lib/publishing/bulletins/kit/room';
import { readReport, reportsToTell } from './queries';
import type { MonitoringSource } from './schema';

export const monitoring: Room<z.infer<typeof MonitoringSource>> = {
  view: 'reports',
  read: readReport,
  // A report that corrects this one is published by a change of this table.
  hold: (tx) => tx.execute(sql`lock table monitoring_report in share mode`),
  menus: async (principal, locale) => {
    const reports = await reportsToTell(principal);
    return [{ part: 'report', options: reports.map((one) => ({ value: one.id, label: reportName(one, locale) })) }];
  },
  page: ({ report }) => paths.report(report),
};
