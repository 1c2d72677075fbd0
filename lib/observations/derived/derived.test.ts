import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { proposalList } from '@/lib/catalogue/proposals/queries';
import { writtenProposal } from '@/lib/catalogue/proposals/written-proposal';
import { citedContext } from '@/lib/observations/cited/queries';
import { withdrawCited } from '@/lib/observations/cited/withdraw-cited';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { checkedFormula, derivationOf, inputsFound } from '@/lib/observations/derived/queries';
import { knownCodes } from '@/lib/reporting/import/queries';
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
  const id = `b${batch}`;
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
    const about = { id, fileName: 'test', reason: '测试', at: new Date() };
    await writeStaged(systemPrincipal('test'), tx, about, figures.length);
  });
}

const derive = (code: string, expression: string, more: object = {}, principal = office) => {
  const asked = { code, version: 0, expression, unitCode: '', reason: '', ...more };
  return perform(deriveIndicator, principal, asked, { now: new Date(), database });
};
const figures = async (code: string) =>
  (
    await sql`select org_unit_code as unit, period_code as period, value, qualifier, vintage, quote, note from observation
      where indicator_code = ${code} order by 1, 2`
  ).map((row) => ({ ...row }));

beforeEach(async () => {
  await sql`delete from proposal`;
  await sql`truncate indicator_formula, indicator_input cascade`;
  await sql`delete from observation`;
});

test('a ratio is computed with the qualifier of its inputs, the earliest vintage, its working and its documents', async () => {
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

test('two inputs that change at once are both in the figure', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  await store(['DEMO', 'JIA', '2023', '1'], ['DEMO2', 'JIA', '2023', '1']);
  await Promise.all([store(['DEMO', 'JIA', '2023', '30']), store(['DEMO2', 'JIA', '2023', '4'])]);
  expect((await figures('RATIO')).map(({ value }) => value)).toEqual(['7.50']);
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

test('a member of a sequence that left and came back within the period counts once, with the bounds of all members', async () => {
  await sql`insert into peer_group values ('BACK', '回来', 'Back', '', '', 1001)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from, valid_to) values
    ('BACK', 'JIA', '2025-01-01', '2025-10-10'), ('BACK', 'JIA', '2025-10-20', null), ('BACK', 'YI', '2000-01-01', null)`;
  await store(['DEMO', 'JIA', '2025', '100', { qualifier: 'at_least' }], ['DEMO', 'YI', '2025', '5']);
  await derive('ALL', 'sum(DEMO, BACK)', { unitCode: 'YI' });
  await derive('TWICE', '0 - mean(DEMO, BACK)', { unitCode: 'YI' });
  expect(await figures('ALL')).toMatchObject([
    { value: '105', qualifier: 'at_least', quote: '演示指标合计（2）= 105' },
  ]);
  expect(await figures('TWICE')).toMatchObject([{ value: '-52.50', qualifier: 'at_most' }]);
  await store(['DEMO', 'YI', '2025', '5', { qualifier: 'at_most' }]);
  expect(await figures('ALL')).toMatchObject([{ value: '105', qualifier: 'about' }]);
});

test('a sum over a sequence follows its members', async () => {
  await derive('ALL', 'sum(DEMO, [DEMO])', { unitCode: 'YI' });
  await store(['DEMO', 'JIA', '2025', '10'], ['DEMO', 'YI', '2025', '7'], ['DEMO', 'JIA', '2024', '3']);
  await store(['DEMO', 'YI', '2024', '4']);
  await sql`insert into peer_group values ('FEW', '少', 'Few', '', '', 1000)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values ('FEW', 'JIA', '2000-01-01')`;
  await derive('TWICE', 'sum(DEMO, FEW)', { unitCode: 'YI' });
  const members = { code: 'FEW', version: 1, from: '2025-01-01', add: ['YI'], remove: [], reason: '新成立' };
  const { proposal: id } = (await perform(changeMembers, office, members, { now: new Date(), database })) as never;
  const second = person('assessmentOffice', { userId: 'second' });
  await perform(confirmProposal, second, { id, version: 1 }, { now: new Date(), database });
  expect((await figures('TWICE')).map(({ period, value }) => [period, value])).toEqual([
    ['2024', '3.00'],
    ['2025', '17.00'],
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

test('all that is wrong with a formula is told at once, to the form as to the one who types', async () => {
  const typed = { code: 'RATIO', expression: 'DEMO / NONE + sum(GROWTH, NOWHERE) + RATIO', unitCode: '' };
  const refused = await derive('RATIO', typed.expression).catch((error) => error);
  const told = [
    'expression derived.refusals.unknown NONE',
    'expression derived.refusals.unknownGroup NOWHERE',
    'expression derived.refusals.sumOfRates GROWTH',
    'expression derived.refusals.circle',
    'unitCode derived.refusals.whichUnit',
  ];
  const written = (faults: readonly { field: string; key: string; details: { name?: string } }[]) =>
    faults.map(({ field, key, details }) => [field, key, details.name].filter(Boolean).join(' '));
  expect(written(refused.faults)).toEqual(told);
  expect(written((await checkedFormula(office, typed))?.faults as never)).toEqual(told);
  expect(await checkedFormula(person('reporter'), typed)).toBeNull();
});

test('inputs are found by name, code or initials, sequences too, by who sets formulas', async () => {
  const found = async (words: string, principal = office) =>
    (await inputsFound(principal, words)).map(({ kind, code }) => `${kind} ${code}`);
  expect(await found('指标三')).toEqual(['indicator DEMO3']);
  expect(await found('演示序列')).toEqual(['group DEMO']);
  expect(await found("%' or 1=1 --")).toEqual([]);
  expect(await found('指标三', person('leader'))).toEqual([]);
});

test('the page tells the formula, and how the latest figure came about', async () => {
  await store(
    ['DEMO', 'YI', '2024', '5'],
    ['DEMO2', 'YI', '2024', '4'],
    ['DEMO', 'JIA', '2025', '10', { qualifier: 'at_least' }],
    ['DEMO2', 'JIA', '2025', '-4', { vintage: 'flash', source: 'S2' }],
  );
  expect(await derivationOf(office, 'RATIO', { first: [] })).toBeNull();
  await derive('RATIO', 'DEMO / DEMO2');
  const told = await derivationOf(office, 'RATIO', { first: [] });
  expect(told?.latest).toMatchObject({
    unit: { code: 'JIA' },
    figure: { periodCode: '2025', value: '-2.50', qualifier: 'at_most', vintage: 'flash' },
    inputs: [
      { value: '10', periodCode: '2025', qualifier: 'at_least', vintage: 'final', sources: [{ title: '公报一' }] },
      { value: '-4', vintage: 'flash', sources: [{ code: 'S2', title: '公报二', sourceWithdrawn: null }] },
    ],
  });
  const asked = await derivationOf(office, 'RATIO', { unitCode: 'YI', first: ['JIA'] });
  expect(asked?.latest).toMatchObject({ unit: { code: 'YI' }, figure: { periodCode: '2024', value: '1.25' } });
  const elsewhere = { ...person('reporter'), units: [] as string[] };
  expect(await derivationOf(elsewhere, 'RATIO', { first: [] })).toMatchObject({ latest: null });
});

describe('a changed formula of shown figures', () => {
  const change = (more: object = {}, principal = office) =>
    derive('RATIO', 'DEMO2 / DEMO', { version: 1, reason: '口径调整', ...more }, principal);
  const second = person('assessmentOffice', { userId: 'second' });
  const waiting = async () => {
    const [row] = await sql`select id, version from proposal where state = 'waiting' order by proposed_at desc limit 1`;
    return { id: row?.id, version: row?.version };
  };
  const isStale = async () => (await proposalList(office, { isDecided: false, page: 1 })).lines[0]?.isStale;
  const confirm = async (principal = second) =>
    perform(confirmProposal, principal, await waiting(), { now: new Date(), database });
  beforeEach(async () => {
    await derive('RATIO', 'DEMO / DEMO2');
    await derive('TWICE', 'RATIO * 2');
    await store(['DEMO', 'JIA', '2025', '10'], ['DEMO2', 'JIA', '2025', '4']);
    await store(['DEMO', 'YI', '2025', '10'], ['DEMO2', 'YI', '2025', '10']);
  });

  test('waits for a second person, tells how many figures would change, and changes none until then', async () => {
    expect(await change()).toMatchObject({ state: 'waiting' });
    expect((await figures('RATIO')).map(({ value }) => value)).toEqual(['2.50', '1.00']);
    const { lines, names } = await proposalList(office, { isDecided: false, page: 1 });
    // Two of the ratio, whose working changes too, and one of its double.
    expect(lines.map((line) => writtenProposal(line, names, 'zh-CN'))).toEqual([
      ['更改指标“比值”的计算公式，3 个数随之改变。', '计算公式：演示指标 ÷ 演示指标二 → 演示指标二 ÷ 演示指标'],
    ]);
    expect(await refusalOf(confirm(office))).toBe('forbidden proposals.refused.own');
    await confirm();
    expect((await figures('RATIO')).map(({ value }) => value)).toEqual(['0.40', '1.00']);
    expect((await figures('TWICE')).map(({ value }) => value)).toEqual(['0.80', '2.00']);
  });

  test('needs a reason, and is no longer confirmed when another one came first', async () => {
    expect(await refusalOf(change({ reason: '' }))).toBe('invalid proposals.refused.reasonMissing');
    await change();
    const { id, version } = await waiting();
    expect(await isStale()).toBe(false);
    await sql`update indicator_formula set version = 2 where indicator_code = 'RATIO'`;
    expect(await isStale()).toBe(true);
    const late = perform(confirmProposal, second, { id, version }, { now: new Date(), database });
    expect(await refusalOf(late)).toBe('conflict proposals.refused.stale');
  });

  test('is refused when nothing changes, and holds at once where there is no figure', async () => {
    expect(await refusalOf(derive('RATIO', 'DEMO / DEMO2', { version: 1 }))).toBe(
      'conflict catalogue.refused.nothingChanges',
    );
    await derive('GROWTH', 'DEMO / lastYear(DEMO)');
    expect(await derive('GROWTH', '(DEMO / lastYear(DEMO) - 1) * 100', { version: 1 })).toEqual({ state: 'done' });
  });
});

test('a derived figure is never typed: not by a file, and no collection asks for it', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  await store(['DEMO', 'JIA', '2024', '10'], ['DEMO2', 'JIA', '2024', '4']);
  const key = { indicatorCode: 'RATIO', orgUnitCode: 'JIA', periodCode: '2024', restores: null, reason: '有误' };
  const [last] = await sql`select max(revision) as version from observation_revision where indicator_code = 'RATIO'
    and org_unit_code = 'JIA' and period_code = '2024'`;
  const withdrawn = perform(withdrawCited, office, { ...key, version: last?.version }, { now: new Date(), database });
  expect(await refusalOf(withdrawn)).toBe('invalid derived.refusals.neverTyped');
  const typed = store(['RATIO', 'JIA', '2025', '1']);
  expect(await refusalOf(typed)).toBe('invalid derived.refusals.neverTyped');
  const figures = [{ indicatorCode: 'RATIO' }];
  expect(await refusalOf(submittedReturns(database, { period: '2026-M10', figures }))).toBe(
    'invalid derived.refusals.neverTyped',
  );
});

test('nobody cites the document of computed figures, and figures from elsewhere keep a formula away', async () => {
  await derive('RATIO', 'DEMO / DEMO2');
  const citing = store(['DEMO3', 'JIA', '2025', '70', { source: 'DERIVED' }]);
  expect(await refusalOf(citing)).toBe('invalid documents.refused.computed');
  for (const { sources } of [await citedContext(office, database), await knownCodes(database)])
    expect(sources.has('DERIVED')).toBe(false);
  await store(['DEMO3', 'JIA', '2025', '70']);
  await sql`update observation set source_code = 'DERIVED' where indicator_code = 'DEMO3'`;
  expect(await refusalOf(derive('DEMO3', 'DEMO'))).toBe('invalid derived.refusals.typed');
});

test('only the office sets a formula, a changed one is not overwritten, and the trail tells it', async () => {
  for (const role of ['reporter', 'leader', 'administrator'] as const)
    expect(await refusalOf(derive('RATIO', 'DEMO', {}, person(role))), role).toBe('forbidden command');
  await derive('RATIO', 'DEMO / DEMO2');
  expect(await refusalOf(derive('RATIO', 'DEMO'))).toMatch(/^conflict /);
  await derive('RATIO', 'DEMO2 / DEMO', { version: 1 });
  const [event] = await sql`select changes from audit_event where command = 'indicator.derive' order by seq desc`;
  expect(JSON.parse(event?.changes)).toEqual([
    {
      subject: 'indicator/RATIO',
      before: { formula: 'DEMO / DEMO2', unit: null },
      after: { formula: 'DEMO2 / DEMO', unit: null, figures: 0 },
    },
  ]);
});
