import { beforeAll, describe, expect, test } from 'vitest';
import { targetEvent } from '@/db/schema/monitoring';
import { perform } from '@/lib/access/command';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { announceRun } from '@/lib/assessment/publicity/announce-run';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { fixCounts } from '@/lib/monitoring/registers/compared/fix-counts';
import { linkCount } from '@/lib/monitoring/registers/compared/link-count';
import { saveEntry } from '@/lib/monitoring/registers/entries/save-entry';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { appealedRun, people, publishedAt } from '@/lib/testing/appealed-run';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';
import { testDatabase } from './testing';
import { histories } from './web-role';

checkSettings();
const { sql, database } = await testDatabase();

beforeAll(async () => {
  await fictionalIndicators(database);
  const period = '2026-M10';
  const collectionId = await submittedReturns(database, {
    period,
    chain: ['unitReviewer'],
    figures: [{ indicatorCode: 'DEMO' }],
  });
  const figures = [{ indicatorCode: 'DEMO', periodCode: period, version: 1 }];
  await perform(
    approveFigures,
    person('unitReviewer'),
    { collectionId, unitCode: 'JIA', figures },
    { now: new Date() },
  );
  const event = { orgUnitCode: 'JIA', indicatorCode: 'DEMO', year: 2026, step: 1, kind: 'issued' } as const;
  await database.insert(targetEvent).values({ ...event, note: '', reason: '', actor: 'check', at: new Date() });
  const place = await toldResults(sql);
  await place.adopt({ kind: 'redInRow', indicator: '', months: 1 });
  await place.light(`${place.code}A`, '2026-03', 'red');
  const task = { unit: 'JIA', year: 2026, title: '补上短板', goal: '年底前翻番', dueOn: '2026-12-31', responsible: '' };
  const added = { ...task, indicator: null, followUp: null, reason: '按清单' };
  await perform(addTask, person('assessmentOffice'), added, { now: new Date() });
  await countedFigure();
  await perform(proposeConsequences, person('assessmentOffice'), {}, { now: new Date() });
  const terms = {
    title: '演示督办',
    matter: '演示事项',
    unit: 'JIA',
    assisting: [],
    dueOn: '2099-12-31',
    condition: null,
  };
  const origin = { kind: 'hand' as const, note: '' };
  await perform(raiseFollowUp, person('assessmentOffice'), { ...terms, origin }, { now: new Date() });
  const run = await appealedRun(database);
  const at = { now: publishedAt, database };
  const days = { firstDay: '2026-03-02', lastDay: '2026-03-06', words: '', reason: '' };
  const receiver = { body: '演示考核办', contact: '演示', telephone: '0512-1' };
  await perform(announceRun, people.first, { run, version: 0, ...days, ...receiver }, at);
  const asked = { run, unit: 'U1', about: [''], grounds: '演示申诉，理由不少于十个字。', asks: '重新核算' };
  await perform(fileAppeal, people.jia, asked, at);
});

/** A register with an entry, and a count of it that was fixed. */
async function countedFigure() {
  const [office, at] = [person('assessmentOffice'), { now: new Date() }];
  const about = {
    code: 'HISTORY',
    version: 0,
    kind: 'entities',
    nameZh: '演示台账',
    nameEn: 'Invented',
    visitDays: 0,
  } as const;
  await perform(saveRegister, office, { ...about, fields: '', grades: '', groups: '' }, at);
  const entry = {
    register: 'HISTORY',
    identifier: 'DEMO0001',
    version: 0,
    from: '2026-01-01',
    state: 'joined',
  } as const;
  const terms = { name: '演示厂', field: '', grade: '', bureau: '', street: 'JIA', group: '', reason: '登记' };
  await perform(saveEntry, office, { ...entry, ...terms }, at);
  await sql`update indicator set basis = 'endOfPeriod' where code = 'DEMO2'`;
  const whole = { counts: 'entries', per: 'whole', unit: 'YI', ofField: '', ofGrade: '', ofGroup: '' } as const;
  const asked = { register: 'HISTORY', version: 1, indicator: 'DEMO2', ...whole };
  const { id: link } = await perform(linkCount, office, asked, at);
  const figures = [{ link, unit: 'YI', counted: 1, replaces: null }];
  await perform(fixCounts, office, { register: 'HISTORY', version: 2, month: '2026-M01', figures, reason: '结转' }, at);
}

describe.each(histories)('%s', (table) => {
  const actor = table === 'observation_revision' ? 'recorded_by' : 'actor';

  test.each([
    ['changed', `update ${table} set ${actor} = 'somebody'`],
    ['deleted', `delete from ${table}`],
    ['emptied', `truncate ${table}`],
    ['emptied with what hangs on it', `truncate ${table} cascade`],
  ])('has rows that are not %s, not by their owner either', async (_how, statement) => {
    expect((await sql.unsafe(`select 1 from ${table}`)).length).toBeGreaterThan(0);
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
  });
});
