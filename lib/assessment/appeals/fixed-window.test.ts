import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { announceRun } from '@/lib/assessment/publicity/announce-run';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { appealedRun, people } from '@/lib/testing/appealed-run';

checkSettings();
const { sql, database } = await testDatabase();
const { first, jia } = people;
const on = (day: string) => ({ now: new Date(`${day}T10:00:00+08:00`), database });
let run = '';

// The run is published on 2 March while the setting says 15 days; it says 3 from then on.
beforeAll(async () => {
  run = await appealedRun(database);
  process.env.APPEAL_DAYS = '3';
});
afterAll(() => {
  delete process.env.APPEAL_DAYS;
});

test('a setting that is changed later neither shortens nor lengthens the days of a run that is published', async () => {
  expect(await appealsUntil(jia, run)).toBe('2026-03-17');
  process.env.APPEAL_DAYS = '90';
  expect(await appealsUntil(jia, run)).toBe('2026-03-17');
  process.env.APPEAL_DAYS = '3';
  const terms = { run, unit: 'U1', about: ['m1'], grounds: '产出按新口径少算了两家企业。', asks: '请重新核算。' };
  expect(await refusalOf(perform(fileAppeal, jia, terms, on('2026-03-18')))).toBe('conflict appeals.refused.tooLate');
  await perform(fileAppeal, jia, terms, on('2026-03-17'));
});

test('an announcement by the shorter setting does not end them sooner', async () => {
  const said = { body: '演示考核办', contact: '演示', telephone: '0512-1', words: '', reason: '' };
  const days = { firstDay: '2026-03-03', lastDay: '2026-03-09' };
  await perform(announceRun, first, { run, version: 0, ...days, ...said }, on('2026-03-03'));
  expect(await appealsUntil(jia, run)).toBe('2026-03-17');
});

test('the last day of a published run is never changed', async () => {
  const [row] = await sql`select appeals_until::text as until from run where id = ${run}`;
  expect(row?.until).toBe('2026-03-17');
  await expect(sql`update run set appeals_until = '2026-03-05' where id = ${run}`).rejects.toMatchObject({
    code: '23001',
  });
});
