import type { Sql } from '@/db/client';
import { marksIn } from '@/lib/cli/chaos/people';

/** Stored rows that have the mark of one person and belong to another: figures, sessions' owners and audit events. */
export async function foreignRows(sql: Sql): Promise<string[] & { all: number }> {
  const figures = await sql<{ unit: string; note: string }[]>`
    select v.org_unit_code as unit, v.note || ' ' || coalesce(u.username, '') as note
    from submission_value v left join app_user u on u.id = v.updated_by where v.note <> ''`;
  const events = await sql<{ unit: string; note: string }[]>`
    select u.unit_code as unit, e.changes::text as note
    from audit_event e join app_user u on u.id = e.actor where e.command = 'submission.save'`;
  const rows = [...figures, ...events];
  const foreign = rows
    .filter(({ unit, note }) => [...marksIn(note)].some((mark) => mark !== unit.toLowerCase()))
    .map(({ unit, note }) => `a row of ${unit} bears ${[...marksIn(note)].join(', ')}`);
  return Object.assign(foreign, { all: rows.length });
}
