import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { auditEvent, auditSubjects } from '@/db/schema/access';
import type { Change } from '@/lib/access/audit/record-event';
import { nameKey } from '@/lib/access/audit/subjects/names';
import type { SubjectName } from '@/lib/access/audit/subjects/words';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';

/** The most accounts, entries and runs that one word of a search stands for. */
const mostFound = 200;

/**
 * The names of whatever the events mention by code: units, indicators, topics, collections, documents, schemes, runs,
 * entries of the ledger, follow-ups, consequences, tasks and remarks, uploads, sheets and kept mappings,
 * entries of the ledger, appeals, follow-ups and remarks, uploads, sheets and kept mappings,
 * by kind and code, in one query. The trail itself has codes alone.
 */
export async function namesIn(
  principal: Principal,
  events: readonly { readonly changes: readonly Change[] }[],
): Promise<Map<string, SubjectName>> {
  if (!maySee(principal.role, 'audit')) return new Map();
  const codes = new Set<string>();
  for (const { changes } of events)
    for (const { subject, before, after } of changes) {
      for (const part of subject.split('/')) codes.add(part);
      addCodes(before, codes);
      addCodes(after, codes);
    }
  if (codes.size === 0) return new Map();
  const rows = await db().execute<SubjectName & { kind: string; code: string }>(sql`
    with asked as (select unnest(${sql.param([...codes])}::text[]) as code)
    select 'unit' as kind, code, name_zh as "nameZh", name_en as "nameEn", '' as "periodCode"
      from org_unit join asked using (code)
    union all
    select 'indicator', code, name_zh, name_en, '' from indicator join asked using (code)
    union all
    select 'topic', code, name_zh, name_en, '' from topic join asked using (code)
    union all
    select 'source', code, title, title, '' from source join asked using (code)
    union all
    select 'scheme', code, name_zh, name_en, '' from scheme join asked using (code)
    union all
    select 'collection', id, title, title, '' from collection join asked on id = asked.code
    union all
    select 'annotation', id, title_zh, title_en, '' from annotation join asked on id = asked.code
    union all
    select 'proposal', p.id, coalesce(u.name_zh, g.name_zh, i.name_zh, a.title_zh, p.input ->> 'titleZh', p.subject),
      coalesce(u.name_en, g.name_en, i.name_en, a.title_en, p.input ->> 'titleEn', p.subject), ''
      from proposal p join asked on p.id = asked.code left join org_unit u on p.subject = 'unit/' || u.code
      left join peer_group g on p.subject = 'group/' || g.code left join indicator i on p.subject = 'indicator/' || i.code
      left join annotation a on p.subject = 'annotation/' || a.id
    union all
    select 'group', code, name_zh, name_en, '' from peer_group join asked using (code)
    union all
    select 'lampRules', code, max(name_zh), max(name_zh), '' from lamp_rule_set join asked using (code) group by code
    union all
    select 'report', r.id, g.name_zh, g.name_en, format('%s-M%s', r.year, lpad(r.month::text, 2, '0'))
      from monitoring_report r join asked on r.id = asked.code join peer_group g on g.code = r.peer_group_code
    union all
    select 'followUp', id, title, title, '' from follow_up join asked on id = asked.code
    union all
    select 'consequence', c.id, u.name_zh, u.name_en, '' from consequence c join asked on c.id = asked.code
      join org_unit u on u.code = c.org_unit_code
    union all
    select 'consequenceRules', code, max(name_zh), max(name_en), '' from consequence_rule join asked using (code) group by code
    union all
    select 'task', k.id, u.name_zh || ' · ' || k.title, u.name_en || ' · ' || k.title, '' from unit_task k
      join asked on k.id = asked.code join org_unit u on u.code = k.org_unit_code
    union all
    select 'taskTemplate', id, title, title, '' from task_template join asked on id = asked.code
    union all
    select 'bulletin', id, heading, heading, '' from bulletin
      join asked on id = asked.code
    union all
    select 'board', id, title, title, '' from board join asked on id = asked.code
    union all
    select 'display', id, name, name, '' from display join asked on id = asked.code
    union all
    select 'register', code, name_zh, name_en, '' from register join asked using (code)
    union all
    select 'registerEntry', e.register_code || '/' || e.identifier, r.name_zh || ' · ' || e.identifier, r.name_en || ' · ' || e.identifier, ''
      from register_entry e join asked on e.identifier = asked.code join register r on r.code = e.register_code
    union all
    select 'remark', id, left(words, 40), left(words, 40), '' from leader_remark join asked on id = asked.code
    union all
    select 'upload', id, file_name, file_name, '' from upload join asked on id = asked.code
    union all
    select 'mappedSheet', id, file_name, file_name, '' from mapped_sheet join asked on id = asked.code
    union all
    select 'keptMapping', id, name, name, '' from kept_mapping join asked on id = asked.code
    union all
    select 'run', r.id, s.name_zh, s.name_en, r.period_code from run r join asked on r.id = asked.code
      join scheme s on s.code = r.scheme_code
    union all
    select 'adjustment', a.id, concat(u.name_zh, ' · ', s.name_zh), concat(u.name_en, ' · ', s.name_en), a.period_code
      from adjustment a join asked on a.id = asked.code join org_unit u on u.code = a.org_unit_code
      join scheme s on s.code = a.scheme_code
    union all
    select 'appeal', a.id, concat(u.name_zh, ' · ', s.name_zh), concat(u.name_en, ' · ', s.name_en), r.period_code
      from appeal a join asked on a.id = asked.code join org_unit u on u.code = a.org_unit_code
      join run r on r.id = a.run_id join scheme s on s.code = r.scheme_code`);
  return new Map(rows.map(({ kind, code, ...name }) => [nameKey(kind, code), name]));
}

/** Adds the words of a stored value that may be codes: those of figures have the code and the period. */
function addCodes(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length <= 100) for (const word of value.split(' ')) into.add(word);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      addCodes(key, into);
      addCodes(inner, into);
    }
  }
}

/**
 * The condition for events about what a text names: each of its words is a part of the name of an account, a unit, an
 * indicator, a collection or a scheme, or the whole text is a subject or a code as stored.
 */
export function concerns(text: string): SQL {
  const words = text.split(/\s+/).filter(Boolean);
  const each = words.map(concernsWord);
  const whole = sql`${auditSubjects} ?| array[${text}::text]`;
  return sql`(${whole} or (${sql.join(each, sql` and `)}))`;
}

function concernsWord(word: string): SQL {
  const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const named = (table: 'i' | 's' | 'u') => {
    const of = sql.raw(table);
    return sql`(${of}.name_zh ilike ${part} or ${of}.name_en ilike ${part} or ${of}.code = ${word})`;
  };
  return sql`(${auditSubjects} ?| array(
      (select 'user/' || id from app_user where username ilike ${part} or name ilike ${part} limit ${mostFound})
      union all
      select 'submission/' || s.collection_id || '/' || s.org_unit_code
        from submission s join org_unit u on u.code = s.org_unit_code where ${named('u')}
      union all
      (select 'adjustment/' || a.id from adjustment a join org_unit u on u.code = a.org_unit_code
        join scheme s on s.code = a.scheme_code where ${named('u')} or ${named('s')}
        order by a.recorded_at desc limit ${mostFound})
      union all
      (select 'appeal/' || a.id from appeal a join org_unit u on u.code = a.org_unit_code
        join run r on r.id = a.run_id join scheme s on s.code = r.scheme_code where ${named('u')} or ${named('s')}
        order by a.updated_at desc limit ${mostFound})
      union all
      select 'collection/' || c.id from collection c where c.title ilike ${part}
      union all
      select 'submission/' || s.collection_id || '/' || s.org_unit_code
        from submission s join collection c on c.id = s.collection_id where c.title ilike ${part}
      union all
      select 'indicator/' || i.code from indicator i where ${named('i')}
      union all
      select 'annotation/' || a.id from annotation a where a.title_zh ilike ${part} or a.title_en ilike ${part}
      union all
      select 'source/' || d.code from source d where d.title ilike ${part} or d.code = ${word}
      union all
      (select 'followUp/' || f.id from follow_up f join org_unit u on u.code = f.org_unit_code
        where f.title ilike ${part} or ${named('u')} order by f.updated_at desc limit ${mostFound})
      union all
      (select 'consequence/' || c.id from consequence c join org_unit u on u.code = c.org_unit_code
        where ${named('u')} order by c.updated_at desc limit ${mostFound})
      union all
      (select 'task/' || k.id from unit_task k join org_unit u on u.code = k.org_unit_code
        where k.title ilike ${part} or ${named('u')} order by k.updated_at desc limit ${mostFound})
      union all
      select 'taskTemplate/' || t.id from task_template t where t.title ilike ${part}
      union all
      (select 'bulletin/' || b.id from bulletin b where b.heading ilike ${part}
        or b.frozen ->> 'reference' ilike ${part} order by b.edited_at desc limit ${mostFound})
      union all
      (select 'board/' || b.id from board b where b.title ilike ${part} order by b.edited_at desc limit ${mostFound})
      union all
      select 'register/' || r.code from register r
        where r.name_zh ilike ${part} or r.name_en ilike ${part} or r.code = ${word}
      union all
      (select 'registerEntry/' || e.register_code || '/' || e.identifier from register_entry e
        where e.identifier ilike ${part} order by e.updated_at desc limit ${mostFound})
      union all
      select 'scheme/' || s.code from scheme s where ${named('s')}
      union all
      (select 'run/' || r.id from run r join scheme s on s.code = r.scheme_code where ${named('s')}
        order by r.computed_at desc limit ${mostFound}))
    or (${auditSubjects} ?| array(
        select 'submission/' || s.collection_id || '/' || s.org_unit_code from submission s
        where exists (select from collection_item c join indicator i on i.code = c.indicator_code
          where c.collection_id = s.collection_id and ${named('i')}))
      and exists (select from indicator i
        where ${named('i')} and strpos(${auditEvent.changes}, '"' || i.code || ' ') > 0)))`;
}
