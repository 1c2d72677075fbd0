import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { accountPrincipal, anonymousPrincipal } from '@/lib/access/principal';
import { playerUsernames } from '@/lib/access/users/demonstration/words';
import { demonstrationUsers } from '@/lib/access/users/queries';
import { ranking } from '@/lib/observations/ranking/queries';
import { timelinessOf } from '@/lib/reporting/collections/timeliness';
import { figureStates, submissionStates } from '@/lib/reporting/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { loadDemonstration } from './load-demonstration';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');

const tables = ['org_unit', 'indicator', 'observation', 'observation_revision', 'target', 'check_rule', 'app_user'];
const assessed = ['scheme', 'scheme_version', 'run', 'run_score', 'adjustment'];
const more = [
  ...assessed,
  'collection',
  'collection_calendar',
  'submission_value',
  'review_event',
  'reopen_request',
  'follow_up',
  'follow_up_event',
  'leader_remark',
  'annotation',
  'proposal',
  'audit_event',
];
const counts = async () => {
  const rows = await sql.unsafe(
    [...tables, ...more].map((table) => `select '${table}' as name, count(*)::int from ${table}`).join(' union all '),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
};

test('a product with an external database gets no demonstration', async () => {
  checkSettings({ BATON_EMBEDDED: '' });
  await playDemonstration(database, now);
  const nobody = accountPrincipal({ ...anonymousPrincipal(), role: 'administrator' });
  expect(await refusalOf(perform(loadDemonstration, nobody, {}, { now, database }))).toBe('forbidden command');
  checkSettings();
  // Only the refused attempt is in the trail.
  const { audit_event: told, ...others } = await counts();
  expect(told).toBe(1);
  expect(Object.values(others).every((count) => count === 0)).toBe(true);
});

describe('the demonstration', () => {
  beforeAll(async () => {
    await playDemonstration(database, now);
  }, 60_000);

  test('years to date are drawn against the whole year before', async () => {
    const [group] = await sql`select peer_group_code as code from coverage
      where indicator_code = 'DEMO_POWER' and period_code = '2026-YTD09' order by units desc limit 1`;
    const choice = { indicatorCode: 'DEMO_POWER', periodCode: '2026-YTD09', peerGroupCode: `${group?.code}` };
    const found = await ranking(anonymousPrincipal(), choice);
    const before = found?.periods.filter((code) => code.startsWith('2025'));
    const stored = await sql`select code from period join coverage on period_code = code
      where indicator_code = 'DEMO_POWER' and kind = 'yearToDate' and year = 2025 and peer_group_code = ${`${group?.code}`}`;
    expect(stored.length).toBeGreaterThan(9);
    expect(before?.toSorted()).toEqual(stored.map(({ code }) => code).toSorted());
  });

  test('changes nothing a second time, nor a month later', async () => {
    const before = await counts();
    await playDemonstration(database, now);
    await playDemonstration(database, new Date('2026-12-25T04:00:00Z'));
    expect(await counts()).toEqual(before);
    expect(before.observation).toBeGreaterThan(4000);
  });

  test('names only invented units, and every indicator is labelled as invented', async () => {
    expect(await sql`select 1 from org_unit where not is_demonstration or name_zh not like '%（演示）'`).toHaveLength(
      0,
    );
    expect(await sql`select 1 from indicator where name_zh not like '%（演示）'`).toHaveLength(0);
    expect(await sql`select 1 from collection where not is_demonstration`).toHaveLength(0);
    expect(await sql`select 1 from source where publisher <> '演示数据' and title not like '台账：演示%'`).toHaveLength(
      0,
    );
    expect(await sql`select 1 from target where note not like '演示数据%'`).toHaveLength(0);
    expect(await sql`select 1 from app_user where name not like '演示·%' or not is_demonstration`).toHaveLength(0);
  });

  test('has a return in each state, one overdue, one in time, one late and one with an extension', async () => {
    const rows = await sql`
      select s.org_unit_code as unit, s.state, s.first_submitted_at, s.extended_until, s.reminders, c.opens_at, c.due_at,
        c.grace_until, c.title
      from submission s join collection c on c.id = s.collection_id`;
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(submissionStates));
    const stands = rows.map((row) => ({
      unit: row.unit,
      title: row.title,
      reminders: row.reminders,
      timeliness: timelinessOf(
        {
          collectionState: 'open',
          opensAt: new Date(row.opens_at),
          dueAt: new Date(row.due_at),
          graceUntil: new Date(row.grace_until),
          extendedUntil: row.extended_until && new Date(row.extended_until),
        },
        { firstSubmittedAt: row.first_submitted_at && new Date(row.first_submitted_at) },
        now,
      ),
    }));
    const of = (unit: string) => stands.find((row) => row.unit === unit && row.title.startsWith('2026年9月'));
    expect(of('DEMO-JI')).toMatchObject({ timeliness: 'overdue', reminders: 2 });
    expect(of('DEMO-GENG')).toMatchObject({ timeliness: 'running' });
    expect(of('DEMO-XIN')).toMatchObject({ timeliness: 'lateDone', reminders: 1 });
    expect(of('DEMO-JIA')).toMatchObject({ timeliness: 'inTime' });
    expect(stands.some(({ timeliness }) => timeliness === 'dueSoon')).toBe(true);
  });

  test('has a task for each reviewer', async () => {
    const rows = await sql`
      select v.org_unit_code as unit, v.awaits, i.responsible_zh as department from submission_value v
      join indicator i on i.code = v.indicator_code where v.awaits is not null`;
    const waits = (awaits: string, key: string, value: string) =>
      rows.some((row) => row.awaits === awaits && row[key] === value);
    expect(waits('unitReviewer', 'unit', 'DEMO-JIA')).toBe(true);
    expect(waits('departmentReviewer', 'department', '演示统计局')).toBe(true);
    expect(waits('departmentReviewer', 'department', '演示应急局')).toBe(true);
    expect(await sql`select 1 from reopen_request where state = 'pending'`).toHaveLength(1);
    const states = await sql`select distinct state from submission_value`;
    const known: readonly string[] = figureStates;
    expect(states.every(({ state }) => known.includes(state))).toBe(true);
  });

  test('has a draft with a figure in the wrong unit, and an approved figure beside a reported one', async () => {
    const [odd] = await sql`
      select v.value / o.value as ratio from submission_value v
      join observation o on o.indicator_code = v.indicator_code and o.org_unit_code = v.org_unit_code
        and o.period_code = '2026-M09'
      where v.org_unit_code = 'DEMO-JIA' and v.indicator_code = 'DEMO_POWER' and v.period_code = '2026-M10'`;
    expect(Number(odd?.ratio)).toBeGreaterThan(8000);
    const [found] = await sql`
      select v.value, v.approved_value, o.value as current from submission_value v
      join observation o using (indicator_code, org_unit_code, period_code) where v.approved_value is not null`;
    expect(Number(found?.approved_value)).toBe(Number(found?.value) + 1);
    expect(found?.current).toBe(found?.approved_value);
  });

  test('made approved figures current, with a revision after the flash', async () => {
    const history = await sql`
      select vintage, revision from observation_revision
      where indicator_code = 'DEMO_KEY' and org_unit_code = 'DEMO-JIA' and period_code = '2026-M09' order by revision`;
    expect(history.map(({ vintage }) => vintage)).toEqual(['flash', 'preliminary']);
  });

  test('has every step done by one of its people, and in the trail', async () => {
    expect(
      await sql`
      select 1 from review_event where actor not in (select id from app_user where is_demonstration)`,
    ).toHaveLength(0);
    const commands = await sql`select command, count(*)::int as times from audit_event group by 1`;
    const times = Object.fromEntries(commands.map((row) => [row.command, row.times]));
    expect(times).toMatchObject({
      'demonstration.load': 1,
      'collection.open': 3,
      'calendar.create': 1,
      'collection.remind': 2,
      'submission.extend': 1,
      'submission.askReopening': 1,
      'review.return': 1,
      'review.verify': 1,
    });
  });

  test('published three years of the zones and one of safety, each step by another person', async () => {
    const runs =
      await sql`select scheme_code, scheme_version, period_code, state, computed_by, approved_by, published_by
      from run order by 1, 3`;
    expect(runs.map((row) => [row.scheme_code, row.scheme_version, row.period_code, row.state])).toEqual([
      ['DEMO-SAFETY', 1, '2025', 'published'],
      ['DEMO-ZONES', 1, '2023', 'published'],
      ['DEMO-ZONES', 1, '2024', 'published'],
      ['DEMO-ZONES', 2, '2025', 'published'],
    ]);
    expect(runs.every((row) => row.computed_by !== row.approved_by && row.approved_by !== row.published_by)).toBe(true);
    expect(await sql`select 1 from run where robustness is null`).toHaveLength(0);
    const versions = await sql`select scheme_code, number, state from scheme_version order by 1, 2`;
    expect(versions.map((row) => `${row.scheme_code} ${row.number} ${row.state}`)).toEqual([
      'DEMO-SAFETY 1 published',
      'DEMO-SAFETY 2 draft',
      'DEMO-ZONES 1 superseded',
      'DEMO-ZONES 2 published',
    ]);
  });

  test('has a tie, a veto, a promotion, capped adjustments, a unit apart and one that is last again', async () => {
    const rows =
      await sql`select r.period_code as year, r.scheme_code as scheme, s.org_unit_code as unit, s.rank, s.is_tied,
      s.is_apart, s.grade, s.notes, s.adjustments from run_score s join run r on r.id = s.run_id`;
    const of = (year: string, unit: string) => rows.find((row) => row.year === year && row.unit === unit);
    expect(of('2024', 'DEMO-ZONE3')).toMatchObject({ rank: 4, is_tied: true });
    expect(of('2024', 'DEMO-ZONE4')).toMatchObject({ rank: 4, is_tied: true });
    expect(['2024', '2025'].map((year) => of(year, 'DEMO-ZONE8')?.rank)).toEqual([8, 8]);
    expect(of('2025', 'DEMO-ZONE1')).toMatchObject({ rank: 2, grade: 'third' });
    expect(of('2025', 'DEMO-ZONE7')).toMatchObject({ rank: 7, grade: 'second' });
    expect(of('2025', 'DEMO-ZONE2')?.adjustments).toMatchObject([{ points: 2, asked: 2.5 }]);
    expect(of('2025', 'DEMO-REN')).toMatchObject({ rank: null, is_apart: true, grade: 'good' });
    const states = await sql`select distinct state from adjustment order by 1`;
    expect(states.map(({ state }) => state)).toEqual(['confirmed', 'proposed', 'provisional', 'revoked']);
  });

  test('has no moment in the future', async () => {
    const rows = await sql`
      select max(at) as at from review_event union all select max(recorded_at) from observation_revision
      union all select max(created_at) from collection union all select max(published_at) from run
      union all select max(updated_at) from adjustment union all select max(edited_at) from scheme_version`;
    expect(rows).toHaveLength(6);
    for (const { at } of rows) expect(new Date(at).getTime()).toBeLessThanOrEqual(now.getTime());
  });

  test('shows its players on the sign-in page in order, and not the people of the other units', async () => {
    const users = await demonstrationUsers();
    expect(users.map(({ username }) => username)).toEqual(playerUsernames);
    expect(users.find(({ username }) => username === 'demo.reporter')?.unit?.code).toBe('DEMO-JIA');
  });

  test('moves accounts of an earlier product to the invented units', async () => {
    await sql`update app_user set unit_code = null, department = '统计部门', name = '演示·填报', version = 7
      where username = 'demo.reporter'`;
    await playDemonstration(database, now);
    const [user] =
      await sql`select name, unit_code, department, version from app_user where username = 'demo.reporter'`;
    expect(user).toEqual({ name: '演示·甲区填报', unit_code: 'DEMO-JIA', department: null, version: 8 });
    const [event] = await sql`select command, changes from audit_event order by seq desc limit 1`;
    expect(event?.command).toBe('demonstration.load');
    expect(JSON.parse(event?.changes)[0]).toMatchObject({ before: { department: '统计部门' } });
  });
});
