import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { type CommandName, commandNames } from '@/lib/access/permissions';
import { accountRoles } from '@/lib/access/words';
import { tell } from '@/lib/notices/telling/tell';
import { tellingsOf } from '@/lib/notices/telling/told';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { account, checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
const { givenReturn, act } = underReview({ sql, database });

/** The accounts of the tests by their names: two of each role, of two units and two departments. */
const ids = new Map<string, string>();
const at = new Date('2026-11-02T08:00:00Z');

beforeAll(async () => {
  await fictionalIndicators(database);
  for (const role of accountRoles)
    for (const unitCode of ['JIA', 'YI']) {
      const department = unitCode === 'JIA' ? '演示部门' : '演示二部';
      const username = `${role}.${unitCode}`.toLowerCase();
      ids.set(username, (await account(database, { username, role, unitCode, department })).id);
    }
});

beforeEach(async () => {
  await sql`delete from outbox`;
  await sql`delete from notice`;
});

const told = async () =>
  (await sql`select u.username, n.kind from notice n join app_user u on u.id = n.user_id order by 1, 2`).map(
    ({ username, kind }) => `${username} ${kind}`,
  );
const id = (name: string) => ids.get(name) ?? '';

describe('a command tells', () => {
  test('of figures sent back both roles of the unit, nobody else, and never who did it', async () => {
    const { looked } = await givenReturn();
    await act(returnFigures, person('unitReviewer', { userId: id('unitreviewer.jia') }), {
      ...looked(['DEMO']),
      reason: '口径不对，请核实。',
    });
    expect(await told()).toEqual(['reporter.jia returned']);
    await sql`delete from notice`;
    const other = await givenReturn();
    await act(returnFigures, person('unitReviewer'), { ...other.looked(['DEMO']), reason: '口径不对，请核实。' });
    expect(await told()).toEqual(['reporter.jia returned', 'unitreviewer.jia returned']);
  });

  test('of what the unit passed on the reviewers of the department in charge, and of the last approval the unit', async () => {
    const { looked } = await givenReturn();
    await act(approveFigures, person('unitReviewer'), looked(['DEMO']));
    expect(await told()).toEqual(['departmentreviewer.jia toReview']);
    await sql`delete from notice`;
    await act(approveFigures, person('departmentReviewer'), looked(['DEMO'], 2));
    expect(await told()).toEqual(['reporter.jia approved', 'unitreviewer.jia approved']);
  });

  test('without waiting for a command that holds an account that is told', async () => {
    const { looked } = await givenReturn();
    await sql.begin(async (holding) => {
      await holding`select from app_user where id = ${id('reporter.jia')} for update`;
      await act(returnFigures, person('unitReviewer'), { ...looked(['DEMO']), reason: '口径不对，请核实。' });
    });
    expect(await told()).toEqual(['reporter.jia returned', 'unitreviewer.jia returned']);
  });

  test('nothing where it is refused, and nothing twice where it is given again', async () => {
    const { looked } = await givenReturn();
    const back = { ...looked(['DEMO']), reason: '口径不对，请核实。' };
    await act(returnFigures, person('unitReviewer'), back);
    const once = await told();
    const again = await act(returnFigures, person('unitReviewer'), back).catch(({ kind }) => kind);
    expect(again).toBe('conflict');
    expect(await told()).toEqual(once);
  });

  test('nobody whose account is disabled, and what rolls back tells nobody', async () => {
    await sql`update app_user set banned = true where id = ${id('reporter.jia')}`;
    const { looked } = await givenReturn();
    await act(returnFigures, person('unitReviewer'), { ...looked(['DEMO']), reason: '口径不对，请核实。' });
    await sql`update app_user set banned = false where id = ${id('reporter.jia')}`;
    expect(await told()).toEqual(['unitreviewer.jia returned']);
    await sql`delete from notice`;
    const other = await givenReturn();
    const stopped = database.transaction(async (tx) => {
      await perform(
        returnFigures,
        person('unitReviewer'),
        { ...other.looked(['DEMO']), reason: '口径不对，请核实。' },
        { now: at, database: tx },
      );
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await told()).toEqual([]);
  });
});

describe('whatever a command changes', () => {
  const unitOfSubject = { submission: /^submission\/[^/]+\/(\w+)$/, target: /^target\/\d+\/(\w+)$/ };
  const change = fc.record({
    subject: fc.oneof(
      fc.constantFrom('submission/C/JIA', 'submission/C/YI', 'target/2026/JIA', 'target/2026/YI', 'followUp/x'),
      fc.constantFrom('proposal/p', 'run/r', 'report/r', 'appeal/a', 'consequence/c', 'remark/m', 'place', 'user/u'),
    ),
    before: fc.constant(null),
    after: fc.oneof(
      fc.constant(null),
      fc.record({ state: fc.constantFrom('published', 'confirmed', 'draft'), value: fc.constant('1234.5') }),
      fc.constantFrom({ approved: ['A 2026'] }, { passed: ['A 2026'] }, { proposed: 'unit.rename' }),
    ),
  });

  test('the actor is never told, another unit is never told, and no figure is kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...commandNames),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...ids.values()),
        async (command, changes, actor) => {
          await sql`delete from notice`;
          const none: readonly string[] = [];
          await database.transaction((tx) => tell(tx, command, { actor, at, event: 7, changes, targets: none }));
          const rows = await sql`select n.*, u.unit_code, u.role from notice n join app_user u on u.id = n.user_id`;
          for (const row of rows) {
            expect(row.user_id).not.toBe(actor);
            expect(JSON.stringify(row)).not.toContain('1234');
            const about = Object.values(unitOfSubject).flatMap((shape) => shape.exec(row.subject)?.[1] ?? []);
            if (row.role === 'reporter' || row.role === 'unitReviewer') expect([row.unit_code]).toEqual(about);
            expect(['administrator', 'auditor']).not.toContain(row.role);
          }
          if (tellingsOf(command, changes).length === 0) expect(rows).toHaveLength(0);
        },
      ),
      { numRuns: many(1500, 150) },
    );
  });

  test('a command of an account or of the product itself tells nobody', () => {
    const changes = [{ subject: 'user/u', before: null, after: { state: 'published' } }];
    const personal = /^(user|session|password|secondFactor|notice)\./;
    const loud = commandNames.filter(
      (name: CommandName) => personal.test(name) && tellingsOf(name, changes).length > 0,
    );
    expect(loud).toEqual([]);
  });
});

test('a thousand receivers are told in one statement of the command', async () => {
  await sql`insert into app_user (id, username, name, email, role, unit_code)
    select 'many-' || n, 'many-' || n, '演示', 'many-' || n || '@x', 'reporter', 'YI' from generate_series(1, 1000) n`;
  const changes = [{ subject: 'target/2026/YI', before: null, after: { GDP: {} } }];
  let statements = 0;
  await database.transaction(async (tx) => {
    const counted = new Proxy(tx, {
      get: (of, key) => {
        if (key === 'execute') statements += 1;
        return Reflect.get(of, key, of);
      },
    });
    await tell(counted, 'target.issue', { actor: 'nobody', at, event: 9, changes, targets: [] });
  });
  expect(statements).toBe(1);
  const [row] = await sql`select count(*)::int as count from notice`;
  expect(row?.count).toBe(1002);
  await sql`delete from app_user where id like 'many-%'`;
});
