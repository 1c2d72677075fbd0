import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { followUpCounts } from '@/lib/monitoring/follow-ups/list/queries';
import { followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { answerRemark } from '@/lib/monitoring/follow-ups/remarks/answer-remark';
import { ownRemarks, remarksAbout, waitingRemarks } from '@/lib/monitoring/follow-ups/remarks/queries';
import { remarkUpon } from '@/lib/monitoring/follow-ups/remarks/remark-upon';
import { writeRemark } from '@/lib/monitoring/follow-ups/remarks/write-remark';
import { addressOf, writtenAbout } from '@/lib/monitoring/follow-ups/remarks/written-about';
import { suggestionFor } from '@/lib/monitoring/follow-ups/suggestion/queries';
import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const give = { now: new Date('2026-06-10T09:00:00+08:00'), database };
const office = person('assessmentOffice');
const leader = person('leader', { userId: 'leader-1' });
const words = '请限期整改';
let about: Readonly<Record<RemarkAbout['kind'], RemarkAbout>>;
let run = '';
let place = { code: '' };
const named = (text: string) =>
  text.replaceAll('UNIT', `${place.code}A`).replaceAll('CODE', place.code).replaceAll('RUN', run);

beforeAll(async () => {
  await fictionalIndicators(database);
  const told = await toldResults(sql, { units: 2 });
  place = told;
  const unit = `${place.code}A`;
  await told.light(unit, '2026-05', 'red');
  run = await told.publish('2025', { [unit]: { rank: 1 } });
  const { code: indicator } = place;
  const collection = await inventedCollection(database, { title: '演示月报', figures: 1 });
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed,
      vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select ${indicator}, ${unit}, '2025', 5, 1, 'exact', '', 'approved', '', code, '', '', '', 1, 't', now() from source limit 1`;
  for (const state of ['published', 'draft'])
    await sql`insert into monitoring_report (id, peer_group_code, year, month, kind, number, state, note, prepared_by, prepared_at,
        published_by, published_at)
      values (${state}, ${place.code}, 2026, ${state === 'draft' ? 4 : 3}, 'month', 1, ${state}, '', 't', now(), 'u', now())`;
  about = {
    lamp: { kind: 'lamp', unit, indicator, year: 2026, month: 5 },
    figure: { kind: 'figure', unit, indicator, period: '2025' },
    score: { kind: 'score', run, unit },
    report: { kind: 'report', report: 'published' },
    collection: { kind: 'collection', collection },
  };
});

beforeEach(async () => {
  await sql`alter table follow_up_event disable trigger user`;
  for (const table of ['follow_up_event', 'leader_remark', 'follow_up']) await sql`delete from ${sql(table)}`;
  await sql`alter table follow_up_event enable trigger user`;
});

const write = (of: object, who: Principal = leader) =>
  perform(writeRemark, who, { about: of, remark: words } as never, give);
const terms = {
  title: '整改事项',
  matter: '限期整改',
  unit: 'JIA',
  assisting: [],
  dueOn: '2026-06-30',
  condition: null,
};
const raise = (origin: object) => perform(raiseFollowUp, office, { ...terms, origin } as never, give);

test.each([
  ['lamp', '演示UNIT 演示指标 2026年5月的灯', '/monitoring/lamps/UNIT/CODE?year=2026'],
  ['figure', '演示UNIT 演示指标 2025年', '/reporting/revisions/CODE/UNIT/2025'],
  ['score', '演示UNIT在演示考核 2025年的得分', '/assessment/explanation/RUN/UNIT'],
  ['report', '演示序列 2026年3月的监测通报', '/monitoring/reports/published'],
  ['collection', '填报任务 演示月报', '/reporting/collections/invented-'],
] as const)(
  'a remark about a %s waits for the office, which raises one follow-up from it',
  async (kind, plainWords, plainAddress) => {
    const [said, address] = [named(plainWords), named(plainAddress)];
    expect(await refusalOf(write(about[kind], office))).toBe('forbidden command');
    const id = await write(about[kind]);
    const [waiting] = await waitingRemarks(office);
    expect(waiting).toMatchObject({ id, about: about[kind], words, followUpId: null, answer: null });
    if (!waiting) throw new Error('no remark');
    expect(writtenAbout(waiting, 'zh-CN')).toBe(said);
    expect(addressOf(waiting)).toContain(address);
    const { kind: _, ...keys } = about[kind];
    const origin = { kind: 'remark', remark: id } as const;
    expect(await suggestionFor(office, { ...origin, ...keys })).toMatchObject({
      ...{ title: `落实领导对${said}的批示`, unit: 'unit' in keys ? keys.unit : '' },
      matter: expect.stringContaining(words),
    });
    const followUp = await raise(origin);
    expect(await followUpView(office, followUp)).toMatchObject({ origin: { ...origin, ...keys }, remark: { id } });
    expect(await refusalOf(raise(origin))).toBe('conflict followUps.refused.remarkTaken');
    expect(await waitingRemarks(office)).toEqual([]);
    expect(await remarksAbout(leader, about[kind])).toMatchObject([
      { id, followUpId: followUp, followUpState: 'raised' },
    ]);
    expect(await remarksAbout(person('reporter'), about[kind])).toEqual([]);
    expect((await ownRemarks(leader, { most: 5 })).lines).toMatchObject([{ id, followUpId: followUp }]);
    expect(await ownRemarks(person('leader', { userId: 'leader-2' }), { most: 5 })).toEqual({ lines: [], total: 0 });
  },
);

test('what a leader does not see, or what there is not, takes no remark', async () => {
  const none = 'notFound followUps.refused.noSubject';
  for (const of of [
    { ...about.lamp, month: 4 },
    { ...about.figure, period: '2024' },
    { ...about.score, unit: 'JIA' },
    { kind: 'report', report: 'draft' },
    { kind: 'collection', collection: 'none' },
  ])
    expect(await refusalOf(write(of)), of.kind).toBe(none);
  for (const of of [about.lamp, about.figure, about.score])
    expect(await refusalOf(write(of, { ...leader, units: ['JIA'] })), of.kind).toBe(none);
  // Of a run that is not out nobody outside the office knows.
  await sql`insert into run (id, scheme_code, scheme_version, peer_group_code, period_code, state, is_demonstration, terms, bases,
      notes, units, ranked, items, sha256, engine, computed_by, computed_at)
    select 'trial', scheme_code, 1, peer_group_code, period_code, 'trial', true, '{}', '[]', '[]', 1, 1, 0, 'x', 1, 't', now()
    from run where id = ${run}`;
  await sql`insert into run_score (org_unit_code, run_id, position, rank, is_tied, is_apart, is_provisional, is_eligible, blocks,
      item_values, item_transformed, item_shares, item_points, item_workings, adjustments, notes, figures, targets)
    values (${`${place.code}A`}, 'trial', 1, 1, false, false, false, true, '[]', '{}', '{}', '{}', '{}', '{}', '[]', '[]',
      '{"count": 0, "alike": {}, "each": {}}', '[]')`;
  expect(await refusalOf(write({ ...about.score, run: 'trial' }))).toBe(none);
});

test('the office notes that none is needed, with a reason that the leader reads', async () => {
  const id = await write(about.report);
  expect(await followUpCounts(office, '2026-06-10')).toMatchObject({ remarks: 1 });
  const answer = (who: Principal, reason = '已在二季度措施里安排。') =>
    perform(answerRemark, who, { remark: id, reason }, give);
  expect(await refusalOf(answer(leader))).toBe('forbidden command');
  expect(await refusalOf(answer(office, ''))).toMatch(/^invalid/);
  await answer(office);
  expect(await refusalOf(answer(office))).toBe('conflict followUps.refused.remarkAnswered');
  expect(await refusalOf(raise({ kind: 'remark', remark: id }))).toBe('conflict followUps.refused.remarkAnswered');
  expect(await suggestionFor(office, { kind: 'remark', remark: id, report: 'published' })).toBeNull();
  expect(await waitingRemarks(office)).toEqual([]);
  expect(await followUpCounts(office, '2026-06-10')).toMatchObject({ remarks: 0 });
  const { lines, total } = await ownRemarks(leader, { most: 5 });
  expect([lines.map((one) => one.answer), total]).toEqual([['已在二季度措施里安排。'], 1]);
});

test('a remark upon a follow-up stands in its history, and the leader sees how far it is', async () => {
  const id = await raise({ kind: 'hand', note: '' });
  const upon = (version: number, who: Principal = leader) =>
    perform(remarkUpon, who, { id, version, remark: words }, give);
  expect(await refusalOf(upon(1, office))).toBe('forbidden command');
  await upon(1);
  expect(await refusalOf(upon(1))).toMatch(/^conflict/);
  const view = await followUpView(office, id);
  expect(view).toMatchObject({ state: 'raised', version: 2 });
  expect(view?.history.at(-1)).toMatchObject({ step: { kind: 'remark' }, words });
  await write(about.lamp);
  const { lines, total } = await ownRemarks(leader, { most: 1 });
  expect([lines.length, total]).toEqual([1, 2]);
  expect((await ownRemarks(leader, { most: 9 })).lines).toContainEqual(
    expect.objectContaining({ about: { kind: 'followUp', followUp: id }, followUpState: 'raised', words }),
  );
  // It waits for nobody.
  expect(await waitingRemarks(office)).toHaveLength(1);
});

test('a remark may be as short as 请办, and not shorter', async () => {
  const say = (remark: string) => perform(writeRemark, leader, { about: about.lamp, remark } as never, give);
  expect(await refusalOf(say('办'))).toMatch(/^invalid/);
  await say('请办');
  const id = await raise({ kind: 'hand', note: '' });
  await perform(remarkUpon, leader, { id, version: 1, remark: '同意' }, give);
});
