import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { adoptConsequenceRule } from '@/lib/monitoring/consequences/rules/adopt-rule';
import { endConsequenceRule } from '@/lib/monitoring/consequences/rules/end-rule';
import { consequenceRuleList } from '@/lib/monitoring/consequences/rules/queries';
import { readRule } from '@/lib/monitoring/consequences/rules/read-rule';
import { saveConsequenceRule } from '@/lib/monitoring/consequences/rules/save-rule';
import { ruleTrial } from '@/lib/monitoring/consequences/rules/trial/queries';
import { writtenCondition, writtenShares } from '@/lib/monitoring/consequences/rules/written-rule';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
let place: Awaited<ReturnType<typeof toldResults>>;

beforeAll(async () => {
  place = await toldResults(sql, { units: 6 });
});
beforeEach(async () => {
  await sql`delete from consequence_rule where not exists (select from consequence c where c.rule_code = code)`;
  await place.end();
});

const fresh = { code: '', number: 0, version: 0 };
const terms = (more: object = {}) => ({
  ...{ nameZh: '连续两月红灯约谈', nameEn: 'Red for two months', group: place.code, measure: 'talk', shares: null },
  ...{ condition: { kind: 'redInRow', indicator: '', months: 2 }, firstMonth: '2026-01' },
  ...more,
});
const save = (more: object = {}, who: Principal = office) =>
  perform(saveConsequenceRule, who, { ...terms(), ...fresh, ...more }, { now, database });
const adopt = (code: string, version = 1, who: Principal = other, number = 1) =>
  perform(adoptConsequenceRule, who, { code, number, version }, { now, database });
const end = (code: string, version: number, more: object = {}, who: Principal = office) =>
  perform(
    endConsequenceRule,
    who,
    { code, number: 1, version, lastMonth: '2026-06', reason: '改用新办法', ...more },
    { now, database },
  );
const faultsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: unknown) =>
      error instanceof Refusal ? error.faults.map(({ field, key }) => `${field} ${key}`) : Promise.reject(error),
  );
const rule = async (code: string, who: Principal = office) => (await consequenceRuleList(who, code))[0];

describe('a rule', () => {
  test('is drafted by one official and adopted by another, and then never changes: a change is the next version', async () => {
    const { code } = await save();
    expect(await refusalOf(adopt(code, 1, office))).toBe('conflict consequences.refused.ownDraft');
    expect(await refusalOf(adopt(code, 2))).toMatch(/^conflict (consequences\.refused\.ruleMoved|movedByYou|moved)/);
    await adopt(code);
    expect(await refusalOf(adopt(code, 2))).toBe('conflict consequences.refused.noDraft');
    const next = await save({ code, number: 1, version: 2, nameZh: '连续三月红灯约谈' });
    expect(next).toEqual({ code, number: 2 });
    expect(await refusalOf(save({ code, number: 1, version: 2 }))).toBe('conflict consequences.refused.otherDraft');
    expect(
      (await consequenceRuleList(office, code)).map(({ number, state, nameZh }) => [number, state, nameZh]),
    ).toEqual([
      [2, 'draft', '连续三月红灯约谈'],
      [1, 'held', '连续两月红灯约谈'],
    ]);
  });

  test('that two people change at once keeps the first change, and one that ended stays so', async () => {
    const { code } = await save();
    await save({ code, number: 1, version: 1, nameZh: '改过一次' });
    expect(await refusalOf(save({ code, number: 1, version: 1 }, other))).toMatch(/^conflict/);
    expect(await rule(code)).toMatchObject({ nameZh: '改过一次', version: 2 });
    expect(await refusalOf(end(code, 1, {}, other))).toMatch(/^conflict/);
    await end(code, 2, { lastMonth: null });
    expect(await refusalOf(end(code, 3))).toBe('conflict consequences.refused.ended');
    expect(await rule(code)).toMatchObject({ state: 'ended', validTo: null, endReason: '改用新办法' });
  });

  test('of which everything is wrong is refused with all faults at once, each at its field', async () => {
    const condition = { kind: 'grades', scheme: place.code, grades: ['A', '没有'], times: 1, of: 1 };
    expect(await faultsOf(save({ group: 'NONE', condition, firstMonth: '2024-12' }))).toEqual([
      'group consequences.refused.noGroup',
      'condition.scheme consequences.refused.noScheme',
      'firstMonth consequences.refused.past',
      'condition.grades consequences.refused.noGrade',
    ]);
    expect(await faultsOf(save({ measure: 'outstandingShare' }))).toEqual([
      'measure consequences.refused.sharesNeedGrades',
    ]);
    const red = { kind: 'redInRow', indicator: 'NONE', months: 2 };
    expect(await faultsOf(save({ condition: red }))).toEqual(['condition.indicator consequences.refused.noIndicator']);
    const shares = { base: 0, byGrade: { A: 15 }, cap: 20 };
    const both = { ...condition, grades: ['A等', 'B'] };
    expect(await faultsOf(save({ condition: both, measure: 'outstandingShare', shares }))).toEqual([
      'shares.byGrade consequences.refused.noShares',
    ]);
    const twice = { ...shares, byGrade: { A等: 15, A: 12, B: 10 } };
    expect(
      await faultsOf(save({ condition: both, measure: 'outstandingShare', shares: twice })),
      'one grade by its name and by its key',
    ).toEqual(['shares.byGrade consequences.refused.noShares']);
    expect(await faultsOf(save({ condition: { ...condition, times: 3, of: 2 } }))).toHaveLength(1);
  });

  test('is seen by the office, leaders and auditors, and by nobody else', async () => {
    const { code } = await save();
    for (const role of ['assessmentOffice', 'leader', 'auditor'] as const)
      expect(await consequenceRuleList(person(role), code), role).toHaveLength(1);
    for (const role of ['reporter', 'unitReviewer', 'departmentReviewer', 'administrator'] as const) {
      expect(await consequenceRuleList(person(role), code), role).toEqual([]);
      expect(await ruleTrial(person(role), { code, number: 1 }, now), role).toBeNull();
    }
  });
});

test('a trial says who would have met it, when and by what, and stores nothing', async () => {
  for (const month of ['2025-03', '2025-04', '2025-05']) await place.light(`${place.code}A`, month, 'red');
  const { code } = await save();
  const trial = await ruleTrial(office, { code, number: 1 }, now);
  expect(trial?.total).toBe(1);
  expect(trial?.lines[0]).toMatchObject({
    ...{ unit: { code: `${place.code}A` }, met: '2025-04' },
    basis: {
      kind: 'lamps',
      months: [
        { year: 2025, month: 3, version: 1 },
        { year: 2025, month: 4, version: 1 },
      ],
    },
  });
  expect(await sql`select from consequence`).toEqual([]);
});

test('a new version holds from its month on, the one before until then, and a streak is proposed by one of them', async () => {
  const { code } = await save({ firstMonth: '2026-01' });
  await adopt(code);
  await save({
    code,
    number: 1,
    version: 2,
    firstMonth: '2026-04',
    condition: { kind: 'redInRow', indicator: '', months: 1 },
  });
  await adopt(code, 1, other, 2);
  const run = () => perform(proposeConsequences, office, {}, { now, database });
  const light = (letter: string, months: readonly number[]) =>
    Promise.all(months.map((month) => place.light(`${place.code}${letter}`, `2026-0${month}`, 'red')));
  await light('B', [2, 3, 4, 5]);
  await light('C', [3, 4]);
  await light('D', [5]);
  await light('E', [3]);
  expect(await run()).toBe(3);
  const rows =
    await sql`select right(org_unit_code, 1) as unit, rule_number as number, met from consequence order by 1`;
  expect(rows.map(({ unit, number, met }) => `${unit} ${number} ${met}`)).toEqual([
    'B 1 2026-03',
    'C 2 2026-04',
    'D 2 2026-05',
  ]);
  await end(code, 2, { lastMonth: '2026-03' });
  expect(await run()).toBe(0);
});

describe('in words', () => {
  const names = { code: '', nameZh: '高新区考核', nameEn: 'Zones' };
  const written = { measure: 'talk', shares: null, about: names, grades: [] } as const;
  test.each([
    [{ kind: 'redInRow', indicator: '', months: 2 }, '任一指标连续 2 个月红灯'],
    [
      { kind: 'lastPlaces', scheme: 'S', places: 5, times: 2, of: 3 },
      '高新区考核最近 3 期（含本期）中有 2 期位于末 5 位（含并列），本期也在其中',
    ],
    [{ kind: 'lastPlaces', scheme: 'S', places: 5, times: 1, of: 1 }, '高新区考核位于末 5 位（含并列）'],
    [{ kind: 'overdue', days: 5 }, '督办逾期满 5 天（含第 5 天）'],
  ] as const)('%j', (condition, words) => {
    expect(writtenCondition({ ...written, condition }, 'zh-CN')).toBe(words);
  });

  test('shares are read as they are typed, and written with their cap', () => {
    const typed: Record<string, string> = {
      ...{ scheme: 'S', grades: '优秀、良好', times: '1', of: '1', measure: 'outstandingShare' },
      ...{ byGrade: '优秀 ５、良好：3%', base: '12', cap: '20' },
    };
    const read = readRule((field) => typed[field] ?? '', 'grades');
    expect(read).toEqual({
      condition: { kind: 'grades', scheme: 'S', grades: ['优秀', '良好'], times: 1, of: 1 },
      shares: { base: 12, byGrade: { 优秀: 5, 良好: 3 }, cap: 20 },
    });
    const shares = 'shares' in read ? read.shares : null;
    const condition = { kind: 'grades', scheme: 'S', grades: ['优秀'], times: 1, of: 1 } as const;
    expect(writtenShares({ ...written, shares: shares ?? null, condition }, 'zh-CN')).toBe(
      '12% 加上优秀 +5%、良好 +3%，不超过 20%',
    );
    typed.byGrade = '优秀 15、良好 12、优秀 10';
    expect(readRule((field) => typed[field] ?? '', 'grades')).toMatchObject({ faults: [{ field: 'byGrade' }] });
    typed.byGrade = '优秀';
    typed.of = '两';
    expect(readRule((field) => typed[field] ?? '', 'grades')).toMatchObject({
      faults: [{ field: 'of' }, { field: 'byGrade' }],
    });
  });
});
