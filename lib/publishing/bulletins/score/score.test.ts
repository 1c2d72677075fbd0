import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { bulletinFile, bulletinList, bulletinOf, findBulletins } from '@/lib/publishing/bulletins/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { docxTexts, draftedBulletin, issuedBulletin } from '@/lib/testing/issued-bulletin';
import { scoreMenus } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const office = someone('office-1');
const own = { ...someone('r2', 'reporter'), unitCode: 'U2' };
const foreign = { ...someone('r1', 'unitReviewer'), unitCode: 'U1' };
let run: string;
let earlier: string;

beforeAll(async () => {
  for (const period of ['2024', '2025']) await inventedFigures(database, { units: 200, period });
  // The second unit falls behind, ties with another, and has no name in English.
  await sql`update org_unit set name_zh = '演示"乙"&<区>', name_en = '' where code = 'U2'`;
  await sql`update observation set value = 40 where org_unit_code in ('U2', 'U3') and period_code = '2025'`;
  await sql`insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by, recorded_at)
    select indicator_code, org_unit_code, period_code, 40, decimals, qualifier, qualifier_printed, vintage, period_printed,
      source_code, locator, quote, note, 2, '', 'check', now()
    from observation_revision where org_unit_code in ('U2', 'U3') and period_code = '2025'`;
  await storedScheme(
    database,
    inventedDocument(4, {
      apart: ['U9'],
      grades: {
        by: 'cutoff',
        grades: [
          { key: 'good', nameZh: '优秀', nameEn: 'Good', atLeast: 80 },
          { key: 'rest', nameZh: '一般', nameEn: 'Fair', atLeast: null },
        ],
      },
    }),
  );
  earlier = await inventedRun(database, { period: '2024' });
  const entry = (id: string, unit: string, kind: string, points: number, node: string, reason: string) => sql`
    insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason, evidence,
      incident, happened_on, state, recorded_by, recorded_at, updated_by, updated_at)
    values (${id}, ${unit}, 'S', '2025', ${kind}, ${node}, '', ${points}, '第9条', ${reason}, '只给考核办看的证据', '', '2025-02-11',
      'confirmed', 'a', now(), 'b', now())`;
  await entry('e1', 'U2', 'deduction', 1.5, '', '迟报3次 & 错报<1>次');
  await entry('e2', 'U2', 'bonus', 0.25, '', '演示表彰');
  await entry('e3', 'U4', 'deduction', 7.77, '', '别的单位的事');
  run = await inventedRun(database, { period: '2025' });
});

const source = (unit: string, of = run) => ({ kind: 'score', run: of, unit }) as const;

test('a letter tells a unit its own result, and nothing of another one', async () => {
  const id = await issuedBulletin(database, source('U2'));
  const found = await bulletinOf(own, id);
  const [row] = await sql`select s.shown::text, s.rank, s.is_tied, s.previous_rank, s.grade, r.ranked,
      (s.blocks -> 1 ->> 'score')::numeric(9, 2)::text as economy, (s.blocks -> 2 ->> 'score')::numeric(9, 2)::text as living,
      (select sum((a ->> 'points')::float8) from jsonb_array_elements(s.adjustments) a) as counted
    from run_score s join run r on r.id = s.run_id where s.run_id = ${run} and s.org_unit_code = 'U2'`;
  expect(row).toMatchObject({ grade: 'rest', is_tied: false });
  const down = row?.rank - row?.previous_rank;
  expect(down).toBeGreaterThan(100);
  expect(found?.frozen?.title).toBe('关于告知2025年演示考核方案得分的函');
  expect(found?.frozen?.addressee).toBe('演示"乙"&<区>');
  expect(found?.frozen?.paragraphs).toEqual([
    '现将你单位2025年《演示考核方案》（演示序列）的结果告知如下。',
    '一、总分和名次',
    `你单位总分${row?.shown}分，在${row?.ranked}个参加排名的单位中第${row?.rank}位，比2024年下降${down}位。等次为一般。`,
    '二、各部分得分',
    `经济发展${row?.economy}分（满分50分）、民生改善${row?.living}分（满分50分）。`,
    '三、加分扣分',
    expect.stringMatching(/^计入的有：/),
    '登记的事项见附件。',
    '各指标得分见附件。对得分有疑问的，请向我办书面提出。',
  ]);
  // What was counted adds up to what the run counted.
  const counted = [...(found?.frozen?.paragraphs.join('') ?? '').matchAll(/总分(加|扣)([\d.]+)分/g)];
  const sum = counted.reduce((total, [, way, points]) => total + Number(points) * (way === '加' ? 1 : -1), 0);
  expect(sum).toBeCloseTo(row?.counted, 6);
  const [parts, entries] = found?.frozen?.annexes ?? [];
  expect(parts?.rows.map(([name]) => name)).toEqual([
    ...['经济发展', '　演示指标1', '　演示指标2', '民生改善', '　演示指标3', '　演示指标4'],
  ]);
  expect(entries?.rows).toEqual([
    ['加分', '总分', '演示表彰', '第9条', '0.25'],
    ['扣分', '总分', '迟报3次 & 错报<1>次', '第9条', '1.5'],
  ]);
  const { file = new Uint8Array() } = (await bulletinFile(own, id)) ?? {};
  const texts = (await docxTexts(file)).join('\n');
  expect(texts).toContain('迟报3次 & 错报<1>次');
  const others =
    await sql`select u.name_zh as name, s.shown::text from run_score s join org_unit u on u.code = s.org_unit_code
    where s.run_id = ${run} and u.code <> 'U2' and s.shown is not null`;
  expect(others).toHaveLength(199);
  const own2 = new Set(texts.match(/\d+\.\d+/g));
  for (const { name } of others) expect(texts).not.toContain(name);
  expect(others.filter(({ shown }) => shown !== row?.shown && own2.has(shown)).map(({ name }) => name)).toEqual([]);
  expect(texts).not.toMatch(/只给考核办看的证据|别的单位的事|7\.77/);

  // It stays as it was, whatever follows.
  await sql`update adjustment set reason = '改了' where id = 'e1'`;
  await sql`update org_unit set name_zh = '演示2区' where code = 'U2'`;
  await inventedRun(database, { period: '2025', state: 'approved' });
  expect((await bulletinFile(own, id))?.file).toEqual(file);
  expect(await bulletinOf(own, id)).toEqual(found);
});

test('a letter is seen by its unit once it is issued, and by no other unit', async () => {
  const draft = await draftedBulletin(database, source('U2'));
  expect(await bulletinOf(own, draft)).toBeNull();
  const [issued] = await sql`select id from bulletin where state = 'issued' and org_unit_code = 'U2'`;
  for (const who of [
    foreign,
    someone('d', 'departmentReviewer'),
    someone('a', 'administrator'),
    anonymousPrincipal(),
  ]) {
    expect(await bulletinOf(who, issued?.id), who.role).toBeNull();
    expect(await bulletinFile(who, issued?.id), who.role).toBeNull();
    expect((await bulletinList(who, { page: 1 })).total, who.role).toBe(0);
    expect(await findBulletins(who, '演示', 9), who.role).toEqual([]);
  }
  for (const who of [own, someone('l', 'leader'), someone('x', 'auditor'), office])
    expect((await bulletinOf(who, issued?.id))?.kind, who.role).toBe('score');
  expect((await bulletinList(own, { page: 1 })).total).toBe(1);
});

test('units that tie, stand apart or were not in the run before are told so', async () => {
  const said = async (unit: string, of = run) =>
    (await bulletinOf(office, await draftedBulletin(database, source(unit, of))))?.body.split('\n')[2];
  expect(await said('U3')).toContain('第{名次}位');
  expect(await said('U9')).toBe('你单位总分{得分}分，不参加排名。等次为{等次}。');
  expect(await said('U5', earlier)).not.toContain('上期');
});

test('a run that is not published, and a unit that is not in it, have no letter', async () => {
  expect(await refusalOf(draftedBulletin(database, source('NONE')))).toBe('notFound bulletins.refused.noSource');
  const trial = await inventedRun(database, { period: '2025', state: 'trial' });
  expect(await refusalOf(draftedBulletin(database, source('U2', trial)))).toBe('notFound bulletins.refused.noSource');
  const [runs, units] = await scoreMenus(office, 'en', { run });
  expect(runs?.options.map(({ value }) => value).toSorted()).toEqual([earlier, run].toSorted());
  expect(units?.options).toHaveLength(200);
  // A unit without a name in English is listed by its Chinese one.
  expect(units?.options.every(({ label }) => label !== '')).toBe(true);
});
