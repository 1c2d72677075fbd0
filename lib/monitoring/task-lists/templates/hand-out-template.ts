import { eq, sql } from 'drizzle-orm';
import { taskTemplate } from '@/db/schema/task-lists';
import { command } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { faultyInput } from '@/lib/errors';
import { lockedTemplate } from '@/lib/monitoring/task-lists/templates/queries';
import { HandOutInput } from '@/lib/monitoring/task-lists/templates/template-input';

/**
 * Hands the tasks of a template out to the present members of a sequence, or to chosen units: each gets those that it was not
 * handed before, by one statement. Returns how many tasks were added. Refuses a template that moved since it was shown, and
 * units that there are not.
 */
export const handOutTemplate = command({
  name: 'taskTemplate.handOut',
  input: HandOutInput,
  async run(work, { peerGroupCode: group, unitCodes: units, ...shown }) {
    const { tx, principal, now } = work;
    const held = await lockedTemplate(work, shown);
    const today = todayOf(work);
    const chosen = sql.param([...new Set(units)]);
    const found = await tx.execute<{ code: string }>(
      group
        ? sql`select m.org_unit_code as code from peer_group_member m where m.peer_group_code = ${group}
            and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)`
        : sql`select code from org_unit where code = any(${chosen}::text[])`,
    );
    const codes = found.map(({ code }) => code);
    if (codes.length === 0 || (!group && codes.length < new Set(units).size))
      throw faultyInput([{ field: group ? 'peerGroupCode' : 'units', key: 'taskLists.refused.noUnits' }]);
    const at = sql`${now.toISOString()}::timestamptz`;
    const made = await tx.execute<{ unit: string }>(sql`
      with made as (
        insert into unit_task (id, org_unit_code, year, title, goal, due_on, template_id, template_task, state, version,
          updated_by, updated_at)
        select gen_random_uuid()::text, u.code, ${held.year}::int, t.task ->> 'title', t.task ->> 'goal',
          (t.task ->> 'dueOn')::date, ${shown.id}, t.number, 'notBegun', 1, ${principal.userId}, ${at}
        from unnest(${sql.param(codes)}::text[]) u (code)
        cross join jsonb_array_elements(${JSON.stringify(held.tasks)}::jsonb) with ordinality t (task, number)
        on conflict on constraint unit_task_once do nothing
        returning *)
      insert into unit_task_event (task_id, step, kind, facts, words, actor, at)
      select id, 1, 'add', jsonb_build_object('unit', org_unit_code, 'year', year, 'title', title, 'goal', goal,
        'dueOn', due_on, 'template', template_id, 'templateTask', template_task, 'indicator', null, 'followUp', null,
        'responsible', ''), '', updated_by, updated_at
      from made returning facts ->> 'unit' as unit`);
    const next = { handed: held.tasks.length, version: held.version + 1, editedBy: principal.userId, editedAt: now };
    await tx.update(taskTemplate).set(next).where(eq(taskTemplate.id, shown.id));
    const to = [...new Set(made.map(({ unit }) => unit))].sort();
    return {
      result: { id: shown.id, count: made.length, units: to.length },
      changes: [
        {
          subject: `taskTemplate/${shown.id}`,
          before: null,
          after: { handedOut: made.length, unitCodes: to, year: held.year },
        },
      ],
    };
  },
});
