import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { may } from '@/lib/access/permissions';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { blindTables } from '@/lib/monitoring/registers/blind/queries';
import { comparedRows, countLinks } from '@/lib/monitoring/registers/compared/queries';
import { crossTable } from '@/lib/monitoring/registers/counts/cross-table';
import { countCells } from '@/lib/monitoring/registers/counts/queries';
import { recordVisit } from '@/lib/monitoring/registers/entries/record-visit';
import { entryLines, entryPage, entryView, unitsInRegister } from '@/lib/monitoring/registers/list/queries';
import type { EntryChoice } from '@/lib/monitoring/registers/list/words';
import { registerList, registerOf } from '@/lib/monitoring/registers/queries';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { aroundRegisters, inventedRegisters, lists, office } from '@/lib/testing/invented-registers';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const jia = person('reporter', { userId: 'jia', unitCode: 'JIA' });
const yi = person('unitReviewer', { userId: 'yi', unitCode: 'YI' });
beforeAll(() => aroundRegisters(sql, database));
const { give, register, held, save } = inventedRegisters(database, now);
const any: EntryChoice = {
  ...{ day: '2026-06-10', field: '', grade: '', bureau: '', street: '', group: '', blind: '', text: '' },
};
const lastChanges = async () =>
  (await sql`select command, changes::jsonb as changes from audit_event order by seq desc limit 1`)[0];

describe('a register', () => {
  test('is kept by the office alone, with lists whose every bad line is told', async () => {
    const about = { code: 'BAD', version: 0, kind: 'entities', nameZh: '演示坏台账', nameEn: 'Bad', visitDays: 0 };
    for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role))])
      if (!may(who.role, 'register.save'))
        expect(await refusalOf(give(saveRegister as never, who, { ...about, ...lists })), who.role).toBe(
          'forbidden command',
        );
    const bad = { fields: 'F1 | 冶金\n没有代码\nf 2|机械', grades: 'A | 红\nB | 红', groups: '' };
    const faults = await give(saveRegister as never, office, { ...about, ...bad }).catch((error) => error.faults);
    expect(faults).toMatchObject([
      { field: 'fields', key: 'registers.refused.badLine', details: { line: 2 } },
      { field: 'fields', key: 'registers.refused.badLine', details: { line: 3 } },
      { field: 'grades', key: 'registers.refused.listedTwice' },
    ]);
    const code = await register();
    expect(await refusalOf(give(saveRegister as never, office, { ...about, ...lists, code }))).toBe(
      'conflict registers.refused.codeTaken',
    );
  });

  test('keeps what entries have used, is changed on what was shown, and cites a document of its own', async () => {
    const code = await register();
    await save(code, 'DEMO0001');
    const form = { code, kind: 'entities', nameZh: '演示新名', nameEn: 'New name', visitDays: 60 };
    const change = (version: number, more: object = {}) =>
      give(saveRegister as never, office, { ...form, ...lists, version, ...more });
    expect(await refusalOf(change(1, { grades: 'BLUE | 蓝' }))).toBe('invalid registers.refused.listedInUse');
    expect(await refusalOf(change(1, { kind: 'vehicles' }))).toBe('invalid registers.refused.kindKept');
    await change(1, { grades: 'RED | 重大\nBLUE | 蓝' });
    expect(await refusalOf(change(1))).toMatch(/^conflict (registers\.refused\.registerMoved|movedByYou)$/);
    const { nameZh, visitDays, sourceCode, lists: kept } = await held(code);
    expect([nameZh, visitDays, kept.grades[0]?.nameZh]).toEqual(['演示新名', 60, '重大']);
    const [source] = await sql`select title, reliability from source where code = ${sourceCode}`;
    expect(source).toMatchObject({ title: `台账：演示台账${code.replace('REG-', '')}`, reliability: 'reported' });
  });
});

describe('an entry', () => {
  test('is added and changed by the office alone, on what was shown, and the trail says what became what', async () => {
    const code = await register();
    for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role))])
      if (!may(who.role, 'registerEntry.save'))
        expect(await refusalOf(save(code, 'DEMO0001', {}, who)), who.role).toBe('forbidden command');
    await save(code, 'DEMO0001');
    expect(await refusalOf(save(code, 'DEMO0001'))).toBe('conflict registers.refused.identifierTaken');
    expect(await refusalOf(save(code, 'DEMO0002', { version: 1 }))).toBe('notFound registers.refused.noEntry');
    await save(code, 'DEMO0001', { version: 1, from: '2026-05-01', grade: 'BLUE', reason: '复评降级' });
    expect(await lastChanges()).toMatchObject({
      command: 'registerEntry.save',
      changes: [
        {
          subject: `registerEntry/${code}/DEMO0001`,
          before: { entryGrade: 'RED' },
          after: { entryGrade: 'BLUE', holdsFrom: '2026-05-01', reason: '复评降级' },
        },
      ],
    });
    expect(await refusalOf(save(code, 'DEMO0001', { version: 1, grade: '' }))).toMatch(
      /^conflict (registers\.refused\.entryMoved|movedByYou)$/,
    );
    expect(await refusalOf(save(code, 'DEMO0001', { version: 2, from: '2026-05-02', grade: 'BLUE' }))).toBe(
      'conflict registers.refused.nothingChanged',
    );
  });

  test('is refused with all its faults at once', async () => {
    const code = await register();
    const wrong = {
      from: '2026-06-11',
      state: 'left',
      field: 'F9',
      grade: 'GREY',
      group: 'G9',
      bureau: 'NONE',
      street: 'NIL',
    };
    const faults = await save(code, 'DEMO0001', wrong).then(
      () => [],
      (error) => error.faults,
    );
    expect(faults.map(({ field, key }: { field: string; key: string }) => `${field} ${key.split('.').at(-1)}`)).toEqual(
      [
        ...['field notListed', 'grade notListed', 'group notListed', 'bureau noUnit', 'street noUnit'],
        ...['from dayToCome', 'state newIsJoined'],
      ],
    );
  });

  test('changed from a past day holds until the next change, and is told as late', async () => {
    const code = await register();
    await save(code, 'DEMO0001', { from: '2026-01-01' });
    await save(code, 'DEMO0001', { version: 1, from: '2026-05-01', grade: 'BLUE' });
    await save(code, 'DEMO0001', { version: 2, from: '2026-02-01', grade: '', field: 'F2', reason: '补记' });
    const at = async (day: string) => {
      const [line] = await entryLines(office, await held(code), { ...any, day }, { most: 9 });
      return line && `${line.field} ${line.grade}`;
    };
    expect([await at('2025-12-31'), await at('2026-01-31'), await at('2026-02-01'), await at('2026-05-01')]).toEqual([
      ...[undefined, 'F1 RED', 'F2 ', 'F2 BLUE'],
    ]);
    const view = await entryView(office, await held(code), { identifier: 'DEMO0001', day: '2026-06-10' });
    const third = view?.history.filter(({ step }) => step === 3);
    expect(third).toMatchObject([
      { field: 'field', before: 'F1', value: 'F2', isLate: true, reason: '补记', by: 'office' },
      { field: 'grade', before: 'RED', value: '', isLate: true },
    ]);
  });

  test('that left is counted no more from its day on, and its history stays', async () => {
    const code = await register();
    await save(code, 'DEMO0001');
    await save(code, 'DEMO0001', { version: 1, from: '2026-04-01', state: 'left', reason: '注销' });
    const counted = async (day: string) =>
      (await countCells(office, code, day)).reduce((sum, { count }) => sum + count, 0);
    expect([await counted('2026-03-31'), await counted('2026-04-01')]).toEqual([1, 0]);
    expect(await entryView(office, await held(code), { identifier: 'DEMO0001', day: '2026-06-10' })).toMatchObject({
      state: 'left',
      version: 2,
    });
  });
});

describe('a visit', () => {
  test('is recorded by the office, and by the street or bureau of the entry for whom the page was made', async () => {
    const code = await register();
    await save(code, 'DEMO0001', { street: 'YI', bureau: 'JIA' });
    const visit = (who: Principal, more: object = {}) =>
      give(recordVisit as never, who, {
        ...{ register: code, identifier: 'DEMO0001', version: 1, unit: who.unitCode ?? '', day: '2026-06-01' },
        ...{ note: '现场看过', ...more },
      });
    for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role))])
      if (!may(who.role, 'registerEntry.visit'))
        expect(await refusalOf(visit(who)), who.role).toBe('forbidden command');
    expect(await refusalOf(visit(jia, { unit: 'YI' }))).toBe('forbidden registers.refused.otherUnit');
    expect(await refusalOf(visit(jia, { day: '2026-06-11' }))).toBe('invalid registers.refused.dayToCome');
    expect(await refusalOf(visit(jia, { day: '2026-02-01' }))).toBe('invalid registers.refused.notThere');
    await visit(jia);
    expect(await refusalOf(visit(yi))).toMatch(/^conflict registers\.refused\.entryMoved$/);
    expect(await refusalOf(visit(yi, { version: 2 }))).toBe('conflict registers.refused.visitedThen');
    await visit(yi, { version: 2, day: '2026-05-01' });
    const [line] = await entryLines(office, await held(code), any, { most: 9 });
    expect(line?.visit).toBe('2026-06-01');
    await save(code, 'DEMO0002', { street: 'JIA' });
    expect(await refusalOf(visit(yi, { identifier: 'DEMO0002' }))).toBe('notFound registers.refused.noEntry');
    const none = await register({ visitDays: 0 });
    await save(none, 'DEMO0001');
    expect(await refusalOf(visit(office, { register: none }))).toBe('conflict registers.refused.noVisits');
  });
});

test('a unit finds no entry of another in any list, count, page or choice', async () => {
  const code = await register();
  await save(code, 'DEMO0001', { street: 'JIA' });
  await save(code, 'DEMO0002', { street: 'YI', bureau: '' });
  await save(code, 'DEMO0003', { street: '', bureau: 'YI' });
  // It was JIA's until April.
  await save(code, 'DEMO0004', { street: 'JIA' });
  await save(code, 'DEMO0004', { version: 1, from: '2026-04-01', street: 'YI' });
  const of = await held(code);
  const seen = async (who: Principal, day = any.day) =>
    (await entryLines(who, of, { ...any, day }, { most: 9 })).map(({ identifier }) => identifier.slice(-1)).join('');
  expect([await seen(office), await seen(jia), await seen(yi), await seen(jia, '2026-03-31')]).toEqual([
    ...['1234', '1', '234', '14'],
  ]);
  expect((await entryPage(jia, of, any, 1)).total).toBe(1);
  expect((await countCells(jia, code, any.day)).map(({ count }) => count)).toEqual([1]);
  expect((await blindTables(jia, of, any.day)).all).toMatchObject({ entries: 1, noBureau: 1 });
  expect(await entryView(jia, of, { identifier: 'DEMO0002', day: any.day })).toBeNull();
  expect(await entryView(jia, of, { identifier: 'DEMO0004', day: any.day })).toBeNull();
  // What it was is told to whom it was, and nothing of what came later.
  const then = await entryView(jia, of, { identifier: 'DEMO0004', day: '2026-03-31' });
  expect(then?.history.map(({ step }) => step)).toEqual(then?.history.map(() => 1));
  expect(await unitsInRegister(jia, code, any.day)).toMatchObject({ streets: [{ code: 'JIA' }], bureaus: [] });
  for (const who of [anonymousPrincipal(), person('departmentReviewer'), person('administrator')]) {
    expect(await registerOf(who, code), who.role).toBeNull();
    expect(await registerList(who), who.role).toEqual([]);
    expect(await seen(who), who.role).toBe('');
    expect(await countCells(who, code, any.day), who.role).toEqual([]);
    expect(await comparedRows(who, of, '2026-M05'), who.role).toEqual([]);
  }
  expect(await comparedRows(jia, of, '2026-M05')).toEqual([]);
  expect(await countLinks(jia, code)).toEqual([]);
});

test('counts by hand: fields by grades, with what says nothing', async () => {
  const code = await register();
  const given = ['F1 RED', 'F1 RED', 'F1 BLUE', 'F2 BLUE', 'F2 ', ' '];
  for (const [at, said] of given.entries()) {
    const [field, grade] = said.split(' ');
    await save(code, `DEMO000${at}`, { field, grade });
  }
  const cells = await countCells(office, code, any.day);
  const table = crossTable(cells, {
    row: 'field',
    rows: ['F1', 'F2', ''],
    column: 'grade',
    columns: ['RED', 'BLUE', ''],
  });
  expect(table).toEqual({
    rows: [
      { code: 'F1', counts: [2, 1, 0], total: 3 },
      { code: 'F2', counts: [0, 1, 1], total: 2 },
      { code: '', counts: [0, 0, 1], total: 1 },
    ],
    totals: [2, 2, 2],
    total: 6,
  });
});

test('an entry cannot leave before it joined, and a day before it shows nothing of it', async () => {
  const code = await register();
  await save(code, 'DEMO0001');
  expect(await refusalOf(save(code, 'DEMO0001', { version: 1, from: '2026-02-28', state: 'left' }))).toBe(
    'invalid registers.refused.newIsJoined',
  );
  // A visit from before it was in this register, as an import may bring it.
  await sql`insert into register_change (register_code, identifier, step, field, holds_from, value, before, reason, actor, at)
    values (${code}, 'DEMO0001', 2, 'visit', '2026-02-01', '2026-02-01', '', '导入', 't', now())`;
  const view = async (day: string) => entryView(office, await held(code), { identifier: 'DEMO0001', day });
  expect(await view('2026-02-15')).toBeNull();
  expect(await view('2026-03-01')).toMatchObject({ state: 'joined', since: '2026-03-01' });
});

test('a plate is found with its dot, in small or full-width letters', async () => {
  const code = await register({ kind: 'vehicles' });
  await save(code, '京A12345');
  for (const text of ['京A·12345', '京a12', 'Ａ１２３', '某厂', 'A_2', '·'])
    expect([text, (await entryLines(office, await held(code), { ...any, text }, { most: 9 })).length]).toEqual([
      text,
      text === 'A_2' || text === '·' ? 0 : 1,
    ]);
});
