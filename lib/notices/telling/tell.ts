import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Change } from '@/lib/access/audit/record-event';
import type { CommandName } from '@/lib/access/permissions';
import { tellingsOf } from '@/lib/notices/telling/told';
import type { Audience } from '@/lib/notices/words';

const ofUnit = (code: SQL): SQL => sql`u.unit_code = ${code} and u.role in ('reporter', 'unitReviewer')`;

/** Whether a return `t` has figures that wait for the account `u`, at its level. */
const awaited = sql`exists (select from submission_value v join indicator i on i.code = v.indicator_code
  where v.collection_id = t.key and v.org_unit_code = t.unit and v.awaits = u.role
    and (u.role = 'unitReviewer' or i.responsible_zh = u.department))`;

/** The accounts `u` of each audience of a telling `t`, and what else is joined. */
const heardBy: Readonly<Record<Audience, SQL>> = {
  office: sql`join app_user u on u.role = 'assessmentOffice'`,
  leaders: sql`join app_user u on u.role = 'leader'`,
  unit: sql`join app_user u on ${ofUnit(sql`t.unit`)}`,
  reporters: sql`join app_user u on u.unit_code = t.unit and u.role = 'reporter'`,
  reviewers: sql`join app_user u
    on ((u.unit_code = t.unit and u.role = 'unitReviewer') or u.role = 'departmentReviewer') and ${awaited}`,
  nextReviewers: sql`join app_user u on u.role = 'departmentReviewer' and ${awaited}`,
  followUpUnit: sql`join follow_up f on f.id = t.key join app_user u on ${ofUnit(sql`f.org_unit_code`)}`,
  taskUnit: sql`join unit_task k on k.id = t.key join app_user u on ${ofUnit(sql`k.org_unit_code`)}`,
  remarkLeader: sql`join leader_remark r on r.id = t.key join app_user u on u.id = r.written_by`,
  consequenceUnit: sql`join consequence c on c.id = t.key join app_user u on ${ofUnit(sql`c.org_unit_code`)}`,
  appealUnit: sql`join appeal a on a.id = t.key join app_user u on ${ofUnit(sql`a.org_unit_code`)}`,
  reportUnits: sql`join monitoring_report r on r.id = t.key
    cross join jsonb_to_recordset(r.frozen -> 'units') m(code text) join app_user u on ${ofUnit(sql`m.code`)}`,
  runUnits: sql`join run_score s on s.run_id = t.key join app_user u on ${ofUnit(sql`s.org_unit_code`)}`,
};

/**
 * Tells the accounts that a command concerns of its changes, never the actor, in the transaction of the command and in one
 * statement; nothing where it tells nobody. `event` is its number in the audit trail. `targets` are where the notices go besides.
 */
export async function tell(
  tx: Tx,
  command: CommandName,
  done: {
    readonly actor: string;
    readonly at: Date;
    readonly event: number;
    readonly changes: readonly Change[];
    readonly targets: readonly string[];
  },
): Promise<void> {
  const tellings = tellingsOf(command, done.changes).map((telling) => {
    const [, key = '', unit = ''] = telling.subject.split('/');
    return { ...telling, key, unit };
  });
  if (tellings.length === 0) return;
  const heard = [...new Set(tellings.map(({ audience }) => audience))].map(
    (audience) => sql`select t.kind, t.subject, u.id, u.banned from told t ${heardBy[audience]}
      where t.audience = ${audience}`,
  );
  const at = sql`${done.at.toISOString()}::timestamptz`;
  const made = sql`
    insert into notice (user_id, event, kind, subject, created_at)
    select distinct h.id, ${done.event}::bigint, h.kind, h.subject, ${at}
    from (${sql.join(heard, sql` union all `)}) h where not h.banned and h.id <> ${done.actor}`;
  const list = sql`told as (select * from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb)
    as t(audience text, kind text, subject text, key text, unit text))`;
  await tx.execute(
    done.targets.length === 0
      ? sql`with ${list} ${made}`
      : sql`with ${list}, made as (${made} returning *)
          insert into outbox (id, target, user_id, kind, subject, at, due_at)
          select gen_random_uuid()::text, target, made.user_id, made.kind, made.subject, ${at}, ${at}
          from made cross join unnest(${sql.param([...done.targets])}::text[]) as target`,
  );
}
