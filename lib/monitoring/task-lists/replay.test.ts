import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { moveTask } from '@/lib/monitoring/task-lists/move-task';
import { noteTask } from '@/lib/monitoring/task-lists/note-task';
import { planTask } from '@/lib/monitoring/task-lists/plan-task';
import { replayed } from '@/lib/monitoring/task-lists/steps';
import { withdrawTask } from '@/lib/monitoring/task-lists/withdraw-task';
import type { Step } from '@/lib/monitoring/task-lists/words';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const people: Readonly<Record<string, Principal>> = {
  office: person('assessmentOffice', { userId: 'office' }),
  jia: person('reporter', { userId: 'jia', unitCode: 'JIA' }),
  jiaReviewer: person('unitReviewer', { userId: 'jia2', unitCode: 'JIA' }),
  yi: person('reporter', { userId: 'yi', unitCode: 'YI' }),
  leader: person('leader'),
  auditor: person('auditor'),
};
beforeAll(() => fictionalIndicators(database));

type Told = { state: string; measure: boolean; version: number };

/** The rules as the office tells them, without the product: what a step makes of a task of JIA, or null where it is refused. */
function told(at: Told, act: string, who: string): Told | null {
  const next = (more: Partial<Told>): Told => ({ ...at, ...more, version: at.version + 1 });
  const isUnfinished = at.state === 'notBegun' || at.state === 'underWay';
  if (act === 'withdraw') return who === 'office' && isUnfinished ? next({ state: 'withdrawn' }) : null;
  if (who !== 'jia' && who !== 'jiaReviewer') return null;
  if (act === 'reopen') return at.state === 'done' ? next({ state: 'underWay' }) : null;
  if (!isUnfinished) return null;
  if (act === 'plan') return next({ measure: true });
  if (act === 'note') return next({});
  if (!at.measure) return null;
  if (act === 'begin') return at.state === 'notBegun' ? next({ state: 'underWay' }) : null;
  return next({ state: 'done' });
}

const words = '办理情况如下';
const commands: Readonly<Record<string, readonly [Command<never, unknown>, object]>> = {
  plan: [planTask as never, { unit: 'JIA', measure: '每周调度一次', responsible: '张三' }],
  note: [noteTask as never, { unit: 'JIA', note: words }],
  begin: [moveTask as never, { unit: 'JIA', move: 'begin', note: words }],
  finish: [moveTask as never, { unit: 'JIA', move: 'finish', note: words }],
  reopen: [moveTask as never, { unit: 'JIA', move: 'reopen', note: words }],
  withdraw: [withdrawTask as never, { reason: words }],
};

test('any steps of anybody leave a task as the office tells it, and as its events tell it again', async () => {
  const asked = fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(commands)),
      who: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('jia', 'jiaReviewer', 'office') },
        { weight: 1, arbitrary: fc.constantFrom(...Object.keys(people)) },
      ),
      isStale: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
    { minLength: 4, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(asked, async (steps) => {
      const terms = { unit: 'JIA', year: 2026, title: '补上短板', goal: '年底前翻番', dueOn: '2026-12-31' };
      const input = { ...terms, responsible: '', indicator: null, followUp: null, reason: words };
      const { id } = await perform(addTask, people.office as Principal, input, { now, database });
      let at: Told = { state: 'notBegun', measure: false, version: 1 };
      for (const { act, who, isStale } of steps) {
        const [command, more] = commands[act] ?? [];
        const version = isStale ? at.version + 1 : at.version;
        let isTaken = true;
        try {
          await perform(command as never, people[who] as Principal, { id, version, ...more }, { now, database });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          isTaken = false;
        }
        const next = isStale ? null : told(at, act, who);
        expect(isTaken, `${act} of ${who} in ${JSON.stringify(at)}`).toBe(next !== null);
        at = next ?? at;
        const [row] =
          await sql`select org_unit_code as unit, year, title, goal, due_on::text as "dueOn", template_id as template,
          template_task as "templateTask", indicator_code as indicator, follow_up_id as "followUp", measure, responsible, state,
          version from unit_task where id = ${id}`;
        expect(row).toMatchObject({ state: at.state, version: at.version });
        expect(row?.measure !== '').toBe(at.measure);
        const events = await sql`select kind, facts from unit_task_event where task_id = ${id} order by step`;
        expect(replayed(events.map(({ kind, facts }) => ({ kind, ...facts }) as Step))).toEqual({ ...row });
      }
    }),
    { numRuns: many(100, 8) },
  );
}, 60_000);
