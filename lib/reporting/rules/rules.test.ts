import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { loadDataset } from '@/lib/cli/load-dataset';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';
import { inFloors } from '@/lib/testing/floor';
import { changeRule } from './change-rule';
import { createRule } from './create-rule';
import { dryRun } from './dry-run/queries';
import { checkContext, ruleHistory, ruleList } from './queries';
import { CheckRule, type CheckRuleInput } from './rule';

checkSettings();
const { sql, database } = await testDatabase();

let office: Principal;
let reporter: Principal;
let auditor: Principal;

beforeAll(async () => {
  await loadDataset(database);
  await fictionalUnits(database);
  const signedIn = async (role: 'assessmentOffice' | 'reporter' | 'auditor') => {
    const user = await account(database, { username: freshName(), role });
    const browser = new Browser();
    await browser.signIn(user.username, user.password);
    return browser.principal();
  };
  office = await signedIn('assessmentOffice');
  reporter = await signedIn('reporter');
  auditor = await signedIn('auditor');
});

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: unknown,
  principal = office,
) => perform(command, principal, input, { now: new Date() });

let made = 0;
const draft = (more: Partial<CheckRuleInput> = {}) => {
  made += 1;
  return {
    code: `T-${made}`,
    validFrom: '2026-01-01',
    kind: 'range',
    severity: 'query',
    indicatorCodes: ['DEMO'],
    parameters: { max: '100' },
    messageZh: '',
    messageEn: '',
    isActive: true,
    ...more,
  };
};
const events = async () => (await sql`select count(*)::int as n from audit_event`)[0]?.n;

describe('adding and changing', () => {
  test('leaves one event each, with the values before and after', async () => {
    const rule = draft();
    const before = await events();
    await act(createRule, { rule });
    await act(changeRule, { follows: '2026-01-01', rule: { ...rule, validFrom: '2026-07-01', isActive: false } });
    expect(await events()).toBe(before + 2);
    const told = await sql`select command, actor, changes from audit_event order by seq desc limit 2`;
    expect(told.map(({ command, actor }) => [command, actor])).toEqual([
      ['rule.change', office.userId],
      ['rule.create', office.userId],
    ]);
    expect(told[0]?.changes).toContain(`rule/${rule.code}`);
    expect(told[0]?.changes).toContain('"isActive":false');
    expect((await ruleHistory(reporter, rule.code)).map((row) => [row.rule.validFrom, row.rule.isActive])).toEqual([
      ['2026-07-01', false],
      ['2026-01-01', true],
    ]);
  });

  test('without a difference leaves no event', async () => {
    const rule = draft();
    await act(createRule, { rule });
    const before = await events();
    await act(changeRule, { follows: '2026-01-01', rule: { ...rule, validFrom: '2026-07-01' } });
    expect(await events()).toBe(before);
  });

  test.each<[string, Partial<CheckRuleInput>, string]>([
    ['an unknown indicator', { indicatorCodes: ['NOPE'] }, 'invalid rules.refusals.unknownIndicator'],
    [
      'an unreadable formula',
      { kind: 'formula', parameters: { expression: 'DEMO <' } } as never,
      'invalid rules.refusals.expression',
    ],
    [
      'a formula of an unknown indicator',
      { kind: 'formula', parameters: { expression: 'NOPE > 1' } } as never,
      'invalid rules.refusals.unknownIndicator',
    ],
    [
      'a whole that is its own part',
      { kind: 'sumOfParts', parameters: { whole: 'DEMO', parts: ['DEMO'] } } as never,
      'invalid input',
    ],
    ['parameters of another kind', { parameters: { percent: 5 } } as never, 'invalid input'],
    ['no limit at all', { parameters: {} } as never, 'invalid input'],
    ['an unknown key', { version: 7 } as never, 'invalid input'],
  ])('%s is refused', async (_name, more, refusal) => {
    expect(await refusalOf(act(createRule, { rule: draft(more) }))).toBe(refusal);
  });

  test('of a code that is taken is refused, also for the slower of two', async () => {
    const rule = draft();
    const both = await Promise.all(
      [1, 2].map((day) => refusalOf(act(createRule, { rule: { ...rule, validFrom: `2026-01-0${day}` } }))),
    );
    expect(both.sort()).toEqual(['conflict rules.refusals.codeTaken', null].sort());
  });

  test('of a changed rule, to an earlier day, to another kind or without a difference is refused', async () => {
    const rule = draft();
    await act(createRule, { rule });
    const change = (follows: string, more: object) =>
      refusalOf(act(changeRule, { follows, rule: { ...rule, ...more } }));
    const stricter = { parameters: { max: '90' } };
    expect(await change('2026-01-01', { ...stricter, validFrom: '2026-01-01' })).toBe(
      'invalid rules.refusals.notLater',
    );
    expect(await change('2026-01-01', { kind: 'decimals', parameters: {}, validFrom: '2026-07-01' })).toBe(
      'invalid rules.refusals.otherKind',
    );
    expect(await change('2026-01-01', { ...stricter, code: 'T-NONE' })).toBe('notFound rules.refusals.noRule');
    await act(changeRule, { follows: '2026-01-01', rule: { ...rule, ...stricter, validFrom: '2026-07-01' } });
    expect(await change('2026-01-01', { ...stricter, validFrom: '2026-08-01' })).toBe('conflict movedByYou');
  });

  test('is refused for other roles than the office', async () => {
    const rule = draft();
    for (const other of [reporter, auditor, anonymousPrincipal()]) {
      expect(await refusalOf(act(createRule, { rule }, other))).toBe('forbidden command');
      expect(await refusalOf(act(changeRule, { follows: '2026-01-01', rule }, other))).toBe('forbidden command');
    }
  });
});

describe('reading', () => {
  test('returns the starter rules, and none for a visitor', async () => {
    expect((await ruleList(reporter)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['JUMP-YEAR', 'PEERS', 'UNIT-SLIP']),
    );
    expect(await ruleList(anonymousPrincipal())).toEqual([]);
    expect(await ruleHistory(anonymousPrincipal(), 'PEERS')).toEqual([]);
  });

  test('gives the checks the figures before, a year earlier, and of the indicators that rules compare', async () => {
    const [row] = await sql`select o.org_unit_code as unit, o.value::text from observation o
      join observation e on e.indicator_code = o.indicator_code and e.org_unit_code = o.org_unit_code and e.period_code = '2021'
      where o.period_code = '2022' and o.indicator_code = 'GDP' and e.qualifier = 'exact' and o.qualifier = 'exact' limit 1`;
    const unitCode = `${row?.unit}`;
    const context = await checkContext(office, { unitCode, items: [{ indicatorCode: 'GDP', periodCode: '2022' }] });
    expect(context.known).toMatchObject({ 'GDP 2022': row?.value, 'GDP 2021': expect.any(String) });
    expect(context.rules.map(({ code }) => code)).not.toContain('T-1');
    expect(context.rules.length).toBeGreaterThan(5);
  });

  test('gives the peers’ median and spread from five peers on', async () => {
    const items = [{ indicatorCode: 'DEMO', periodCode: '2026-M10' }];
    const place = { kind: 'county', initials: '', name_en: 'Unit', sort_order: 9100 };
    await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order) values ('DEMO', '演示', 'Demo', '', '', 99)`;
    await sql`insert into period (code, kind, year, sort_key) values ('2026-M10', 'month', 2026, 2431800), ('2026-M09', 'month', 2026, 2431700) on conflict do nothing`;
    const write = async (unit: string, now: string, then: string) => {
      await sql`insert into org_unit ${sql({ ...place, code: unit, name_zh: `演示${unit}` })} on conflict do nothing`;
      await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values ('DEMO', ${unit}, '2020-01-01')`;
      for (const [period, value] of [
        ['2026-M10', now],
        ['2026-M09', then],
      ]) {
        await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
          values ('DEMO', ${unit}, ${`${period}`}, ${`${value}`}::numeric, 0, 'exact', '', 'flash', '', (select code from source limit 1), '', '', '', 1, 't', now())`;
      }
    };
    for (const [at, now] of ['101', '102', '103', '104'].entries()) await write(`P${at}`, now, '100');
    await write('JIA', '500', '100');
    const askContext = () => checkContext(reporter, { unitCode: 'JIA', items });
    expect((await askContext()).peers).toEqual({});
    await write('P4', '110', '100');
    const { peers } = await askContext();
    expect(peers['DEMO 2026-M10']?.count).toBe(5);
    expect(peers['DEMO 2026-M10']?.median).toBeCloseTo(3);
    expect(peers['DEMO 2026-M10']?.deviation).toBeCloseTo(1);
    // Without a base there is no change, and zero is no base.
    await write('P5', '110', '0');
    expect((await askContext()).peers['DEMO 2026-M10']?.count).toBe(5);
    expect(
      (await checkContext(anonymousPrincipal({ publicReading: false }), { unitCode: 'JIA', items })).peers,
    ).toEqual({});
    expect(
      (await checkContext(anonymousPrincipal({ publicReading: false }), { unitCode: 'JIA', items })).known,
    ).toEqual({});
  });

  test('takes little time for a hundred figures with their past', async () => {
    const rows = await sql`select distinct indicator_code as code from observation limit 100`;
    const items = rows.map(({ code }) => ({ indicatorCode: `${code}`, periodCode: '2022' }));
    await checkContext(office, { unitCode: '320671', items });
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      times.push((await inFloors(() => checkContext(office, { unitCode: '320671', items }))).floors);
    }
    expect(Math.min(...times)).toBeLessThan(3);
  });
});

describe('the dry run', () => {
  const rule = (more: object) => CheckRule.parse({ ...draft(), indicatorCodes: null, ...more });

  test('counts the past figures with findings, and writes nothing', async () => {
    const before = await events();
    const tried = await dryRun(office, rule({ kind: 'jumpYear', parameters: { percent: 10 } }));
    expect(tried.tried).toBeGreaterThan(300);
    expect(tried.found).toBeGreaterThan(5);
    expect(tried.lines.length).toBe(Math.min(50, tried.found));
    expect(tried.lines[0]).toMatchObject({ finding: { key: 'jumpYear' }, unit: { nameZh: expect.any(String) } });
    expect(tried.isCut).toBe(false);
    expect(await events()).toBe(before);
  });

  test('works for rules of peers, and for one indicator alone', async () => {
    const peers = await dryRun(
      office,
      rule({ kind: 'peerOutlier', parameters: { deviations: 1 }, indicatorCodes: ['DEMO'] }),
    );
    expect(peers.lines.map(({ unit }) => unit.code)).toContain('JIA');
    expect(peers.lines.every(({ indicator }) => indicator.code === 'DEMO')).toBe(true);
  });

  test('is for principals who write rules', async () => {
    expect((await dryRun(reporter, rule({}))).tried).toBe(0);
  });
});
