import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { playDemonstration } from '@/lib/cli/demonstration/play';
import { loadDataset } from '@/lib/cli/load-dataset';
import { checkSettings } from '@/lib/testing/accounts';

const { database, sql } = await testDatabase();
const first = await loadDataset(database);

test('the data set loads whole, and a second time changes nothing', async () => {
  const [{ figures } = { figures: 0 }] = await sql<
    { figures: number }[]
  >`select count(*)::int as figures from observation`;
  const [{ revisions } = { revisions: 0 }] = await sql<
    { revisions: number }[]
  >`select count(*)::int as revisions from observation_revision`;
  expect(first).toEqual({ added: figures, changed: 0, unchanged: 0, inHistory: revisions - figures });
  expect(figures).toBeGreaterThan(800);
  expect(await loadDataset(database)).toEqual({ added: 0, changed: 0, unchanged: revisions, inHistory: 0 });
});

test('loading it leaves one event in the audit, and no second one when repeated', async () => {
  const events = await sql`select actor, command, changes from audit_event`;
  expect(events).toMatchObject([{ actor: 'system:dataset', command: 'dataset.load' }]);
  const changes: { subject: string }[] = JSON.parse(events[0]?.changes);
  expect(changes[0]).toMatchObject({ before: null, after: first });
  expect(changes.slice(1).map(({ subject }) => subject.split('/')[0])).toEqual(['scheme', 'run', 'scheme', 'run']);
});

test('every figure has a revision, and the yearbook has replaced earlier estimates', async () => {
  const missing = await sql`select 1 from observation o where not exists (select 1 from observation_revision r
    where (r.indicator_code, r.period_code, r.org_unit_code) = (o.indicator_code, o.period_code, o.org_unit_code)
      and r.value = o.value and r.source_code = o.source_code)`;
  expect(missing).toHaveLength(0);
  const history = await sql`select org_unit_code, revision, value, vintage from observation_revision
    where indicator_code = 'GDP' and period_code = '2020' and org_unit_code in ('320623', '320681') order by 1, 2`;
  expect(history.map((row) => [row.org_unit_code, row.revision, row.value, row.vintage])).toEqual([
    ['320623', 1, '1120', 'flash'],
    ['320623', 2, '1155.11', 'final'],
    ['320681', 1, '1230', 'flash'],
    ['320681', 2, '1223.10', 'final'],
  ]);
});

test('the figures of the newspaper page are stored as printed, with their words', async () => {
  const rows = await sql`select indicator_code, value, qualifier_printed, quote from observation
    where org_unit_code = '320671' and source_code = 'SEED2'`;
  const printed = Object.fromEntries(rows.map((row) => [row.indicator_code, row.value + row.qualifier_printed]));
  expect(printed).toEqual({
    IND_OUT: '1843.7',
    IND_SALES: '2100',
    TOP_FIRST: '9',
    SAFETY_RANK: '1',
    FIRST_BATCH: '14',
    ENT_CUM: '2000多',
    REG_FIELDS: '25',
    REG_ENT: '3919',
    REG_IND: '1048',
    COOP: '74',
    HAZCHEM: '71',
    KEYIND: '200余',
    TRUCKS: '1000余',
  });
  for (const { quote } of rows) expect([...quote].length).toBeLessThanOrEqual(40);
  const ranks =
    await sql`select indicator_code, rank, scope_zh from published_rank where org_unit_code = '320671' and period_code = '2022'`;
  expect(ranks).toEqual(
    expect.arrayContaining([
      { indicator_code: 'IND_OUT', rank: 2, scope_zh: '全市' },
      { indicator_code: 'IND_SALES', rank: 2, scope_zh: '全市' },
    ]),
  );
});

test('a quote of the newspaper contains its figure', async () => {
  const rows = await sql`select indicator_code, value, quote from observation where source_code = 'SEED2'`;
  const spoken = new Set(['SAFETY_RANK', 'QUIZ_RANK']);
  for (const row of rows.filter((one) => !spoken.has(one.indicator_code))) expect(row.quote).toContain(row.value);
});

test('a growth rate stated in the same document equals the growth rate stored with its base', async () => {
  const differing = await sql`select o.indicator_code from observation o
    join indicator g on g.growth_of = o.indicator_code
    join observation r on (r.indicator_code, r.org_unit_code, r.period_code, r.source_code)
      = (g.code, o.org_unit_code, o.period_code, o.source_code)
    where o.reported_yoy is distinct from r.value`;
  expect(differing).toHaveLength(0);
});

test('coverage counts the units of each group, without undated figures', async () => {
  const [cities] = await sql`select units from coverage
    where (indicator_code, peer_group_code, period_code) = ('GDP', 'JS_CITIES', '2022')`;
  expect(cities?.units).toBe(13);
  expect(await sql`select 1 from coverage where period_code = 'undated'`).toHaveLength(0);
});

test('every figure cites a document of the catalogue with a quote, a place or a note', async () => {
  expect(await sql`select 1 from observation where quote = '' and locator = '' and note = ''`).toHaveLength(0);
});

test('each example scheme has a ranking of all 13 cities, published by the product itself', async () => {
  const runs = await sql`select r.scheme_code, r.period_code, r.state, r.ranked, r.published_by, v.document
    from run r join scheme_version v on v.scheme_code = r.scheme_code and v.number = r.scheme_version order by 1`;
  expect(runs).toMatchObject([
    {
      scheme_code: 'EXAMPLE-ECONOMY',
      period_code: '2022',
      state: 'published',
      ranked: 13,
      document: { isExample: true },
    },
    { scheme_code: 'EXAMPLE-URBANISATION', period_code: '2018', ranked: 13, document: { isExample: true } },
  ]);
  expect(runs.every((row) => row.published_by.startsWith('system:'))).toBe(true);
  const doubts = await sql`select 1 from run_score where is_provisional or grade is not null`;
  expect(doubts).toHaveLength(0);
});

test('the census is a change of definition of the resident population, and of nothing that it did not touch', async () => {
  const changed = await sql`select indicator_code as code, valid_from::text as day from indicator_definition
    where valid_from > '2000-01-01' order by 1`;
  expect(changed.map(({ code, day }) => `${code} ${day}`)).toEqual([
    'POP 2020-11-01',
    'POP_URB 2020-11-01',
    'URB_RATE 2020-11-01',
  ]);
});

test('the award and the fund that the page tells without a number are stored with their days', async () => {
  const rows = await sql`select kind, org_unit_code, starts_on::text, title_zh, awarded_by, source_code from annotation
    order by starts_on`;
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['honour', '320671-EMB', '2023-02-06', '2022年度优质服务优秀单位', '', 'SEED2'],
    ['event', '320671-EMB', '2023-02-07', '南通开发区能达安全慈善基金设立', '', 'SEED2'],
  ]);
});

test('beside the demonstration no real unit has an invented figure, lamp or decision', async () => {
  const figures = () => sql`select count(*)::int, max(updated_at) as last from observation o
    join org_unit u on u.code = o.org_unit_code where not u.is_demonstration`;
  const before = await figures();
  checkSettings();
  await playDemonstration(database, new Date('2026-11-25T04:00:00Z'));
  expect(await figures()).toEqual(before);
  expect(
    await sql`select from observation o join org_unit u on u.code = o.org_unit_code
    where not u.is_demonstration and o.source_code = 'DEMO'`,
  ).toEqual([]);
  const tables = ['lamp', 'target', 'follow_up', 'consequence', 'appeal', 'submission', 'adjustment', 'unit_task'];
  for (const table of tables) {
    const rows = await sql`select u.is_demonstration as invented, count(*)::int from ${sql(table)} x
      join org_unit u on u.code = x.org_unit_code group by 1`;
    expect([table, rows.map(({ invented }) => invented)]).toEqual([table, [true]]);
  }
  // A count of a register becomes a figure of invented units alone.
  const fixed = await sql`select distinct u.is_demonstration as invented from register_fixed f
    join cited_figure c on c.id = f.cited_id join org_unit u on u.code = c.org_unit_code`;
  expect(fixed.map(({ invented }) => invented)).toEqual([true]);
}, 60_000);
