import { expect, test } from 'vitest';
import { db } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { loadDataset } from '@/lib/cli/load-dataset';
import { Browser, checkSettings } from '@/lib/testing/accounts';
import { mayReadMetrics } from './admitted';
import { prometheusText } from './prometheus';
import { poolUse, storedMeasures } from './queries';

const { sql, database } = await testDatabase();
checkSettings();
const token = 'a token of the measures, of many letters'.replaceAll(' ', '-');

const own = {
  ...{
    process: 2,
    uptime: 3.5,
    memory: { rss: 9, heapUsed: 4 },
    late: { half: 0, most: 0.25, longest: 1 },
    keptHits: 7,
  },
  answers: [{ kind: 'page', status: 200, count: 2 }],
  times: [{ kind: 'page', count: 2, sum: 0.32, within: [{ edge: 0.025, count: 1 }] }],
};

test.each<[string, Record<string, string>, string, boolean]>([
  ['a program of this machine', { 'x-baton-near': '1' }, '', true],
  ['another machine', {}, '', false],
  ['another machine, where no token is set, with an empty one', { authorization: 'Bearer ' }, '', false],
  ['the token', { authorization: `Bearer ${token}` }, token, true],
  ['the token in another way', { authorization: token }, token, false],
  ['the beginning of the token', { authorization: `Bearer ${token.slice(0, -1)}` }, token, false],
  ['another machine, where a token is set', {}, token, false],
])('the measures are told or not: %s', (_who, headers, set, may) => {
  expect(mayReadMetrics(new Headers(headers), set)).toBe(may);
});

test('the measures are what the database has, and hold neither a figure nor a name', async () => {
  await loadDataset(database);
  await new Browser().signIn('nobody.here', 'wrong password', new Date());
  await sql`insert into backup (id, state, origin, asked_by, asked_at, ended_at)
    values ('b', 'good', 'page', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:10Z')`;
  const stored = await storedMeasures();
  const [trail] = await sql`select max(seq)::int as last from audit_event`;
  expect(stored).toMatchObject({ lastBackup: 1_767_225_610, lastEvent: trail?.last, refusedSignIns: 1 });
  expect(stored?.connections).toBeGreaterThan(0);
  const text = prometheusText('0.2.0', own, poolUse(), stored);
  const lines = text.trimEnd().split('\n');
  const sample = /^baton_[a-z_]+(\{[a-z]+="[\w.+]+"(,[a-z]+="[\w.+]+")*\})? [\d.e+-]+$/;
  expect(lines.filter((line) => !/^# (HELP|TYPE) baton_[a-z_]+ [A-Za-z]/.test(line) && !sample.test(line))).toEqual([]);
  for (const line of [
    'baton_info{process="2",version="0.2.0"} 1',
    'baton_requests_total{process="2",kind="page",status="200"} 2',
    'baton_request_duration_seconds_bucket{process="2",kind="page",le="0.025"} 1',
    'baton_request_duration_seconds_bucket{process="2",kind="page",le="+Inf"} 2',
    'baton_event_loop_lag_seconds{process="2",quantile="0.99"} 0.25',
    'baton_last_backup_timestamp_seconds 1767225610',
    `baton_audit_events_total ${trail?.last}`,
    'baton_refused_sign_ins_last_day 1',
    'baton_database_up 1',
  ])
    expect(lines).toContain(line);
  const names = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(new Set(names).size).toBe(names.length);
});

test('the connections of the pool are counted while they are lent', async () => {
  const before = poolUse();
  await db().transaction(async (tx) => {
    await tx.execute('select 1');
    expect(poolUse()).toMatchObject({ lent: before.lent + 1, most: before.most, waiting: 0 });
  });
  expect(poolUse().lent).toBe(before.lent);
  expect(prometheusText('0.2.0', own, poolUse(), null)).toMatch(/^baton_database_up 0$/m);
});
