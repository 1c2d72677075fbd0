import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import { reportBodies, reportOf, reportYear } from '@/lib/monitoring/reports/queries';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';

const { sql, database } = await testDatabase();
const [office, other, leader] = [someone('office-1'), someone('office-2'), someone('leader', 'leader')];
const now = new Date('2026-05-10T09:00:00+08:00');

beforeAll(async () => {
  await inventedFigures(database, { units: 3, period: '2026-Q1' });
  await storedScheme(database, inventedDocument(4));
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from,
      state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'G', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2026-01-01', 'held', 't',
      now(), now())`;
  for (const [unit, indicator, colour] of [
    ['U1', 'M1', 'green'],
    ['U2', 'M1', 'red'],
    ['U3', 'M2', 'red'],
    ['U3', 'M1', 'yellow'],
  ] as const)
    await sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour,
        judged, red_in_row, red_in_year, facts, made_at)
      values (${unit}, ${indicator}, 2026, 3, 1, 'R', 1, ${colour}, ${colour}, 0, 0, '{"actual":1}', now())`;
  await sql`update indicator set responsible_zh = '演示二部' where code = 'M2'`;
});

const entry = (id: string, unit: string, points: number, state: string, day: string, kind = 'deduction') => sql`
  insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason, evidence,
    incident, happened_on, state, recorded_by, recorded_at, updated_by, updated_at)
  values (${id}, ${unit}, 'S', '2026-Q1', ${kind}, '', '', ${points}, '第九条', '演示', '演示', '', ${day}, ${state}, 'a', now(),
    'b', now())`;

async function published(kind: 'month' | 'quarter'): Promise<string> {
  const { id } = await perform(
    prepareReport,
    office,
    { group: 'G', month: '2026-03', kind, note: '' },
    { now, database },
  );
  await perform(publishReport, other, { id, version: 1 }, { now, database });
  return id;
}

async function toldBy(id: string, who = leader) {
  const report = await reportOf(who, id);
  if (!report) throw new Error('no report');
  const year = await reportYear(who, report);
  return {
    ranks: year?.standings.map(({ run, rows }) => [run, rows.map(({ unit, rank }) => `${unit.nameZh} ${rank}`)]),
    deductions: year?.deductions.map(({ unit, confirmed, provisional }) => [unit.code, confirmed, provisional]),
    bodies: (await reportBodies(who, report)).map(({ nameZh, red, yellow, green }) => [nameZh, red, yellow, green]),
  };
}

test('a report tells the ranks so far and the deductions, and keeps them', async () => {
  const run = await inventedRun(database, { period: '2026-Q1' });
  // An approved run and a trial are not told: nobody published them.
  await inventedRun(database, { period: '2026-Q1', state: 'approved' });
  await entry('e1', 'U2', 2.5, 'confirmed', '2026-02-11');
  await entry('e2', 'U2', 1.25, 'provisional', '2026-03-31');
  await entry('e3', 'U2', 0.5, 'reviewed', '2026-03-02');
  await entry('e4', 'U3', 9, 'revoked', '2026-03-02');
  await entry('e5', 'U3', 9, 'confirmed', '2026-04-01');
  await entry('e6', 'U1', 9, 'confirmed', '2026-03-01', 'bonus');
  const id = await published('month');
  const told = await toldBy(id);
  expect(told).toEqual({
    ranks: [[run, ['演示1区 1', '演示2区 2', '演示3区 3']]],
    deductions: [['U2', { entries: 1, points: '2.5' }, { entries: 2, points: '1.75' }]],
    bodies: [
      ['演示部门', 1, 1, 1],
      ['演示二部', 1, 0, 0],
    ],
  });
  // A newer run replaces the one that was told, entries follow, bodies and units get other names.
  const later = await inventedRun(database, { period: '2026-Q1' });
  await entry('e7', 'U3', 4, 'confirmed', '2026-03-05');
  await sql`update org_unit set name_zh = '演示新区' where code = 'U1'`;
  await sql`update indicator set responsible_zh = '演示三部' where code = 'M2'`;
  expect(await toldBy(id)).toEqual(told);
  const next = await toldBy(await published('quarter'));
  expect(next.ranks).toEqual([[later, ['演示新区 1', '演示2区 2', '演示3区 3']]]);
  expect(next.deductions).toEqual([
    ['U2', { entries: 1, points: '2.5' }, { entries: 2, points: '1.75' }],
    ['U3', { entries: 1, points: '4' }, { entries: 0, points: '0' }],
  ]);
  expect(next.bodies[1]).toEqual(['演示三部', 1, 0, 0]);
});

test('a reader of some units is told of those alone', async () => {
  const [report] = await sql`select id from monitoring_report where kind = 'quarter'`;
  const narrow = { ...someone('reporter', 'reporter'), units: ['U2'] };
  const told = await toldBy(report?.id, narrow);
  expect(told.ranks?.map(([, rows]) => rows)).toEqual([['演示2区 2']]);
  expect(told.deductions).toEqual([['U2', { entries: 1, points: '2.5' }, null]]);
  expect(told.bodies).toEqual([['演示部门', 1, 0, 0]]);
});

test('what is not confirmed is told of one’s own unit, and to those who read the ledger', async () => {
  await entry('e8', 'U1', 1, 'proposed', '2026-02-01');
  const id = await published('month');
  const seen = async (who: ReturnType<typeof someone>) =>
    (await toldBy(id, who)).deductions?.map(([unit, , provisional]) => [unit, provisional]);
  const all = [
    ['U1', { entries: 1, points: '1' }],
    ['U2', { entries: 2, points: '1.75' }],
    ['U3', { entries: 0, points: '0' }],
  ];
  for (const role of ['assessmentOffice', 'leader', 'auditor'] as const)
    expect(await seen(someone('a', role))).toEqual(all);
  const reporter = { ...someone('r', 'reporter'), unitCode: 'U2' };
  expect(await seen(reporter)).toEqual([
    ['U2', { entries: 2, points: '1.75' }],
    ['U3', null],
  ]);
});
