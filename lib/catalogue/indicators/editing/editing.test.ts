import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { noCaller } from '@/lib/access/caller';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { createIndicator } from '@/lib/catalogue/indicators/editing/create-indicator';
import { defineIndicator } from '@/lib/catalogue/indicators/editing/define-indicator';
import { deleteIndicator } from '@/lib/catalogue/indicators/editing/delete-indicator';
import { editIndicator } from '@/lib/catalogue/indicators/editing/edit-indicator';
import { indicatorToEdit } from '@/lib/catalogue/indicators/editing/queries';
import { retireIndicator } from '@/lib/catalogue/indicators/editing/retire-indicator';
import { indicatorPage } from '@/lib/catalogue/indicators/queries';
import { changesOf } from '@/lib/catalogue/proposals/decide/kinds';
import { settings } from '@/lib/settings';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { copyIndicator } from '@/lib/testing/copied-indicator';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');
const now = new Date('2026-06-15T04:00:00Z');
const today = '2026-06-15';

beforeAll(() => fictionalIndicators(database));

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: unknown,
  principal = office,
) => perform(command, principal, input, { now, database });

let made = 0;
const fields = (more: object = {}) => {
  made += 1;
  return {
    ...{ topicCode: 'DEMO', nameZh: `新指标${made}`, nameEn: '', unitZh: '家', unitEn: '', decimals: 0 },
    ...{ measure: 'amount', direction: 'higher', basis: 'current', frequency: 'monthly', growthOf: '' },
    ...{ responsibleZh: '演示部门', assistingZh: '', contact: '', aliases: [] as string[] },
    ...more,
  };
};
const definition = {
  validFrom: '2020-01-01',
  definitionZh: '原先的定义',
  definitionEn: '',
  formulaZh: '',
  formulaEn: '',
};
const create = (more: object = {}) => act(createIndicator, { newCode: '', ...fields(more), ...definition, ...more });
const held = async (code: string) => {
  const one = await indicatorToEdit(office, code);
  if (!one) throw new Error(`no ${code}`);
  return one;
};
const asTyped = async (code: string, more: object = {}) => {
  const one = await held(code);
  const names = Object.keys(fields()) as (keyof typeof one)[];
  const typed = Object.fromEntries(names.map((name) => [name, one[name] ?? '']));
  return { ...typed, code, version: one.version, newCode: '', ...more };
};
const lastChange = async (subject: string) => {
  const [row] = await sql`select command, changes from audit_event
    where changes like ${`%"${subject}"%`} order by seq desc limit 1`;
  return { command: row?.command, ...JSON.parse(row?.changes ?? '[{}]')[0] };
};

describe('creating', () => {
  test('gives a code by the initials, English words of others, a first definition that is no break, and an event', async () => {
    const code = await create({ nameZh: '重点项目数', assistingZh: '演示二部、 演示部门', aliases: ['项目数'] });
    expect(code).toBe('ZDXMS');
    expect(await create({ nameZh: '重点项目署' })).toBe('ZDXMS-2');
    expect(await held(code)).toMatchObject({
      ...{ nameEn: '重点项目数', unitEn: 'firms', assistingZh: '演示二部、演示部门', aliases: ['项目数'] },
      definitions: [{ validFrom: '2020-01-01', definitionEn: '原先的定义', isBreak: false }],
    });
    expect(await lastChange(`indicator/${code}`)).toMatchObject({ command: 'indicator.create', before: null });
    const page = await indicatorPage(office, code);
    expect(page?.indicator).toMatchObject({ redefined: [], assistingEn: 'Other department, Demonstration department' });
  });

  test.each([
    ['a taken code', { newCode: 'demo' }, 'conflict catalogue.refused.codeTaken'],
    ['a code that formulas cannot name', { newCode: '5 X' }, 'invalid input'],
    ['a name of another', { nameZh: '演示指标' }, 'conflict catalogue.refused.nameTaken'],
    ['an alias that is the code of another', { aliases: ['ＤＥＭＯ'] }, 'conflict catalogue.refused.aliasTaken'],
    ['an alias that is the name of another', { aliases: ['演示指标二'] }, 'conflict catalogue.refused.aliasTaken'],
    ['an unknown topic', { topicCode: 'NONE' }, 'invalid catalogue.refused.noTopic'],
    [
      'an unknown base of its growth',
      { measure: 'rate', growthOf: '无此' },
      'invalid catalogue.refused.noSuchIndicator',
    ],
    ['a growth that is no rate', { growthOf: 'DEMO' }, 'invalid catalogue.refused.growthOfWhat'],
    ['no decimals', { decimals: null }, 'invalid input'],
    ['an impossible day', { validFrom: '2020-02-30' }, 'invalid input'],
  ])('refuses %s', async (_, more, refused) => {
    expect(await refusalOf(create(more))).toBe(refused);
  });

  test('refuses a code that another has in other letters', async () => {
    await copyIndicator(sql, 'DEMO', { code: 'demo-small', name_zh: '小写代码' });
    expect(await refusalOf(create({ newCode: 'Demo-Small' }))).toBe('conflict catalogue.refused.codeTaken');
    await sql`delete from indicator where code = 'demo-small'`;
  });

  test('names each faulty field', async () => {
    const refusal = await create({ nameZh: '', unitZh: '', responsibleZh: '' }).catch((error) => error);
    expect(refusal.faults.map(({ field }: { field: string }) => field)).toEqual(['nameZh', 'unitZh', 'responsibleZh']);
  });

  test('stores hostile text as text', async () => {
    const hostile = `<script>alert('1')</script>; drop table "x"`;
    const code = await create({ newCode: 'HOSTILE', nameZh: hostile, contact: hostile, definitionZh: hostile });
    expect(await held(code)).toMatchObject({ nameZh: hostile, contact: hostile });
    expect((await indicatorPage(office, code))?.definitions[0]?.definitionZh).toBe(hostile);
  });
});

describe('who may', () => {
  test.each(['reporter', 'unitReviewer', 'departmentReviewer', 'leader', 'administrator', 'auditor'] as const)(
    '%s may none of it, and reads none of the forms',
    async (role) => {
      const principal = person(role);
      for (const command of [createIndicator, editIndicator, defineIndicator, retireIndicator, deleteIndicator])
        expect(await refusalOf(act(command as never, {}, principal))).toBe('forbidden command');
      expect(await indicatorToEdit(principal, 'DEMO')).toBeNull();
    },
  );

  test('visitors do not read whom to ask', async () => {
    const code = await create({ contact: '王科长 8600' });
    expect((await indicatorPage(office, code))?.indicator.contact).toBe('王科长 8600');
    expect((await indicatorPage(anonymousPrincipal(), code))?.indicator.contact).toBe('');
  });
});

describe('editing', () => {
  test('records what changed alone, and refuses what was read before', async () => {
    const code = await create();
    const asked = await asTyped(code, { responsibleZh: '演示二部', aliases: ['别名甲'] });
    await act(editIndicator, asked);
    expect(await lastChange(`indicator/${code}`)).toEqual({
      command: 'indicator.edit',
      subject: `indicator/${code}`,
      before: { responsibleZh: '演示部门', responsibleEn: 'Demonstration department', aliases: [] },
      after: { responsibleZh: '演示二部', responsibleEn: 'Other department', aliases: ['别名甲'] },
    });
    expect(await refusalOf(act(editIndicator, asked))).toBe('conflict movedByYou');
    const other = person('assessmentOffice', { userId: 'other' });
    expect(await refusalOf(act(editIndicator, asked, other))).toBe('conflict catalogue.refused.moved');
  });

  test('changes the code until something uses it', async () => {
    const code = await create({ aliases: ['将改代码'] });
    expect(await refusalOf(act(editIndicator, await asTyped(code, { newCode: 'DEMO' })))).toBe(
      'conflict catalogue.refused.codeTaken',
    );
    expect(await act(editIndicator, await asTyped(code, { newCode: 'given' }))).toBe('GIVEN');
    expect(await indicatorToEdit(office, code)).toBeNull();
    expect(await held('GIVEN')).toMatchObject({ aliases: ['将改代码'], definitions: [{ validFrom: '2020-01-01' }] });
    await create({ measure: 'rate', growthOf: 'GIVEN' });
    expect(await refusalOf(act(editIndicator, await asTyped('GIVEN', { newCode: 'AGAIN' })))).toBe(
      'conflict catalogue.refused.codeUsed',
    );
  });

  test('what figures mean stays once there is one; its name, topic and departments may change', async () => {
    const code = await create();
    await act(editIndicator, await asTyped(code, { unitZh: '户', decimals: 1 }));
    await submittedReturns(database, { period: '2026-M01', figures: [{ indicatorCode: code }] });
    const changed = [
      { unitZh: '家' },
      { decimals: 0 },
      { measure: 'rate' },
      { basis: 'yearToDate' },
      { direction: 'lower' },
    ];
    for (const more of changed) {
      const refusal = await act(editIndicator, await asTyped(code, more)).catch((error) => error);
      expect(refusal).toMatchObject({ key: 'catalogue.refused.fixed', details: { field: Object.keys(more)[0] } });
    }
    await act(editIndicator, await asTyped(code, { nameZh: '改了名', unitEn: 'households', frequency: 'yearly' }));
    expect(await held(code)).toMatchObject({ nameZh: '改了名', unitEn: 'households', unitZh: '户', decimals: 1 });
  });
});

describe('deleting', () => {
  test('takes an unused one away with its definitions and aliases, and leaves an event', async () => {
    const code = await create({ aliases: ['将删'] });
    const { version } = await held(code);
    expect(await refusalOf(act(deleteIndicator, { code, version: version + 1 }))).toBe('conflict movedByYou');
    await act(deleteIndicator, { code, version });
    expect(await indicatorToEdit(office, code)).toBeNull();
    expect(await lastChange(`indicator/${code}`)).toMatchObject({ command: 'indicator.delete', after: null });
  });

  test('says what uses the others', async () => {
    const code = await create();
    const growth = await create({ measure: 'rate', growthOf: code });
    await submittedReturns(database, { period: '2026-M02', figures: [{ indicatorCode: growth }] });
    const usesOf = async (of: string) => {
      const refusal = await act(deleteIndicator, { code: of, version: 1 }).catch((error) => error);
      expect(refusal.key).toBe('catalogue.refused.used');
      return refusal.details;
    };
    expect(await usesOf(code)).toMatchObject({ figures: 0, collections: 0, indicators: 1 });
    expect(await usesOf(growth)).toMatchObject({ figures: 1, collections: 1, indicators: 0 });
  });

  test('a rule that names it in a formula keeps it, a longer code in one does not', async () => {
    const code = await create({ newCode: 'SHORT' });
    const rule = (text: string, codes: string | null) => sql`insert into check_rule (code, valid_from, kind, severity,
      indicator_codes, parameters, message_zh, message_en, is_active, created_by, created_at)
      values (${text}, '2026-01-01', 'range', 'query', ${codes}::text::jsonb, ${JSON.stringify({ expression: text })}::text::jsonb, '', '',
        true, 'x', now())`;
    await rule('SHORT_MORE > 1', null);
    expect((await held(code)).uses.rules).toBe(0);
    await rule('2*SHORT > 1', null);
    await rule('DEMO > 1', '["SHORT"]');
    expect((await held(code)).uses.rules).toBe(2);
  });
});

describe('defining', () => {
  const define = async (code: string, more: object = {}, principal = office) =>
    act(
      defineIndicator,
      {
        ...{ code, version: (await held(code)).version, ...definition, definitionZh: '新的定义' },
        ...{ validFrom: today, isBreak: true, reason: '制度修订', ...more },
      },
      principal,
    );

  test('from today it holds at once; only a change of scope is a break', async () => {
    const code = await create();
    expect(await define(code, { validFrom: '2026-07-01', isBreak: false })).toEqual({ state: 'done' });
    expect((await indicatorPage(office, code))?.indicator.redefined).toEqual([]);
    await define(code, { validFrom: '2027-01-01' });
    expect((await indicatorPage(office, code))?.indicator.redefined).toEqual(['2027-01-01']);
    expect(await lastChange(`indicator/${code}`)).toMatchObject({
      command: 'indicator.define',
      after: { validFrom: '2027-01-01', isBreak: true, reason: '制度修订' },
    });
    const page = await indicatorPage(anonymousPrincipal(), code);
    expect(page?.definitions.map(({ reason }) => reason)).toEqual(['制度修订', '制度修订', '']);
  });

  test('one that has not begun may be replaced, one in force never', async () => {
    const code = await create();
    await define(code, { validFrom: '2027-01-01' });
    await define(code, { validFrom: '2027-01-01', definitionZh: '再改' });
    expect((await held(code)).definitions.map((one) => one.definitionZh)).toEqual(['再改', '原先的定义']);
    expect(await refusalOf(define(code, { validFrom: '2020-01-01' }))).toBe(
      'conflict catalogue.refused.definitionInForce',
    );
  });

  test('one before the first of all makes that one the break', async () => {
    const code = await create();
    await define(code, { validFrom: '2015-01-01', isBreak: true });
    expect((await indicatorPage(office, code))?.indicator.redefined).toEqual(['2020-01-01']);
  });

  test('into the past of figures it waits for a second person', async () => {
    const code = await create();
    await submittedReturns(database, { period: '2026-M03', figures: [{ indicatorCode: code }] });
    const outcome = await define(code, { validFrom: '2026-01-01' });
    expect(outcome).toMatchObject({ state: 'waiting' });
    expect(await held(code)).toMatchObject({ waiting: 1, definitions: [{ validFrom: '2020-01-01' }] });
    const [row] =
      await sql`select kind, state, subject, input, was, reason from proposal where subject = ${`indicator/${code}`}`;
    expect(row).toMatchObject({ kind: 'indicator.define', state: 'waiting', reason: '制度修订' });
    expect(row?.was).toMatchObject({ definitionZh: '原先的定义', formulaZh: '' });
    await database.transaction((tx) =>
      changesOf({ tx, principal: office, caller: noCaller, policy: settings(), now }, 'indicator.define', row?.input),
    );
    expect((await indicatorPage(office, code))?.indicator.redefined).toEqual(['2026-01-01']);
  });

  test('what the form showed before is refused, and so is one without an answer whether it compares', async () => {
    const code = await create();
    expect(await refusalOf(define(code, { version: 0 }))).toBe('conflict movedByYou');
    expect(await refusalOf(define(code, { isBreak: null }))).toBe('invalid input');
    expect(await refusalOf(define(code, { reason: '' }))).toBe('invalid input');
  });
});

describe('retiring', () => {
  const retire = async (code: string, more: object = {}) =>
    act(retireIndicator, {
      ...{ code, version: (await held(code)).version, retiredOn: '2026-12-31', replacedBy: '', reason: '不再统计' },
      ...more,
    });

  test('from today it holds at once, with its successor by name; and it is taken back', async () => {
    const [code, next] = [await create(), await create({ nameZh: '接替的指标' })];
    expect(await retire(code, { replacedBy: '接替的指标' })).toEqual({ state: 'done' });
    expect(await indicatorPage(office, code)).toMatchObject({
      indicator: { retiredOn: '2026-12-31' },
      replacedBy: { code: next },
    });
    expect((await indicatorPage(office, next))?.replaces).toMatchObject([{ code }]);
    expect(await lastChange(`indicator/${code}`)).toMatchObject({
      command: 'indicator.retire',
      before: { retiredOn: null, replacedBy: null },
      after: { retiredOn: '2026-12-31', replacedBy: next, reason: '不再统计' },
    });
    expect(await retire(code, { retiredOn: null })).toEqual({ state: 'done' });
    expect((await held(code)).retiredOn).toBeNull();
  });

  test('into the past it waits for a second person', async () => {
    const code = await create();
    expect(await retire(code, { retiredOn: '2025-12-31' })).toMatchObject({ state: 'waiting' });
    expect((await held(code)).retiredOn).toBeNull();
    const [row] = await sql`select was from proposal where subject = ${`indicator/${code}`}`;
    expect(row?.was).toEqual({ retiredOn: null, replacedBy: '' });
  });

  test('its successor is another one, still in use then', async () => {
    const [code, gone] = [await create(), await create()];
    await retire(gone, { retiredOn: today });
    for (const replacedBy of [code, gone])
      expect(await refusalOf(retire(code, { replacedBy }))).toBe('invalid catalogue.refused.successorRetired');
    expect(await refusalOf(retire(code, { replacedBy: '演示指标三四' }))).toBe(
      'invalid catalogue.refused.noSuchIndicator',
    );
    expect(await refusalOf(retire(code, { retiredOn: null }))).toBe('conflict catalogue.refused.nothingChanges');
    expect(await refusalOf(retire(code, { version: 0 }))).toBe('conflict movedByYou');
  });

  test('a collection of a later period refuses it, one of its own time does not', async () => {
    const code = await create();
    await retire(code, { retiredOn: today });
    expect(
      await refusalOf(submittedReturns(database, { period: '2026-M07', figures: [{ indicatorCode: code }] })),
    ).toBe('invalid catalogue.refused.retiredIndicator');
    await submittedReturns(database, { period: '2026-M06', figures: [{ indicatorCode: code }] });
  });
});
