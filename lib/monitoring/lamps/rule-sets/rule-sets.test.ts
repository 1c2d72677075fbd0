import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { adoptRuleSet } from '@/lib/monitoring/lamps/rule-sets/adopt-rule-set';
import { endRuleSet } from '@/lib/monitoring/lamps/rule-sets/end-rule-set';
import { ruleSetList } from '@/lib/monitoring/lamps/rule-sets/queries';
import { readRules } from '@/lib/monitoring/lamps/rule-sets/read-rules';
import { saveRuleSet } from '@/lib/monitoring/lamps/rule-sets/save-rule-set';
import { trialOf } from '@/lib/monitoring/lamps/rule-sets/trial/queries';
import { confirmChange } from '@/lib/monitoring/targets/confirm-change';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { withdrawTarget } from '@/lib/monitoring/targets/withdraw-target';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
const give = { now, database };
const draft = {
  ...{ code: '', number: 0, version: 0, nameZh: '序时进度', group: 'DEMO', indicators: [] },
  ...{ byEarlierYears: false, rules: startingRules.bySchedule, firstMonth: '2026-01' },
};
const save = (more: object = {}, who: Principal = office) => perform(saveRuleSet, who, { ...draft, ...more }, give);
const adopt = (more: object = {}, who: Principal = other) =>
  perform(adoptRuleSet, who, { code: 'L1', number: 1, version: 1, ...more }, give);
const end = (more: object = {}, who: Principal = office) =>
  perform(
    endRuleSet,
    who,
    { code: 'L1', number: 1, version: 2, lastMonth: '2026-03', reason: '改用新办法', ...more },
    give,
  );
const codeOf = (month: number, year = 2026) => `${year}-YTD${`${month}`.padStart(2, '0')}`;
const lamps = async () =>
  (
    await sql`select org_unit_code as unit, month, version, colour, rule_set_number as number from lamp
    order by 1, 2, 3`
  ).map(({ unit, month, version, colour, number }) => `${unit} ${month}.${version} ${colour} ${number}`);
const lastTold = async (command: string) => {
  const [row] = await sql`select changes from audit_event where command = ${command} order by seq desc limit 1`;
  return JSON.parse(row?.changes ?? 'null');
};

beforeAll(async () => {
  await fictionalIndicators(database);
  const periods = [2024, 2025, 2026].flatMap((year) => Array.from({ length: 12 }, (_, at) => codeOf(at + 1, year)));
  await database.transaction((tx) => ensurePeriods(tx, [...periods, '2024', '2025']));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
  await observed([
    [codeOf(1), 10],
    [codeOf(2), 20],
    [codeOf(3), 1],
    [codeOf(4), 40],
    [codeOf(4, 2025), 12],
  ]);
});

async function observed(values: readonly (readonly [string, number])[]): Promise<void> {
  for (const [period, value] of values)
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values ('DEMO', 'JIA', ${period}, ${value}, 0, 'exact', '', 'final', '', 'S1', '', '', '', 1, 't', now())`;
}

/** No test leaves rules, targets or lamps to the next. */
beforeEach(async () => {
  await sql`alter table lamp disable trigger lamp_told_stays`;
  await sql`delete from lamp`;
  await sql`alter table lamp enable trigger lamp_told_stays`;
  await sql`delete from lamp_rule_set`;
  await sql`delete from target`;
  for (const year of [2025, 2026])
    await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
      values ('JIA', 'DEMO', ${year}, 120, '', 1, 't', now())`;
});

describe('a draft of rules', () => {
  test('lights nothing, is told in the trail, and is adopted by another person of the office', async () => {
    expect(await save()).toEqual({ code: 'L1', number: 1 });
    expect(await lastTold('lampRules.save')).toMatchObject([
      { subject: 'lampRules/L1', before: null, after: { nameZh: '序时进度', validFrom: '2026-01-01', state: 'draft' } },
    ]);
    expect(await lamps()).toEqual([]);
    expect(await refusalOf(adopt({}, office))).toBe('conflict lamps.refused.ownDraft');
    await adopt();
    expect(await lastTold('lampRules.adopt')).toMatchObject([
      { subject: 'lampRules/L1', before: { state: 'draft' }, after: { state: 'held', peerGroupCode: 'DEMO' } },
    ]);
    // 120 in equal parts: 1 of 30 in March is red, 40 in April has caught up.
    expect(await lamps()).toEqual(['JIA 1.1 green 1', 'JIA 2.1 green 1', 'JIA 3.1 yellow 1', 'JIA 4.1 green 1']);
    expect(await refusalOf(adopt({ version: 2 }))).toBe('conflict lamps.refused.noDraft');
  });

  test('that moved meanwhile is neither overwritten nor adopted', async () => {
    await save();
    await save({ code: 'L1', number: 1, version: 1, nameZh: '<b>甲</b>' }, other);
    expect(await refusalOf(save({ code: 'L1', number: 1, version: 1 }))).toBe('conflict lamps.refused.moved');
    expect(await refusalOf(adopt({}, person('assessmentOffice', { userId: 'office-3' })))).toBe(
      'conflict lamps.refused.moved',
    );
    expect((await ruleSetList(office))[0]).toMatchObject({ nameZh: '<b>甲</b>', version: 2 });
  });

  test('names what the catalogue has, and holds from this year on', async () => {
    expect(await refusalOf(save({ group: 'NONE' }))).toBe('invalid lamps.refused.noGroup');
    expect(await refusalOf(save({ indicators: ['DEMO', 'NONE'] }))).toBe('invalid lamps.refused.noIndicator');
    expect(await refusalOf(save({ firstMonth: '2025-12' }))).toBe('invalid lamps.refused.past');
    for (const wrong of [{ rules: [] }, { firstMonth: '2026-13' }, { nameZh: 'a\u0000b' }, { nameZh: ' ' }])
      expect(await refusalOf(save(wrong)), JSON.stringify(wrong)).toMatch(/^invalid input/);
    await save();
    await sql`update lamp_rule_set set valid_from = '2025-12-01'`;
    expect(await refusalOf(adopt())).toBe('conflict lamps.refused.pastDraft');
  });

  test('is read by the office, leaders and auditors alone, and given by the office alone', async () => {
    await save();
    expect(await ruleSetList(person('leader'))).toHaveLength(1);
    expect(await ruleSetList(person('reporter'))).toEqual([]);
    expect(await trialOf(person('reporter'), { code: 'L1', number: 1 }, now)).toBeNull();
    for (const role of [
      'reporter',
      'unitReviewer',
      'departmentReviewer',
      'leader',
      'administrator',
      'auditor',
    ] as const)
      for (const give of [save, adopt, end])
        expect(await refusalOf(give({}, person(role))), role).toBe('forbidden command');
    await adopt();
    expect(await ruleSetList(person('reporter'))).toHaveLength(1);
  });
});

describe('rules that hold', () => {
  beforeEach(async () => {
    await save();
    await adopt();
  });

  test('are followed by their next number, which leaves earlier months and told lamps alone', async () => {
    await sql`update lamp set told_at = now() where month = 4`;
    const strict = [{ kind: 'behindSchedule', yellowFrom: 0, redAbove: 0 }];
    expect(await save({ code: 'L1', number: 1, version: 2, rules: strict, firstMonth: '2026-03' })).toEqual({
      ...{ code: 'L1', number: 2 },
    });
    expect(await refusalOf(save({ code: 'L1', number: 1, version: 2 }))).toBe('conflict lamps.refused.otherDraft');
    await adopt({ number: 2 });
    expect(await lamps()).toEqual([
      ...['JIA 1.1 green 1', 'JIA 2.1 green 1', 'JIA 3.1 red 2', 'JIA 4.1 green 1', 'JIA 4.2 yellow 2'],
    ]);
  });

  test('end after a month with a reason, and what was told stays', async () => {
    await sql`update lamp set told_at = now() where month = 4`;
    expect(await refusalOf(end({ reason: '改' }))).toMatch(/^invalid input/);
    expect(await refusalOf(end({ lastMonth: null }))).toBe('invalid inputMissing');
    expect(await refusalOf(end({ lastMonth: '2025-12' }))).toBe('invalid lamps.refused.pastEnd');
    expect(await refusalOf(end({ version: 1 }))).toMatch(/^conflict/);
    await end({ lastMonth: '2026-02' });
    expect(await lamps()).toEqual([...['JIA 1.1 green 1', 'JIA 2.1 green 1', 'JIA 4.1 green 1', 'JIA 4.2 null 1']]);
    expect(await lastTold('lampRules.end')).toMatchObject([
      { before: { state: 'held' }, after: { state: 'ended', validTo: '2026-02-28', reason: '改用新办法' } },
    ]);
    expect(await refusalOf(end({ version: 3 }))).toBe('conflict lamps.refused.ended');
  });

  test('light with a target that is issued, changed or withdrawn', async () => {
    await sql`delete from target`;
    await sql`delete from lamp`;
    const place = { unit: 'JIA', indicator: 'DEMO' };
    const cells = [{ ...place, version: 0, base: '120', stretch: '' }];
    await perform(saveTargets, office, { year: 2026, cells }, give);
    const drafts = [{ ...place, version: 1 }];
    await perform(issueTargets, office, { year: 2026, note: '演示文件〔2026〕1号', plan: null, drafts }, give);
    expect(await lamps()).toHaveLength(4);
    await perform(withdrawTarget, office, { ...place, year: 2026, version: 1, reason: '指标不再考核' }, give);
    await perform(confirmChange, other, { ...place, year: 2026, version: 1, decision: 'confirm' }, give);
    expect(await lamps()).toEqual([]);
  });

  test('that name an indicator judge it without a target', async () => {
    await sql`delete from target`;
    await save({
      indicators: ['DEMO'],
      rules: [{ kind: 'place', yellowLast: 1, redLast: 1, yellowFall: 0, redFall: 0 }],
    });
    await adopt({ code: 'L2' });
    expect((await lamps()).map((one) => one.slice(0, -2))).toEqual([
      ...['JIA 1.1 red', 'JIA 2.1 red', 'JIA 3.1 red', 'JIA 4.1 red'],
    ]);
  });
});

test('a trial judges the past 24 months by the same code, and stores nothing', async () => {
  await save();
  const trial = await trialOf(office, { code: 'L1', number: 1 }, now);
  expect(trial?.counts).toEqual({ red: 0, yellow: 2, green: 3 });
  const found = trial?.lamps.map(({ unit, year, month, colour }) => `${unit.code} ${year}-${month} ${colour}`);
  // 12 of 40 in April 2025 is 23.3 points behind.
  expect(found).toEqual([
    'JIA 2025-4 yellow',
    'JIA 2026-1 green',
    'JIA 2026-2 green',
    'JIA 2026-3 yellow',
    'JIA 2026-4 green',
  ]);
  expect(await lamps()).toEqual([]);
  await adopt();
  const stored = await sql`select month, colour from lamp order by month`;
  expect(stored.map(({ month, colour }) => `JIA 2026-${month} ${colour}`)).toEqual(found?.slice(1));
});

describe('typed rules', () => {
  const typed = (fields: Readonly<Record<string, string>>) => readRules((field) => fields[field] ?? '');

  test('are read with their boundaries', () => {
    expect(
      typed({ behindSchedule: 'on', 'behindSchedule-yellowFrom': '１０', 'behindSchedule-redAbove': ' 30.5 ' }),
    ).toEqual({
      rules: [{ kind: 'behindSchedule', yellowFrom: 10, redAbove: 30.5 }],
    });
    expect(typed({ growth: 'on', 'growth-asPeers': 'on' })).toEqual({
      rules: [{ kind: 'growth', asPlanned: false, asPeers: true }],
    });
  });

  test.each([
    [{}, 'behindSchedule lamps.refused.noRule'],
    [{ growth: 'on' }, 'growth-asPlanned lamps.refused.noLine'],
    [
      { behindSchedule: 'on', 'behindSchedule-yellowFrom': '', 'behindSchedule-redAbove': '30' },
      'behindSchedule-yellowFrom lamps.refused.notNumber',
    ],
    [
      { behindSchedule: 'on', 'behindSchedule-yellowFrom': '-1', 'behindSchedule-redAbove': '30' },
      'behindSchedule-yellowFrom lamps.refused.notNumber',
    ],
    [
      { behindSchedule: 'on', 'behindSchedule-yellowFrom': '31', 'behindSchedule-redAbove': '30' },
      'behindSchedule-redAbove lamps.refused.order',
    ],
    [
      { notStarted: 'on', 'notStarted-yellowFrom': '1.5', 'notStarted-redFrom': '3' },
      'notStarted-yellowFrom lamps.refused.notCount',
    ],
  ])('%j are refused at their field', (fields, fault) => {
    const read = typed(fields as Record<string, string>);
    const [first] = 'faults' in read ? read.faults : [];
    expect(`${first?.field} ${first?.key}`).toBe(fault);
  });
});
