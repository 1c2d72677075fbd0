import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import { type AboutColumns, aboutOf, columnsOf } from '@/lib/monitoring/follow-ups/remark-about';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/remarks/words';
import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';

/** What a remark waits for: neither raised from nor answered. */
export const isWaiting: SQL = sql`(r.follow_up_id is null and r.answer is null)`;

type Row = AboutColumns & Omit<RemarkLine, 'about' | 'of'> & { readonly ofZh: string | null; readonly ofEn: string };

async function remarks(where: SQL, order: SQL = sql`r.written_at, r.id`): Promise<RemarkLine[]> {
  const rows = await db().execute<Row>(sql`
    select r.id, r.kind, r.org_unit_code as "orgUnitCode", r.indicator_code as "indicatorCode", r.year, r.month,
      r.period_code as "periodCode", r.run_id as "runId", r.report_id as "reportId", r.collection_id as "collectionId",
      r.words, r.written_at as at, coalesce(a.name, r.written_by) as by, r.follow_up_id as "followUpId",
      f.state as "followUpState", r.answer, coalesce(b.name, r.answered_by) as "answeredBy",
      coalesce(s.name_zh, g.name_zh, c.title) as "ofZh", coalesce(s.name_en, g.name_en, c.title) as "ofEn",
      coalesce(r.period_code, run.period_code, c.period_code, format('%s-M%s', coalesce(r.year, m.year),
        lpad(coalesce(r.month, m.month)::text, 2, '0'))) as period,
      case when u.code is not null then json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) end as unit,
      case when i.code is not null then json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) end
        as indicator
    from leader_remark r left join org_unit u on u.code = r.org_unit_code left join indicator i on i.code = r.indicator_code
    left join run on run.id = r.run_id left join scheme s on s.code = run.scheme_code
    left join monitoring_report m on m.id = r.report_id left join peer_group g on g.code = m.peer_group_code
    left join collection c on c.id = r.collection_id left join follow_up f on f.id = r.follow_up_id
    left join app_user a on a.id = r.written_by left join app_user b on b.id = r.answered_by
    where ${where} order by ${order}`);
  return rows.map(({ ofZh, ofEn, ...row }) => ({
    ...{ id: row.id, about: aboutOf(row), unit: row.unit, indicator: row.indicator, period: row.period },
    ...{ of: ofZh === null ? null : { nameZh: ofZh, nameEn: ofEn }, words: row.words, by: row.by },
    ...{ at: new Date(row.at), followUpId: row.followUpId, followUpState: row.followUpState },
    ...{ answer: row.answer, answeredBy: row.answeredBy },
  }));
}

/** The remarks of leaders about something, of a lamp about any month of its year; none for who does not see all follow-ups. */
export async function remarksAbout(principal: Principal, about: RemarkAbout): Promise<RemarkLine[]> {
  if (!maySee(principal.role, 'allFollowUps')) return [];
  const { kind, orgUnitCode, indicatorCode, year, periodCode, runId, reportId, collectionId } = columnsOf(about);
  const same = (column: SQL, value: string | number | null) => sql`${column} is not distinct from ${value}`;
  return remarks(sql`r.kind = ${kind} and ${same(sql`r.org_unit_code`, orgUnitCode)}
    and ${same(sql`r.indicator_code`, indicatorCode)} and ${same(sql`r.year`, year)}
    and ${same(sql`r.period_code`, periodCode)} and ${same(sql`r.run_id`, runId)}
    and ${same(sql`r.report_id`, reportId)} and ${same(sql`r.collection_id`, collectionId)}`);
}

/** The remarks that wait for the office, the oldest first. */
export async function waitingRemarks(principal: Principal): Promise<RemarkLine[]> {
  return maySee(principal.role, 'manageFollowUps') ? remarks(isWaiting) : [];
}

/** A remark: for those who see all follow-ups, and for a unit that sees the one that was raised from it. */
export async function remarkOf(
  principal: Principal,
  id: string,
  raisedIn: { readonly inSight: boolean } = { inSight: false },
): Promise<RemarkLine | null> {
  if (!raisedIn.inSight && !maySee(principal.role, 'allFollowUps')) return null;
  const [found] = await remarks(sql`r.id = ${id}`);
  return found ?? null;
}

/** The newest remarks of a leader, those upon follow-ups too, each with what became of it; and the number of all. */
export async function ownRemarks(
  principal: Principal,
  { most }: { readonly most: number },
): Promise<{ lines: RemarkLine[]; total: number }> {
  if (!maySee(principal.role, 'leading')) return { lines: [], total: 0 };
  const me = principal.userId;
  const [own, upon, [counted]] = await Promise.all([
    remarks(sql`r.written_by = ${me}`, sql`r.written_at desc, r.id limit ${most}`),
    remarksUpon(principal, most),
    db().execute<{ total: number }>(sql`
      select (select count(*) from leader_remark where written_by = ${me})::int
        + (select count(*) from follow_up_event where kind = 'remark' and actor = ${me})::int as total`),
  ]);
  const lines = [...own, ...upon].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  return { lines, total: counted?.total ?? 0 };
}

async function remarksUpon({ userId, name }: Principal, most: number): Promise<RemarkLine[]> {
  type Upon = Pick<RemarkLine, 'words' | 'at' | 'followUpState'> & {
    readonly followUp: string;
    readonly step: number;
    readonly title: string;
    readonly unit: Named;
  };
  const rows = await db().execute<Upon>(sql`
    select e.follow_up_id as "followUp", e.step, e.words, e.at, f.title, f.state as "followUpState",
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit
    from follow_up_event e join follow_up f on f.id = e.follow_up_id join org_unit u on u.code = f.org_unit_code
    where e.kind = 'remark' and e.actor = ${userId} order by e.at desc limit ${most}`);
  return rows.map(({ followUp, step, words, at, title, followUpState, unit }) => ({
    ...{ id: `${followUp}/${step}`, about: { kind: 'followUp', followUp }, unit, indicator: null, period: '' },
    ...{ of: { nameZh: title, nameEn: title }, words, by: name, at: new Date(at) },
    ...{ followUpId: followUp, followUpState, answer: null, answeredBy: null },
  }));
}
