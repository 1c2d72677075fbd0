import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, type Principal, systemPrincipal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { ranking } from '@/lib/observations/ranking/queries';
import { shownAt } from '@/lib/observations/shown-at';
import { type Qualifier, type Vintage, vintages } from '@/lib/observations/words';
import type { FigureCells } from '@/lib/reporting/import/check-figures';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { changedSince } from '@/lib/reporting/revisions/changes/queries';
import { figureHistory, figuresAsOf } from '@/lib/reporting/revisions/queries';
import { account, Browser, checkSettings, fictionalUnits, freshName } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('demo', '演示数据', '演示数据', '', '', 'unverified', 1), ('other', '演示公报', '演示数据', '', '', 'unverified', 2)`;
await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order) values ('G', '演示序列', 'Demo', '', '', 1)`;
await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
  values ('G', 'JIA', '2000-01-01'), ('G', 'YI', '2000-01-01')`;

const visitor = anonymousPrincipal();
const day = (number: number, time = '04:00') => new Date(`2026-11-${`${number}`.padStart(2, '0')}T${time}:00Z`);
const group = { indicatorCode: 'DEMO', periodCode: '2026-M09', peerGroupCode: 'G' };
const figure = (unitCode: string) => ({ indicatorCode: 'DEMO', unitCode, periodCode: '2026-M09' });

type Said = {
  unit?: string;
  value: string;
  vintage?: Vintage;
  qualifier?: Qualifier;
  source?: string;
  period?: string;
};
let files = 0;

/** Records the figures of a file at a moment. */
async function recordFigures(at: Date, ...said: Said[]) {
  files += 1;
  const cells = said.map(
    ({ unit = 'JIA', value, vintage = 'approved', qualifier = 'exact', source = 'demo', period = '2026-M09' }, n) => ({
      row: n + 2,
      indicator: 'DEMO',
      unit,
      period,
      value,
      qualifier,
      qualifier_printed: '',
      vintage,
      reported_yoy: '',
      period_printed: '',
      source,
      locator: '表1',
      quote: '',
      note: '演示数据',
    }),
  );
  async function* rows(): AsyncGenerator<FigureCells> {
    yield* cells;
  }
  const id = `${files}`.padStart(64, '0');
  const input = { id, fileName: 'demo.csv', reason: `第${files}次`, rows: rows(), tell: () => {} };
  return perform(importFigures, systemPrincipal('import'), input, { now: at, database });
}

const shownFigures = async (at: Date) =>
  (await figuresAsOf(visitor, { ...group, at })).map((one) => `${one.orgUnitCode} ${one.value} ${one.vintage}`);
const currentFigures = async () =>
  (
    await sql`select o.org_unit_code, o.value::text, o.vintage from observation o join org_unit u on u.code = o.org_unit_code
      where period_code = '2026-M09' order by u.sort_order`
  ).map((row) => `${row.org_unit_code} ${row.value} ${row.vintage}`);

beforeEach(async () => {
  await sql`alter table observation_revision disable trigger user`;
  await sql`delete from observation_revision`;
  await sql`alter table observation_revision enable trigger user`;
  await sql`truncate coverage`;
  await sql`delete from observation`;
  await sql`delete from import_batch`;
});

describe('as of a moment', () => {
  test('a later vintage replaces an earlier one, never the reverse', async () => {
    await recordFigures(day(1), { value: '10', vintage: 'flash' });
    await recordFigures(day(2), { value: '11', vintage: 'preliminary' });
    await recordFigures(day(3), { value: '9', vintage: 'flash' });
    await recordFigures(day(4), { value: '12', vintage: 'approved' });
    await recordFigures(day(5), { value: '13', vintage: 'final' });
    await recordFigures(day(6), { value: '14', vintage: 'preliminary' });
    expect(await shownFigures(day(1))).toEqual(['JIA 10 flash']);
    expect(await shownFigures(day(2))).toEqual(['JIA 11 preliminary']);
    expect(await shownFigures(day(3))).toEqual(['JIA 11 preliminary']);
    expect(await shownFigures(day(4))).toEqual(['JIA 12 approved']);
    expect(await shownFigures(day(6))).toEqual(['JIA 13 final']);
    expect(await currentFigures()).toEqual(['JIA 13 final']);
    expect(await shownFigures(day(1, '03:59'))).toEqual([]);
  });

  test('a correction of the same vintage replaces, and the old value remains readable as of before', async () => {
    await recordFigures(day(1), { value: '10.0' }, { unit: 'YI', value: '7' });
    await recordFigures(day(2), { value: '12.5' });
    expect(await shownFigures(day(1))).toEqual(['JIA 10.0 approved', 'YI 7 approved']);
    expect(await shownFigures(day(2))).toEqual(['JIA 12.5 approved', 'YI 7 approved']);
    const history = await figureHistory(visitor, figure('JIA'));
    expect(history?.current?.value).toBe('12.5');
    expect(history?.revisions.map(({ value, reason }) => `${value} ${reason.slice(-1)}`)).toHaveLength(2);
  });

  test('after any recordings, the figures as of now are the published ones', async () => {
    const said = fc.record({
      unit: fc.constantFrom('JIA', 'YI'),
      value: fc.integer({ min: -999, max: 999 }).map(String),
      vintage: fc.constantFrom(...vintages),
    });
    let at = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(said, { selector: (s) => `${s.unit} ${s.vintage}`, minLength: 1 }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (batches) => {
          for (const batch of batches) {
            at += 1;
            await recordFigures(new Date(day(1).getTime() + at * 1000), ...batch);
          }
          const now = new Date(day(1).getTime() + at * 1000);
          expect(await shownFigures(now)).toEqual(await currentFigures());
          for (const unit of ['JIA', 'YI']) {
            const history = await figureHistory(visitor, figure(unit));
            const model = history && shownAt(history.revisions, now);
            expect(model?.value).toBe(history?.current?.value);
            expect(model?.vintage).toBe(history?.current?.vintage);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test('a ranking as of a moment has the places and the growth of that moment', async () => {
    await recordFigures(day(1), { value: '10' }, { unit: 'YI', value: '20' }, { value: '5', period: '2025-M09' });
    await recordFigures(day(2), { value: '30' }, { value: '10', period: '2025-M09' });
    const places = async (at?: Date) => {
      const table = await ranking(visitor, group, at);
      return table?.rows.map(({ unit, place, computed }) => `${unit.code} ${place} ${computed?.change ?? '—'}`);
    };
    expect(await places(day(1))).toEqual(['YI 1 —', 'JIA 2 100.0']);
    expect(await places(day(2))).toEqual(['JIA 1 200.0', 'YI 2 —']);
    expect(await places(day(2))).toEqual(await places());
    expect(await places(day(1, '03:00'))).toEqual(['JIA null —', 'YI null —']);
  });
});

describe('changes since a moment', () => {
  const changedTexts = async (since: Date, until: Date, more: object = {}) => {
    const { figures, added, changed } = await changedSince(visitor, { since, until, ...more });
    const lines = figures.map(({ unitCode, before, after, differs, difference }) =>
      `${unitCode} ${before?.value ?? '—'}→${after.value} ${differs.join('+')} ${difference?.change ?? ''}`.trim(),
    );
    return { lines, added, changed };
  };

  test('include new and changed figures with old and new value, last changed first', async () => {
    await recordFigures(day(1), { value: '10' });
    await recordFigures(day(2), { unit: 'YI', value: '7' });
    await recordFigures(day(3), { value: '12' });
    expect(await changedTexts(day(1), day(3))).toEqual({
      lines: ['JIA 10→12 value 20.0', 'YI —→7'],
      added: 1,
      changed: 1,
    });
    expect(await changedTexts(day(1), day(2))).toEqual({ lines: ['YI —→7'], added: 1, changed: 0 });
    expect(await changedTexts(day(3), day(9))).toEqual({ lines: [], added: 0, changed: 0 });
    expect((await changedTexts(day(0 + 1, '00:00'), day(3))).lines).toEqual(['JIA —→12', 'YI —→7']);
  });

  test('exclude a value that came and went again, and a lower vintage', async () => {
    await recordFigures(day(1), { value: '10', vintage: 'final' });
    await recordFigures(day(2), { value: '99', vintage: 'flash' });
    expect(await changedTexts(day(1), day(3))).toEqual({ lines: [], added: 0, changed: 0 });
  });

  test('include another source, qualifier or vintage although the number is the same', async () => {
    await recordFigures(day(1), { value: '10' }, { unit: 'YI', value: '7' });
    await recordFigures(
      day(2),
      { value: '10', source: 'other', vintage: 'final' },
      { unit: 'YI', value: '7', qualifier: 'about' },
    );
    expect((await changedTexts(day(1), day(2))).lines).toEqual(['JIA 10→10 vintage+source 0.0', 'YI 7→7 qualifier']);
  });

  test('are filtered with their counts, fifty a page', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ value: `${n}`, period: `${1950 + n}` }));
    await recordFigures(day(1), ...many, { unit: 'YI', value: '7' });
    await recordFigures(day(2), { unit: 'YI', value: '8' });
    const all = { since: day(1, '00:00'), until: day(3) };
    const first = await changedSince(visitor, all);
    const second = await changedSince(visitor, { ...all, page: 2 });
    expect([first.figures.length, second.figures.length, first.added]).toEqual([50, 11, 61]);
    const keys = [...first.figures, ...second.figures].map(({ unitCode, periodCode }) => `${unitCode} ${periodCode}`);
    expect(new Set(keys).size).toBe(61);
    expect((await changedTexts(day(1), day(3), { unitCode: 'JIA' })).lines).toEqual([]);
    expect((await changedTexts(day(1), day(3), { unitCode: 'YI', groupCode: 'G', kind: 'changed' })).changed).toBe(1);
    expect((await changedTexts(day(1), day(3), { kind: 'new' })).lines).toEqual([]);
    expect((await changedTexts(day(1), day(3), { indicatorCode: 'NONE' })).lines).toEqual([]);
  });

  test('equal the difference of the two moments, after any recordings', async () => {
    const said = fc.record({
      value: fc.integer({ min: 1, max: 3 }).map(String),
      vintage: fc.constantFrom(...vintages),
    });
    let hour = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 4 }), async (batch) => {
        const since = new Date(day(1).getTime() + hour * 1000);
        for (const one of batch) {
          hour += 1;
          await recordFigures(new Date(day(1).getTime() + hour * 1000), one);
        }
        const until = new Date(day(1).getTime() + hour * 1000);
        const [then] = await shownFigures(since);
        const [now] = await shownFigures(until);
        const { figures, added, changed } = await changedSince(visitor, { since, until });
        expect(figures.length).toBe(then === now ? 0 : 1);
        expect([added, changed]).toEqual(then === now ? [0, 0] : then ? [0, 1] : [1, 0]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the history of a figure', () => {
  const people = new Map<string, Principal>();
  beforeAll(async () => {
    const asked: [string, AccountRole, string, string][] = [
      ['reporter', 'reporter', 'JIA', ''],
      ['neighbour', 'reporter', 'YI', ''],
      ['unitReviewer', 'unitReviewer', 'JIA', ''],
      ['department', 'departmentReviewer', '', '演示部门'],
      ['otherDepartment', 'departmentReviewer', '', '演示部门'],
      ['office', 'assessmentOffice', '', ''],
      ['auditor', 'auditor', '', ''],
      ['leader', 'leader', '', ''],
      ['administrator', 'administrator', '', ''],
    ];
    for (const [name, role, unitCode, department] of asked) {
      const made = await account(database, { username: freshName(), role, unitCode, department });
      const browser = new Browser();
      await browser.signIn(made.username, made.password);
      people.set(name, await browser.principal());
    }
    const other = people.get('otherDepartment');
    if (other) people.set('otherDepartment', { ...other, department: '别的部门' });
    const reporter = people.get('reporter')?.userId ?? '';
    await sql`insert into period (code, kind, year, sort_key) values ('2026-M09', 'month', 2026, 1) on conflict do nothing`;
    await sql`insert into collection (id, title, period_code, opens_at, due_at, grace_until, review_chain, vintage, instructions,
        source_code, created_by, created_at)
      values ('c1', '演示填报', '2026-M09', '2026-10-01', '2026-10-10', '2026-10-12', '["unitReviewer"]', 'approved', '', 'demo',
        'system:check', '2026-10-01')`;
    await sql`insert into submission (org_unit_code, collection_id, items) values ('JIA', 'c1', 1)`;
    await sql`insert into review_event (org_unit_code, collection_id, step, kind, indicator_code, period_code, value, decimals,
        qualifier, qualifier_printed, absence, reason, actor, actor_role, at)
      values ('JIA', 'c1', 1, 'submitted', 'DEMO', '2026-M09', 10, 0, 'exact', '', 'none', '', ${reporter}, 'reporter', '2026-10-02'),
        ('JIA', 'c1', 2, 'returned', 'DEMO', '2026-M09', 10, 0, 'exact', '', 'none', '请核实', ${reporter}, 'unitReviewer', '2026-10-03')`;
  });

  const seenHistory = async (principal: Principal, unit = 'JIA') => {
    const history = await figureHistory(principal, figure(unit));
    return (
      history && { steps: history.steps.length, showsSteps: history.showsSteps, by: history.revisions[0]?.by.kind }
    );
  };
  const person = (name: string) => {
    const found = people.get(name);
    if (!found) throw new Error(name);
    return found;
  };

  test('steps and names are for readers who may follow the figure; others see the revisions and roles', async () => {
    await recordFigures(day(1), { value: '10' });
    await sql`alter table observation_revision disable trigger user`;
    await sql`update observation_revision set recorded_by = ${person('unitReviewer').userId}, collection_id = 'c1'`;
    await sql`alter table observation_revision enable trigger user`;
    for (const name of ['reporter', 'unitReviewer', 'department', 'office', 'auditor']) {
      expect([name, await seenHistory(person(name))]).toEqual([name, { steps: 2, showsSteps: true, by: 'person' }]);
    }
    for (const name of ['neighbour', 'otherDepartment', 'leader', 'administrator']) {
      expect([name, await seenHistory(person(name))]).toEqual([name, { steps: 0, showsSteps: false, by: 'role' }]);
    }
    expect(await seenHistory(visitor)).toEqual({ steps: 0, showsSteps: false, by: 'role' });
    const inList = async (reader: Principal) =>
      (await changedSince(reader, { since: day(1, '00:00'), until: day(9) })).figures.map(({ by }) => by.kind);
    expect(await inList(person('auditor'))).toEqual(['person']);
    expect(await inList(person('neighbour'))).toEqual(['role']);
    expect(await inList(visitor)).toEqual(['role']);
  });

  test('a figure that is still in review exists only for those who may follow it', async () => {
    expect(await seenHistory(person('reporter'))).toMatchObject({ steps: 2 });
    expect(await seenHistory(visitor)).toBeNull();
    expect(await seenHistory(person('neighbour'))).toBeNull();
  });

  test('an unknown figure, or one of an unreadable unit, is not found', async () => {
    await recordFigures(day(1), { value: '10' });
    expect(await figureHistory(visitor, { ...figure('JIA'), periodCode: 'never' })).toBeNull();
    expect(await figureHistory(visitor, { ...figure('JIA'), indicatorCode: 'NONE' })).toBeNull();
    const shut = anonymousPrincipal({ publicReading: false });
    expect(await seenHistory(shut)).toBeNull();
    expect(await figuresAsOf(shut, { ...group, at: day(9) })).toEqual([]);
    expect((await changedSince(shut, { since: day(1, '00:00'), until: day(9) })).added).toBe(0);
  });

  test('the product itself recorded a file’s figures', async () => {
    await recordFigures(day(1), { value: '10' });
    expect(await seenHistory(visitor)).toMatchObject({ by: 'system' });
  });
});
