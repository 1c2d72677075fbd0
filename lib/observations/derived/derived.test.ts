import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { inOrder } from '@/lib/observations/derived/recompute';
import { openStage, stageFigures, writeStaged } from '@/lib/reporting/import/store-figures';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1), ('S2', '公报二', '统计局', '', '', 'official', 2)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select code, 'DEMO', name, name, '', '', '', decimals, measure, 'higher', 'current', 'monthly', '演示部门', '', 1
    from (values ('RATIO', '比值', 2, 'rate'), ('TWICE', '两倍', 2, 'amount'), ('ALL', '合计', 0, 'amount'),
      ('GROWTH', '增速', 1, 'rate')) as t (code, name, decimals, measure)`;
});

let batch = 0;
type Given = readonly [indicator: string, unit: string, period: string, value: string, more?: object];
/** Stores figures as an import of the product does. */
async function store(...figures: readonly Given[]): Promise<void> {
  batch += 1;
  await database.transaction(async (tx) => {
    await openStage(tx);
    await stageFigures(
      tx,
      figures.map(([indicator, unit, period, value, more]) => ({
        ...{ indicator, unit, period, value, decimals: 0, qualifier: 'exact', qualifierPrinted: '', vintage: 'final' },
        ...{ reportedYoy: null, periodPrinted: '', source: 'S1', locator: '', quote: '', note: '' },
        ...more,
      })) as never,
      0,
    );
    const about = { id: `b${batch}`, fileName: 'test', reason: '测试', at: new Date() };
    await writeStaged(systemPrincipal('test'), tx, about, figures.length);
  });
}

const derive = (code: string, expression: string, more: object = {}, principal = office) =>
  perform(
    deriveIndicator,
    principal,
    { code, version: 0, expression, unitCode: '', ...more },
    { now: new Date(), database },
  );
const figures = async (code: string) =>
  (
    await sql`select org_unit_code as unit, period_code as period, value, qualifier, vintage, quote, note from observation
      where indicator_code = ${code} order by 1, 2`
  ).map((row) => ({ ...row }));

beforeEach(async () => {
  await sql`truncate indicator_formula, indicator_input cascade`;
  await sql`delete from observation`;
});

test('a ratio is computed with the worst qualifier, the earliest vintage, its working and its documents', async () => {
  await store(
    ['DEMO', 'JIA', '2025', '10'],
    ['DEMO2', 'JIA', '2025', '3', { vintage: 'preliminary', qualifier: 'about', source: 'S2' }],
    ['DEMO', 'YI', '2025', '1'],
  );
  await derive('RATIO', 'DEMO ÷ DEMO2 × 100');
  expect(await figures('RATIO')).toEqual([
    {
      unit: 'JIA',
      period: '2025',
      value: '333.33',
      qualifier: 'about',
      vintage: 'preliminary',
      quote: '演示指标（2025）= 10；演示指标二（2025）= 3',
      note: '公报一；公报二',
    },
  ]);
});

test('a changed input changes what depends on it, and nothing else, in the same transaction', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  await derive('TWICE', 'RATIO * 2');
  await store(['DEMO', 'JIA', '2023', '10'], ['DEMO2', 'JIA', '2023', '4'], ['DEMO2', 'YI', '2023', '5']);
  expect((await figures('TWICE')).map(({ unit, value }) => [unit, value])).toEqual([['JIA', '5.00']]);
  await store(['DEMO', 'YI', '2023', '10']);
  expect((await figures('TWICE')).map(({ unit, value }) => [unit, value])).toEqual([
    ['JIA', '5.00'],
    ['YI', '4.00'],
  ]);
  const told = await sql`select org_unit_code as unit, revision from observation_revision
    where indicator_code = 'RATIO' and period_code = '2023'`;
  expect([...told].map(({ unit, revision }) => `${unit} ${revision}`).sort()).toEqual(['JIA 1', 'YI 1']);
});

test('a division by zero and a missing input leave no figure, and one that there was ends in the history', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  await store(['DEMO', 'JIA', '2024', '10'], ['DEMO2', 'JIA', '2024', '4'], ['DEMO', 'YI', '2024', '1']);
  expect(await figures('RATIO')).toHaveLength(1);
  await store(['DEMO2', 'JIA', '2024', '0']);
  expect(await figures('RATIO')).toEqual([]);
  const [last] = await sql`select value, is_withdrawal from observation_revision
    where indicator_code = 'RATIO' and period_code = '2024' order by revision desc limit 1`;
  expect(last).toMatchObject({ value: '2.50', is_withdrawal: true });
});

test('growth over the year before follows a correction of either year', async () => {
  await derive('GROWTH', '(DEMO / lastYear(DEMO) - 1) * 100');
  await store(['DEMO', 'JIA', '2024-M03', '100'], ['DEMO', 'JIA', '2025-M03', '110']);
  expect((await figures('GROWTH')).map(({ period, value }) => [period, value])).toEqual([['2025-M03', '10.0']]);
  await store(['DEMO', 'JIA', '2024-M03', '88']);
  expect((await figures('GROWTH')).map(({ period, value }) => [period, value])).toEqual([['2025-M03', '25.0']]);
});

test('a sum over a sequence needs every member, and belongs to the unit that is named', async () => {
  expect(await refusalOf(derive('ALL', 'sum(DEMO, [DEMO])'))).toBe('invalid derived.refusals.whichUnit');
  await derive('ALL', 'sum(DEMO, [DEMO])', { unitCode: 'YI' });
  await store(['DEMO', 'JIA', '2025', '10']);
  expect(await figures('ALL')).toEqual([]);
  await store(['DEMO', 'YI', '2025', '7']);
  expect((await figures('ALL')).map(({ unit, value, quote }) => [unit, value, quote])).toEqual([
    ['YI', '17', '演示指标合计（2）= 17'],
  ]);
});

test('what cannot be computed is refused in words', async () => {
  await store(['DEMO3', 'JIA', '2025', '10']);
  const reasons = {
    syntax: derive('RATIO', 'DEMO +'),
    comparison: derive('RATIO', 'DEMO > 1'),
    constant: derive('RATIO', '1 + 1'),
    unknown: derive('RATIO', 'DEMO / NONE'),
    group: derive('ALL', 'sum(DEMO, NONE)', { unitCode: 'YI' }),
    rates: derive('ALL', 'sum(RATIO, [DEMO])', { unitCode: 'YI' }),
    typed: derive('DEMO3', 'DEMO'),
    itself: derive('RATIO', 'RATIO + 1'),
    hostile: derive('RATIO', "DEMO'); drop table observation; --"),
  };
  const said = Object.fromEntries(
    await Promise.all(Object.entries(reasons).map(async ([name, one]) => [name, await refusalOf(one)])),
  );
  expect(said).toEqual({
    syntax: 'invalid derived.refusals.expression',
    comparison: 'invalid derived.refusals.expression',
    constant: 'invalid derived.refusals.noInput',
    unknown: 'invalid derived.refusals.unknown',
    group: 'invalid derived.refusals.unknownGroup',
    rates: 'invalid derived.refusals.sumOfRates',
    typed: 'invalid derived.refusals.typed',
    itself: 'invalid derived.refusals.circle',
    hostile: 'invalid derived.refusals.expression',
  });
  await derive('RATIO', 'TWICE / DEMO');
  expect(await refusalOf(derive('TWICE', 'RATIO * 2'))).toBe('invalid derived.refusals.circle');
});

test('a derived figure is never typed: not by a file, and no collection asks for it', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  const typed = store(['RATIO', 'JIA', '2025', '1']);
  expect(await refusalOf(typed)).toBe('invalid derived.refusals.neverTyped');
  const figures = [{ indicatorCode: 'RATIO' }];
  expect(await refusalOf(submittedReturns(database, { period: '2026-M10', figures }))).toBe(
    'invalid derived.refusals.neverTyped',
  );
});

test('only the office sets a formula, a changed one is not overwritten, and the trail tells it', async () => {
  for (const role of ['reporter', 'leader', 'administrator'] as const)
    expect(await refusalOf(derive('RATIO', 'DEMO', {}, person(role))), role).toBe('forbidden command');
  await derive('RATIO', 'DEMO / DEMO2');
  expect(await refusalOf(derive('RATIO', 'DEMO'))).toMatch(/^conflict /);
  await derive('RATIO', 'DEMO2 / DEMO', { version: 1 });
  const [event] =
    await sql`select changes from audit_event where command = 'indicator.derive' order by seq desc limit 1`;
  expect(JSON.parse(event?.changes)).toEqual([
    {
      subject: 'indicator/RATIO',
      before: { formula: 'DEMO / DEMO2', unit: null },
      after: { formula: 'DEMO2 / DEMO', unit: null },
    },
  ]);
});

test('formulas are ordered by what they read, and a circle has no order', () => {
  const reads: Record<string, string[]> = { A: ['B', 'C'], B: ['C'], C: ['X'] };
  const all = Object.keys(reads).map((indicatorCode) => ({ indicatorCode }));
  const ordered = inOrder(all, ({ indicatorCode }) => reads[indicatorCode] ?? []);
  expect(ordered?.map(({ indicatorCode }) => indicatorCode)).toEqual(['C', 'B', 'A']);
  reads.C = ['A'];
  expect(inOrder(all, ({ indicatorCode }) => reads[indicatorCode] ?? [])).toBeNull();
});
