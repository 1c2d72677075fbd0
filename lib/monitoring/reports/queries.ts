import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { monitoringReport } from '@/db/schema/reports';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { may, maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing, systemPrincipal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { Refusal } from '@/lib/errors';
import {
  coloursIn,
  lampIndicator,
  membersIn,
  seesLamps,
  tableOf,
  unlitOf,
  type WhichLamps,
} from '@/lib/monitoring/lamps/shown/queries';
import type { LampChoice, LampMonth, LampTable } from '@/lib/monitoring/lamps/shown/words';
import { turnsBetween } from '@/lib/monitoring/leading/queries';
import type { Turned, TurnedLamp } from '@/lib/monitoring/leading/words';
import type { FrozenReport, MonitoringReport, NamedReport, ReportHead } from '@/lib/monitoring/reports/words';
import { pageLength } from '@/lib/paging';
import { readableYear, yearSoFar } from './standings/queries';
import type { BodyLamps, UnitLamps, YearSoFar } from './standings/words';

/** A drafted report that a command works on, held until its end. Refuses one that moved or was published. */
export async function lockedReport(work: Work, id: string, version: number) {
  const [held] = await work.tx.select().from(monitoringReport).where(sql`${monitoringReport.id} = ${id}`).for('update');
  if (!held) throw new Refusal('notFound', 'reports.refused.noReport');
  if (held.version !== version) throw await movedRefusal(work, `report/${id}`, 'reports.refused.moved');
  if (held.state !== 'draft') throw new Refusal('conflict', 'reports.refused.published');
  return held;
}

/** Who asks the database: the product, or a transaction. */
type Reading = Pick<Tx, 'execute'>;

type Told = LampMonth & { readonly group: string };

/** What a report keeps: names, how many targets have no lamp, and the score of the year so far. */
export async function frozenReport({ tx }: Work, told: Told): Promise<FrozenReport> {
  const members = membersIn(systemPrincipal('reports'), told);
  const [found] = await tx.execute<FrozenReport>(sql`
    select (select json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from peer_group
        where code = ${told.group}) as "group",
      (select coalesce(json_agg(json_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) order by at), '[]')
        from ${members} m) as units,
      (select coalesce(json_agg(${lampIndicator} || jsonb_build_object(
          'responsibleZh', i.responsible_zh, 'responsibleEn', i.responsible_en) order by p.sort_order, i.sort_order, i.code), '[]')
        from indicator i join topic p on p.code = i.topic_code
        where exists (select from lamp l join ${members} m on m.code = l.org_unit_code where l.indicator_code = i.code
          and l.year = ${told.year} and l.month = ${told.month})) as indicators,
      (select coalesce(json_object_agg(code, unlit), '{}')
        from ${unlitOf(members, told, coloursIn(members, told, 'newest'))} unlit) as unlit`);
  if (!found) throw new Error('no row');
  return { ...found, yearSoFar: await yearSoFar(systemPrincipal('reports'), tx, told) };
}

/** The most reports that are looked through for a name: those of many years. */
const mostNamed = 2000;

const reportColumns = sql`
  r.id, r.kind, r.number, r.year, r.month, r.state, r.note, r.prepared_by as "preparedBy",
  coalesce(p.name, r.prepared_by) as preparer, r.prepared_at as "preparedAt", coalesce(q.name, r.published_by) as publisher,
  r.published_at as "publishedAt", r.version,
  coalesce(r.frozen -> 'group', jsonb_build_object('code', g.code, 'nameZh', g.name_zh, 'nameEn', g.name_en)) as "group"`;
const reportTables = sql`monitoring_report r join peer_group g on g.code = r.peer_group_code
  left join app_user p on p.id = r.prepared_by left join app_user q on q.id = r.published_by`;

/** The reports that somebody may see: published ones, and drafts where drafts are open to them. */
const inView = (principal: Principal): SQL =>
  readsNothing(principal) || !maySee(principal.role, 'reports')
    ? sql`false`
    : sql`(r.state = 'published' or ${maySee(principal.role, 'reportDrafts')}::boolean)`;

// Moments come from such a statement as texts.
const inMoments = <Report extends ReportHead>(row: Report): Report => ({
  ...row,
  preparedAt: new Date(row.preparedAt),
  publishedAt: row.publishedAt && new Date(row.publishedAt),
});

/** A page of reports, the newest month first, without what they keep; and the number of all. */
export async function reportList(
  principal: Principal,
  { page }: { readonly page: number },
): Promise<{ readonly reports: readonly ReportHead[]; readonly total: number }> {
  const rows = await db().execute<ReportHead & { total: number }>(sql`
    select ${reportColumns}, count(*) over ()::int as total from ${reportTables} where ${inView(principal)}
    order by r.year desc, r.month desc, g.sort_order, g.code, array_position(array['year', 'half', 'quarter', 'month'], r.kind),
      r.number desc
    limit ${pageLength} offset ${(page - 1) * pageLength}`);
  return { reports: rows.map(({ total: _, ...row }) => inMoments(row)), total: rows[0]?.total ?? 0 };
}

/** The newest reports that somebody may see, by what their names say, to be found by them. */
export async function namedReports(principal: Principal): Promise<NamedReport[]> {
  if (!maySee(principal.role, 'reports')) return [];
  const rows = await db().execute<NamedReport>(sql`
    select r.id, r.kind, r.number, r.year, r.month,
      json_build_object('code', g.code, 'nameZh', g.name_zh, 'nameEn', g.name_en) as "group"
    from monitoring_report r join peer_group g on g.code = r.peer_group_code where ${inView(principal)}
    order by r.year desc, r.month desc, g.sort_order, g.code, r.number desc limit ${mostNamed}`);
  return [...rows];
}

/** The drafts that wait for another person than the one who prepared them, for who may publish them. */
export async function draftsToPublish(principal: Principal): Promise<ReportHead[]> {
  if (!may(principal.role, 'report.publish')) return [];
  const rows = await db().execute<ReportHead>(sql`
    select ${reportColumns} from ${reportTables} where r.state = 'draft' and r.prepared_by <> ${principal.userId}
    order by r.year, r.month, g.sort_order, g.code`);
  return rows.map(inMoments);
}

/** A report; null for none, or for a draft that is not open to somebody. */
export async function reportOf(principal: Principal, id: string, on: Reading = db()): Promise<MonitoringReport | null> {
  const [row] = await on.execute<MonitoringReport>(sql`
    select ${reportColumns}, r.frozen from ${reportTables} where r.id = ${id} and ${inView(principal)}`);
  return row ? inMoments(row) : null;
}

/**
 * The published report before one: of the same sequence and kind, of an earlier month or an earlier number; null for none. What
 * is published after it is none: what a published report compares itself with stays.
 */
export async function reportBefore(
  principal: Principal,
  of: MonitoringReport,
  on: Reading = db(),
): Promise<MonitoringReport | null> {
  const [row] = await on.execute<MonitoringReport>(sql`
    select ${reportColumns}, r.frozen from ${reportTables}
    where r.peer_group_code = ${of.group.code} and r.kind = ${of.kind} and r.state = 'published'
      and (r.year, r.month, r.number) < (${of.year}::smallint, ${of.month}::smallint, ${of.number}::int)
      and ${of.publishedAt ? sql`r.published_at <= ${of.publishedAt.toISOString()}::timestamptz` : sql`true`}
      and ${inView(principal)}
    order by r.year desc, r.month desc, r.number desc limit 1`);
  return row ? inMoments(row) : null;
}

/** The members of a report: as it keeps them, or those of its month; only units of which somebody may read. */
export function reportMembers(principal: Principal, { frozen, group, year, month }: MonitoringReport): SQL {
  if (!frozen) return membersIn(principal, { group: group.code, year, month });
  return sql`(
    select u ->> 'code' as code, u ->> 'nameZh' as name_zh, u ->> 'nameEn' as name_en, at
    from jsonb_array_elements(${JSON.stringify(frozen.units)}::jsonb) with ordinality kept (u, at)
    where ${readable(principal, sql`u ->> 'code'`)})`;
}

const whichOf = ({ frozen, publishedAt }: MonitoringReport): WhichLamps =>
  publishedAt ? { toldBy: publishedAt, order: frozen?.indicators.map(({ code }) => code) ?? [] } : 'newest';

/** The lamps of a report: as it told them, or for a draft as it would tell them now. */
export async function reportTable(
  principal: Principal,
  report: MonitoringReport,
  choice: { readonly only: LampChoice['only']; readonly page: number; readonly most?: number },
  on: Reading = db(),
): Promise<LampTable> {
  const { frozen, year, month, group } = report;
  const which = whichOf(report);
  const members = reportMembers(principal, report);
  const table = await tableOf(
    principal,
    members,
    { year, month, group: group.code, only: choice.only, which },
    choice,
    on,
  );
  if (!frozen) return table;
  // Targets that were issued since are no part of what was told.
  const counts = { ...table.counts, unlit: await unlitFor(principal, frozen, on) };
  return { ...table, unlit: [], indicators: frozen.indicators, counts };
}

/** The targets without a lamp of the units of which somebody may read. */
async function unlitFor(principal: Principal, { unlit }: FrozenReport, on: Reading): Promise<number> {
  const [found] = await on.execute<{ count: number }>(sql`
    select coalesce(sum(unlit), 0)::int as count
    from (select key, value::int as unlit from jsonb_each_text(${JSON.stringify(unlit)}::jsonb)) kept
    where ${readable(principal, sql`key`)}`);
  return found?.count ?? 0;
}

/** What turned red since the report before, and what is red no more, in the names of the report. */
export async function reportTurns(
  principal: Principal,
  report: MonitoringReport,
  before: MonitoringReport,
  on: Reading = db(),
): Promise<Turned> {
  const members = reportMembers(principal, report);
  const lampsOf = (one: MonitoringReport) => ({ month: one, which: whichOf(one) });
  const turned = await turnsBetween(members, lampsOf(report), lampsOf(before), on);
  const kept = new Map(report.frozen?.indicators.map((one) => [one.code, one]));
  // Whom to ask is a thing of today: a report does not say it, since it would change.
  const named = (lamp: TurnedLamp): TurnedLamp => {
    const of = kept.get(lamp.indicator);
    const { responsibleZh, responsibleEn } = of ?? lamp;
    return { ...lamp, of: of ?? lamp.of, responsibleZh, responsibleEn, contact: '' };
  };
  const { turnedRed, stillRed, recovered } = turned;
  return {
    ...turned,
    ...{ turnedRed: turnedRed.map(named), stillRed: stillRed.map(named), recovered: recovered.map(named) },
  };
}

/** The score of the year that a report tells, or for a draft as it would tell it now; null where it tells none. */
export async function reportYear(
  principal: Principal,
  report: MonitoringReport,
  on: Reading = db(),
): Promise<YearSoFar | null> {
  const { frozen, group, year, month } = report;
  if (!frozen) return yearSoFar(principal, on, { group: group.code, year, month });
  return frozen.yearSoFar ? readableYear(principal, frozen.yearSoFar) : null;
}

/** The lamps of a report by the body that answers for their indicators, the one with the most red ones first. */
export async function reportBodies(principal: Principal, report: MonitoringReport): Promise<readonly BodyLamps[]> {
  if (!seesLamps(principal)) return [];
  const lamps = coloursIn(reportMembers(principal, report), report, whichOf(report));
  const names = report.frozen
    ? sql`jsonb_to_recordset(${JSON.stringify(report.frozen.indicators)}::jsonb)
        kept (code text, "responsibleZh" text, "responsibleEn" text)`
    : sql`(select code, responsible_zh as "responsibleZh", responsible_en as "responsibleEn" from indicator) kept`;
  return db().execute<BodyLamps>(sql`
    select "responsibleZh" as "nameZh", min("responsibleEn") as "nameEn",
      (count(*) filter (where colour = 'red'))::int as red, (count(*) filter (where colour = 'yellow'))::int as yellow,
      (count(*) filter (where colour = 'green'))::int as green
    from ${lamps} lamps join ${names} on kept.code = lamps.indicator
    where colour is not null and "responsibleZh" <> ''
    group by 1 order by red desc, yellow desc, 1`);
}

/** How many lamps of each colour each unit of a report has, in its order. */
export async function reportUnits(
  principal: Principal,
  report: MonitoringReport,
  on: Reading = db(),
): Promise<readonly UnitLamps[]> {
  if (!seesLamps(principal)) return [];
  const members = reportMembers(principal, report);
  return on.execute<UnitLamps>(sql`
    select m.code, m.name_zh as "nameZh", m.name_en as "nameEn",
      (count(*) filter (where colour = 'red'))::int as red, (count(*) filter (where colour = 'yellow'))::int as yellow,
      (count(*) filter (where colour = 'green'))::int as green
    from ${members} m left join ${coloursIn(members, report, whichOf(report))} lamps on lamps.unit = m.code
    group by m.code, m.name_zh, m.name_en, m.at order by m.at`);
}
