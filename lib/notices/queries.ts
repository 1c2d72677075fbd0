import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { inSight as appealInSight } from '@/lib/assessment/appeals/queries';
import { isOut } from '@/lib/assessment/queries';
import { inSight as consequenceInSight } from '@/lib/monitoring/consequences/queries';
import { inSight as followUpInSight } from '@/lib/monitoring/follow-ups/queries';
import { inSight as tasksInSight } from '@/lib/monitoring/task-lists/queries';
import { mostCounted, type NoticeLine, type NoticeList, type SubjectName } from '@/lib/notices/list/words';
import { pageLength, pageWithin } from '@/lib/paging';

/** The number of unread notices of an account, one more than `mostCounted` for all above it. */
export async function unreadNotices(principal: Principal): Promise<number> {
  if (!maySee(principal.role, 'notices')) return 0;
  const [row] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (select from notice n where n.user_id = ${principal.userId} and n.read_at is null
      limit ${mostCounted + 1}) few`);
  return row?.count ?? 0;
}

type Row = Omit<NoticeLine, 'at' | 'name'> & { readonly at: string; readonly total: number };

/**
 * The notices of the asking account, one line for those of a day about one subject, with the newest and their number; newest
 * first, by fifty. The names are those that the account may see now.
 */
export async function noticeList(
  principal: Principal,
  { only, page: asked }: { readonly only: 'unread' | 'all'; readonly page: number },
): Promise<NoticeList> {
  if (!maySee(principal.role, 'notices')) return { lines: [], total: 0, page: 1 };
  const lines = (page: number) =>
    db().execute<Row>(sql`
      select to_char(n.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, n.subject,
        (array_agg(n.kind order by n.event desc))[1] as kind, max(n.event)::float8 as event, max(n.created_at) as at,
        count(*)::int as count, (count(*) filter (where n.read_at is null))::int as unread,
        (count(*) over ())::int as total
      from notice n where n.user_id = ${principal.userId} and ${only === 'unread' ? sql`n.read_at is null` : sql`true`}
      group by 1, 2 order by event desc limit ${pageLength} offset ${(page - 1) * pageLength}`);
  let page = asked;
  let rows = await lines(page);
  if (rows.length === 0 && page > 1) {
    const [first] = await lines(1);
    page = pageWithin(asked, first?.total ?? 0);
    rows = await lines(page);
  }
  const names = await namesOf(
    principal,
    rows.map(({ subject }) => subject),
  );
  return {
    lines: rows.map(({ total: _, at, ...row }) => ({
      ...row,
      at: new Date(at),
      name: names.get(row.subject) ?? null,
    })),
    total: rows[0]?.total ?? 0,
    page,
  };
}

/** The names of what notices are about, of what the principal may see at this moment. */
async function namesOf(principal: Principal, subjects: readonly string[]): Promise<Map<string, SubjectName>> {
  if (subjects.length === 0) return new Map();
  const { role, unitCode } = principal;
  const seen = (view: Parameters<typeof maySee>[1]): SQL => (maySee(role, view) ? sql`true` : sql`false`);
  const own = (code: SQL): SQL => (maySee(role, 'ownTargets') ? sql`${code} = ${unitCode}` : sql`${seen('workbench')}`);
  const rows = await db().execute<SubjectName & { subject: string }>(sql`
    with asked as (select subject, split_part(subject, '/', 1) as what, split_part(subject, '/', 2) as key,
      split_part(subject, '/', 3) as unit from unnest(${sql.param([...new Set(subjects)])}::text[]) as subject)
    select subject, c.title as "nameZh", c.title as "nameEn", '' as "periodCode", u.name_zh as "unitZh", u.name_en as "unitEn"
      from asked join collection c on c.id = asked.key join org_unit u on u.code = asked.unit
      where what = 'submission' and ${own(sql`u.code`)}
    union all
    select subject, '', '', asked.key, u.name_zh, u.name_en from asked join org_unit u on u.code = asked.unit
      where what = 'target' and ${own(sql`u.code`)}
    union all
    select subject, '', '', asked.key, u.name_zh, u.name_en from asked join org_unit u on u.code = asked.unit
      where what = 'taskList' and ${tasksInSight(principal, sql`u.code`)}
    union all
    select subject, k.title, k.title, '', u.name_zh, u.name_en from asked join unit_task k on k.id = asked.key
      join org_unit u on u.code = k.org_unit_code where what = 'task' and ${tasksInSight(principal, sql`u.code`)}
    union all
    select subject, f.title, f.title, '', u.name_zh, u.name_en from asked join follow_up f on f.id = asked.key
      join org_unit u on u.code = f.org_unit_code where what = 'followUp' and ${followUpInSight(principal, sql`f`)}
    union all
    select subject, '', '', '', u.name_zh, u.name_en from asked join consequence c on c.id = asked.key
      join org_unit u on u.code = c.org_unit_code where what = 'consequence' and ${consequenceInSight(principal, sql`c`)}
    union all
    select subject, s.name_zh, s.name_en, r.period_code, u.name_zh, u.name_en from asked
      join appeal a on a.id = asked.key join run r on r.id = a.run_id join scheme s on s.code = r.scheme_code
      join org_unit u on u.code = a.org_unit_code where what = 'appeal' and ${appealInSight(principal, sql`a`)}
    union all
    select subject, g.name_zh, g.name_en, format('%s-M%s', r.year, lpad(r.month::text, 2, '0')), '', '' from asked
      join monitoring_report r on r.id = asked.key join peer_group g on g.code = r.peer_group_code
      where what = 'report' and (r.state = 'published' or ${seen('reportDrafts')})
    union all
    select subject, s.name_zh, s.name_en, run.period_code, '', '' from asked join run on run.id = asked.key
      join scheme s on s.code = run.scheme_code where what = 'run' and (${isOut} or ${seen('runs')})
    union all
    select subject, max(l.name_zh), max(l.name_zh), '', '', '' from asked join lamp_rule_set l on l.code = asked.key
      where what = 'lampRules' and ${seen('lampRuleDrafts')} group by subject
    union all
    select subject, max(r.name_zh), max(r.name_en), '', '', '' from asked join consequence_rule r on r.code = asked.key
      where what = 'consequenceRules' and ${seen('consequenceRules')} group by subject
    union all
    select asked.subject, coalesce(u.name_zh, g.name_zh, i.name_zh, a.title_zh, p.input ->> 'titleZh', ''),
      coalesce(u.name_en, g.name_en, i.name_en, a.title_en, p.input ->> 'titleEn', ''), '', '', ''
      from asked join proposal p on p.id = asked.key left join org_unit u on p.subject = 'unit/' || u.code
      left join peer_group g on p.subject = 'group/' || g.code left join indicator i on p.subject = 'indicator/' || i.code
      left join annotation a on p.subject = 'annotation/' || a.id
      where what = 'proposal' and ${seen('proposals')}
    union all
    select subject, s.name_zh, s.name_en, a.period_code, u.name_zh, u.name_en from asked
      join adjustment a on a.id = asked.key join scheme s on s.code = a.scheme_code
      join org_unit u on u.code = a.org_unit_code where what = 'adjustment' and ${seen('ledger')}
    union all
    select subject, coalesce(g.name_zh, c.title, ''), coalesce(g.name_en, c.title, ''), '', coalesce(u.name_zh, ''),
      coalesce(u.name_en, '') from asked join leader_remark r on r.id = asked.key
      left join org_unit u on u.code = r.org_unit_code left join monitoring_report m on m.id = r.report_id
      left join peer_group g on g.code = m.peer_group_code left join collection c on c.id = r.collection_id where what = 'remark' and ${seen('allFollowUps')}
    union all
    select subject, '', '', '', '', '' from asked where what = 'place' and ${seen('managePlace')}`);
  return new Map(rows.map(({ subject, ...name }) => [subject, name]));
}
