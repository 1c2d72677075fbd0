import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import { bulletinFile, bulletinList, bulletinOf } from '@/lib/publishing/bulletins/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { untilWaiting } from '@/lib/testing/at-once';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { docxTexts, draftedBulletin, issuedBulletin } from '@/lib/testing/issued-bulletin';
import { readReport, reportMenus } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const [office, other, reporter] = [someone('office-1'), someone('office-2'), someone('reporter', 'reporter')];
const units = 200;

beforeAll(async () => {
  await inventedFigures(database, { units, period: '2026-Q1' });
  await sql`update org_unit set name_zh = '演示<甲>&区', name_en = '' where code = 'U1'`;
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'G', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2026-01-01', 'held',
      't', now(), now())`;
});

const light = (
  unit: string,
  indicator: string,
  month: number,
  colour: string | null,
  facts: object = {},
  version = 1,
) =>
  sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
      red_in_row, red_in_year, facts, made_at)
    values (${unit}, ${indicator}, 2026, ${month}, ${version}, 'R', 1, ${colour}, ${colour}, 0, 0,
      ${JSON.stringify(facts)}::text::jsonb, now())`;
const entry = (id: string, unit: string, points: number, state: string) => sql`
  insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason, evidence,
    incident, happened_on, state, recorded_by, recorded_at, updated_by, updated_at)
  values (${id}, ${unit}, 'S', '2026-Q1', 'deduction', '', '', ${points}, '第九条', '演示', '演示', '', '2026-02-11', ${state}, 'a',
    now(), 'b', now())`;

async function reported(month: number, kind: 'month' | 'quarter', { note = '', day = 10 } = {}): Promise<string> {
  const now = new Date(Date.UTC(2026, month, day));
  const place = { group: 'G', month: `2026-${`${month}`.padStart(2, '0')}`, kind, note };
  const { id } = await perform(prepareReport, office, place, { now, database });
  await perform(publishReport, other, { id, version: 1 }, { now, database });
  return id;
}
const source = (report: string) => ({ kind: 'monitoring', report }) as const;
const paragraphsOf = async (report: string) => {
  const found = await bulletinOf(office, await issuedBulletin(database, source(report)));
  if (!found?.frozen) throw new Error('no document');
  return found.frozen;
};

test('where no lamp is lit and nothing is behind, a document says so', async () => {
  await light('U2', 'M1', 1, null);
  expect((await paragraphsOf(await reported(1, 'month'))).paragraphs).toEqual([
    '现将2026年1月演示序列监测情况通报如下。',
    '一、总体情况',
    '截至2026年1月底，演示序列200个单位没有亮灯。',
    '各单位情况见附件。',
  ]);
  await light('U2', 'M1', 2, 'green');
  await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    values ('U2', 'M1', 2026, 10, '', 1, 't', now()), ('U3', 'M1', 2026, 10, '', 1, 't', now()),
      ('U3', 'M2', 2026, 10, '', 1, 't', now())`;
  const { paragraphs, annexes } = await paragraphsOf(await reported(2, 'month'));
  expect(paragraphs).toContain('截至2026年2月底，演示序列200个单位共亮灯1项，其中红灯0项、黄灯0项、绿灯1项。');
  expect(paragraphs).toContain('另有2项目标当月无法评判，没有亮灯。');
  expect(paragraphs).toContain('没有亮红灯的单位。');
  expect(annexes[0]?.rows[2]).toEqual(['演示3区', '0', '0', '0', '2']);
  await sql`delete from target`;
  expect(annexes).toHaveLength(1);
});

test('a document tells what its report told, sentence by sentence', async () => {
  await light('U1', 'M1', 3, 'red', { actual: 30, expected: 42.5, gapPoints: -12.5 });
  await light('U2', 'M1', 3, 'red');
  await light('U3', 'M1', 3, 'green');
  await reported(3, 'quarter');
  const behind = { actual: 1234.5, expected: 2000, gapPoints: -12.25 };
  for (const [unit, indicator, colour, facts] of [
    ['U1', 'M1', 'red', { actual: 30, expected: 42.5, gapPoints: -12.5 }],
    ['U2', 'M1', 'green', { actual: 60, expected: 50, gapPoints: 10 }],
    ['U3', 'M1', 'red', behind],
    ['U4', 'M1', 'red', {}],
    ['U4', 'M2', 'red', {}],
    ['U5', 'M2', 'yellow', {}],
    ['U6', 'M2', null, {}],
    ['U7', 'M3', 'red', {}],
    ['U8', 'M3', 'red', {}],
    ['U9', 'M3', 'red', {}],
  ] as const)
    await light(unit, indicator, 6, colour, facts);
  await storedScheme(database, inventedDocument(4));
  await inventedRun(database, { period: '2026-Q1' });
  await entry('e1', 'U2', 2.5, 'confirmed');
  await entry('e2', 'U2', 1.25, 'provisional');
  await entry('e3', 'U3', 9, 'provisional');
  const report = await reported(6, 'quarter', { note: '演示1区等单位请抓紧。\n7月10日前整改。' });
  const id = await issuedBulletin(database, source(report));
  const { frozen, heading, subject } = (await bulletinOf(reporter, id)) ?? {};
  const ranked =
    await sql`select s.shown::text, s.rank, u.name_zh from run_score s join org_unit u on u.code = s.org_unit_code
    order by s.position`;
  const placed = (from: number, to: number) =>
    ranked
      .slice(from, to)
      .map(({ name_zh, shown, rank }) => `${name_zh}（${shown}分，第${rank}位）`)
      .join('、');
  expect(heading).toBe('关于2026年二季度演示序列监测情况的通报');
  expect(subject).toBe('2026年6月季度监测通报：演示序列');
  expect(frozen?.paragraphs).toEqual([
    '现将2026年二季度演示序列监测情况通报如下。',
    '演示1区等单位请抓紧。',
    '7月10日前整改。',
    '一、总体情况',
    '截至2026年6月底，演示序列200个单位共亮灯9项，其中红灯7项、黄灯1项、绿灯1项。',
    '与2026年一季度相比，新增红灯6项，持续红灯1项，退出红灯1项。',
    '二、进度滞后的单位',
    // Five are named, and the sixth, which has as many red lamps as the fifth.
    `亮红灯的单位有6个：演示4区（红灯2项、黄灯0项）、${['<甲>&', '3', '7', '8', '9'].map((name) => `演示${name}区（红灯1项、黄灯0项）`).join('、')}。`,
    '三、红灯变化',
    '新增红灯6项：演示3区的演示指标1（应达2,000.0%，实际1,234.5%）、演示4区的演示指标1、演示4区的演示指标2、演示7区的演示指标3、演示8区的演示指标3、演示9区的演示指标3。',
    '持续红灯1项：演示<甲>&区的演示指标1（应达42.5%，实际30.0%）。',
    '四、改善情况',
    '退出红灯1项：演示2区的演示指标1（应达50.0%，实际60.0%）。',
    '五、考核位次',
    `《演示考核方案》2026年一季度排名，居前的是：${placed(0, 5)}；居后的是：${placed(195, 200)}。`,
    '六、扣分情况',
    '截至2026年6月底，已确定扣分的单位有1个：演示2区2.5分。',
    '各单位情况见附件。',
  ]);
  // The annex, recounted by another statement over the stored lamps.
  const counted = await sql`select u.name_zh, count(*) filter (where colour = 'red') as red,
      count(*) filter (where colour = 'yellow') as yellow, count(*) filter (where colour = 'green') as green, s.shown::text, s.rank
    from org_unit u left join lamp l on l.org_unit_code = u.code and l.month = 6 join run_score s on s.org_unit_code = u.code
    where u.code like 'U%' group by u.code, u.name_zh, u.sort_order, s.shown, s.rank order by u.sort_order`;
  const [table, lamps] = frozen?.annexes ?? [];
  expect(table?.rows).toEqual(
    counted.map(({ name_zh, red, yellow, green, shown, rank }) => [
      ...[name_zh, red, yellow, green, '0', shown, `${rank}`],
      name_zh === '演示2区' ? '2.5' : '',
    ]),
  );
  expect(table?.notes.join()).not.toMatch(/1\.25|预扣/);
  expect(lamps?.rows.map(([unit, indicator]) => `${unit} ${indicator}`)).toHaveLength(8);
  const { file = new Uint8Array() } = (await bulletinFile(reporter, id)) ?? {};
  expect(await docxTexts(file)).toContain('演示<甲>&区');

  // What is told, registered and named anew changes no byte of it; nor is it asked of the lamps again.
  await light('U1', 'M1', 6, 'green', {}, 2);
  await sql`update org_unit set name_zh = '演示改名区' where code = 'U1'`;
  await sql`update indicator set name_zh = '改名' where code = 'M1'`;
  const draft = await draftedBulletin(database, source(report));
  expect((await bulletinOf(office, draft))?.heading).toBe(heading);
  expect((await readReport(office, { report }))?.facts.get('红灯数')).toBe('7');
  expect((await readReport(office, { report }))?.facts.has('演示<甲>&区·演示指标1·应达')).toBe(true);
  expect((await bulletinFile(reporter, id))?.file).toEqual(file);
});

test('a document is on a published report that nothing corrects', async () => {
  const { id } = await perform(
    prepareReport,
    office,
    { group: 'G', month: '2026-06', kind: 'month', note: '' },
    { now: new Date('2026-07-12T00:00:00Z'), database },
  );
  expect(await refusalOf(draftedBulletin(database, source(id)))).toBe('notFound bulletins.refused.noSource');
  const [report] = await sql`select id from monitoring_report where month = 6 and kind = 'quarter'`;
  const draft = await draftedBulletin(database, source(report?.id));
  await perform(checkBulletin, other, { id: draft, version: 1 }, { database, now: new Date() });
  const correcting = await reported(6, 'quarter', { day: 20 });
  expect(
    await refusalOf(perform(issueBulletin, office, { id: draft, version: 2 }, { database, now: new Date() })),
  ).toBe('conflict bulletins.refused.noSource');
  const offered = (await reportMenus(office, 'zh-CN'))[0]?.options.map(({ value }) => value);
  expect(offered).toContain(correcting);
  expect(offered).not.toContain(report?.id);
  expect(offered).not.toContain(id);
});

test('a correction that is published at the same moment is waited for', async () => {
  await light('U1', 'M1', 9, 'red');
  const report = await reported(9, 'quarter');
  const draft = await draftedBulletin(database, source(report));
  await perform(checkBulletin, other, { id: draft, version: 1 }, { database, now: new Date() });
  const now = new Date('2026-11-01T00:00:00Z');
  const again = { group: 'G', month: '2026-09', kind: 'quarter', note: '' } as const;
  const { id } = await perform(prepareReport, office, again, { now, database });
  // The publication has changed the table and waits to write its event; the document then asks for the table.
  const lock = await sql.reserve();
  await lock`begin`;
  await lock`lock table audit_event in exclusive mode`;
  const publishing = perform(publishReport, other, { id, version: 1 }, { now, database });
  await untilWaiting(lock, 1);
  const issuing = refusalOf(perform(issueBulletin, office, { id: draft, version: 2 }, { database, now }));
  await untilWaiting(lock, 2);
  await lock`commit`;
  lock.release();
  await publishing;
  expect(await issuing).toBe('conflict bulletins.refused.noSource');
});

test('visitors see no document, and units those on reports', async () => {
  const { bulletins } = await bulletinList(reporter, { page: 1 });
  expect(new Set(bulletins.map(({ kind, state }) => `${kind} ${state}`))).toEqual(new Set(['monitoring issued']));
  expect((await bulletinList(anonymousPrincipal(), { page: 1 })).total).toBe(0);
});
