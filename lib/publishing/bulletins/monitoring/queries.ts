import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Locale } from '@/lib/i18n/words';
import {
  reportBefore,
  reportOf,
  reportTable,
  reportTurns,
  reportUnits,
  reportYear,
} from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import type { NamedReport } from '@/lib/monitoring/reports/words';
import { paths } from '@/lib/paths';
import type { BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import { reportAnnexes } from './annexes';
import { lampSum, type ReportRows, reportFacts, reportNames } from './facts';
import type { MonitoringSource } from './schema';
import { reportText } from './text';

/** The most lamps of an annex, the worst first. */
const mostLamps = 2000;

/** Whether a published report `r` is corrected by a later one of the same group, month and kind. */
const isCorrected = sql`exists (select from monitoring_report n where n.peer_group_code = r.peer_group_code
  and n.year = r.year and n.month = r.month and n.kind = r.kind and n.number > r.number and n.state = 'published')`;

/** What a document on a report is written from; null for one that is not published, or that another one corrects. */
export async function readReport(
  principal: Principal,
  { report: id }: { readonly report: string },
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  const report = await reportOf(principal, id, on);
  if (report?.state !== 'published' || !report.frozen) return null;
  const [corrected] = await on.execute(sql`select from monitoring_report r where r.id = ${id} and ${isCorrected}`);
  if (corrected) return null;
  const [before, units, soFar] = [
    await reportBefore(principal, report, on),
    await reportUnits(principal, report, on),
    await reportYear(principal, report, on),
  ];
  const behindOf = lampSum(units, 'red') + lampSum(units, 'yellow');
  const most = Math.min(behindOf, mostLamps);
  const table = await reportTable(principal, report, { only: '', page: 1, most }, on);
  const rows: ReportRows = {
    ...{ report: { ...report, frozen: report.frozen }, before, units, behind: table.listed, behindOf },
    turned: before && (await reportTurns(principal, report, before, on)),
    standings: soFar?.standings ?? [],
    // What is not confirmed is for the unit alone, and no document tells it.
    deductions: (soFar?.deductions ?? []).filter(({ confirmed }) => confirmed.entries > 0),
  };
  const names = reportNames(rows);
  const month = `${report.year}-${`${report.month}`.padStart(2, '0')}`;
  return {
    facts: reportFacts(rows),
    names: [...Object.values(names).flatMap((all) => [...all.values()]), report.group.nameZh],
    annexes: reportAnnexes(rows, table),
    subject: reportName(report, 'zh-CN'),
    unit: null,
    about: { peerGroupCode: report.group.code, month },
    firstText: () => reportText(rows),
  };
}

/** The published reports that a document may be on, the newest first, as a menu. */
export async function reportMenus(principal: Principal, locale: Locale): Promise<readonly SourceMenu<'report'>[]> {
  if (!maySee(principal.role, 'reports')) return [];
  const reports = await db().execute<NamedReport>(sql`
    select r.id, r.kind, r.number, r.year, r.month, r.frozen -> 'group' as "group"
    from monitoring_report r where r.state = 'published' and not ${isCorrected}
    order by r.year desc, r.month desc, r.peer_group_code, r.kind, r.number desc limit 500`);
  return [{ part: 'report', options: reports.map((one) => ({ value: one.id, label: reportName(one, locale) })) }];
}

export const monitoring: Room<z.infer<typeof MonitoringSource>> = {
  view: 'reports',
  read: readReport,
  // A report that corrects this one is published by a change of this table.
  hold: (tx) => tx.execute(sql`lock table monitoring_report in share mode`),
  menus: reportMenus,
  page: ({ report }) => paths.report(report),
};
