import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { collectionHistory } from '@/lib/reporting/collections/progress/queries';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { lateDecisions, reviewQueue } from '@/lib/reporting/review/queue/queries';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { figureSteps, reviewReturn } from '@/lib/reporting/review/returns/queries';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const ours = person('departmentReviewer');
const other = person('departmentReviewer', { department: '演示二部' });
const unitReviewer = person('unitReviewer');
const flag = { severity: 'query', key: 'jump' } as const;

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  principal: Principal,
  input: object,
) => perform(command, principal, input, { now: new Date() });

let older: string;
let newer: string;
beforeAll(async () => {
  await fictionalIndicators(database);
  const figures = [{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2', findings: [flag] }, { indicatorCode: 'DEMO3' }];
  older = await submittedReturns(database, {
    period: '2026-M08',
    title: '八月',
    chain: ['departmentReviewer'],
    figures: [{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO3' }],
  });
  newer = await submittedReturns(database, {
    period: '2026-M09',
    title: '九月',
    chain: ['departmentReviewer'],
    units: ['JIA', 'YI'],
    figures,
  });
  await sql`update submission set submitted_at = now() - interval '9 days' where collection_id = ${older}`;
});

describe('the queue', () => {
  test('has the returns that wait for the department: with findings first, then the longest waiting', async () => {
    const lines = await reviewQueue(ours);
    expect(lines.map(({ title, unit, waiting, query }) => [title, unit.code, waiting, query])).toEqual([
      ['九月', 'JIA', 2, 1],
      ['九月', 'YI', 2, 1],
      ['八月', 'JIA', 1, 0],
    ]);
    expect((await reviewQueue(other)).map(({ waiting }) => waiting)).toEqual([1, 1, 1]);
  });

  test('is empty for a level outside the chain, for a department without indicators and for other roles', async () => {
    expect(await reviewQueue(unitReviewer)).toEqual([]);
    expect(await reviewQueue(person('departmentReviewer', { department: '无此部门' }))).toEqual([]);
    expect(await reviewQueue(person('leader'))).toEqual([]);
    expect(await reviewQueue(person('assessmentOffice'))).toEqual([]);
  });

  test('leaves out the reviewer’s own submissions', async () => {
    const self = person('departmentReviewer', { userId: 'check-reporter' });
    expect(await reviewQueue(self)).toEqual([]);
  });

  test('of a unit’s reviewer has the own unit alone, a line per department', async () => {
    const id = await submittedReturns(database, {
      period: '2026-M07',
      units: ['JIA', 'YI'],
      figures: [{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2' }, { indicatorCode: 'DEMO3' }],
    });
    const lines = (await reviewQueue(unitReviewer)).filter(({ collectionId }) => collectionId === id);
    expect(lines.map(({ unit, department, waiting }) => [unit.code, department, waiting]).sort()).toEqual([
      ['JIA', '演示二部', 1],
      ['JIA', '演示部门', 2],
    ]);
  });
});

describe('a return under review', () => {
  const jia = () => ({ collectionId: newer, unitCode: 'JIA' });

  test('shows a department its own indicators alone, the flagged ones first', async () => {
    const found = await reviewReturn(ours, jia());
    expect(found?.figures.map(({ indicatorCode, isMine }) => [indicatorCode, isMine])).toEqual([
      ['DEMO2', true],
      ['DEMO', true],
    ]);
    expect(found?.figures[0]?.findings).toHaveLength(1);
    expect((await reviewReturn(other, jia()))?.figures.map(({ indicatorCode }) => indicatorCode)).toEqual(['DEMO3']);
  });

  test('shows a unit’s reviewer the own unit, with nothing to decide that waits for another level', async () => {
    const found = await reviewReturn(unitReviewer, jia());
    expect(found?.figures.map(({ isMine }) => isMine)).toEqual([false, false, false]);
    expect(await reviewReturn(person('unitReviewer', { unitCode: 'YI' }), jia())).toBeNull();
  });

  test('is not found by others, nor by a department without indicators in it', async () => {
    expect(await reviewReturn(person('reporter'), jia())).toBeNull();
    expect(await reviewReturn(person('leader'), jia())).toBeNull();
    expect(await reviewReturn(person('auditor'), jia())).toBeNull();
    expect(await reviewReturn(person('administrator'), jia())).toBeNull();
    expect(await reviewReturn(person('departmentReviewer', { department: '无此部门' }), jia())).toBeNull();
    expect(await reviewReturn(ours, { collectionId: 'none', unitCode: 'JIA' })).toBeNull();
  });

  test('is read whole by the office, which decides nothing there', async () => {
    const office = person('assessmentOffice');
    const found = await reviewReturn(office, jia());
    expect(found?.figures.map(({ indicatorCode, isMine }) => [indicatorCode, isMine]).sort()).toEqual([
      ['DEMO', false],
      ['DEMO2', false],
      ['DEMO3', false],
    ]);
    const figure = { indicatorCode: 'DEMO3', periodCode: '2026-M09' };
    expect(await figureSteps(office, jia(), figure)).toEqual(await figureSteps(other, jia(), figure));
  });

  test('leaves out unsubmitted figures', async () => {
    await sql`update submission_value set state = 'draft', awaits = null
      where collection_id = ${older} and indicator_code = 'DEMO3'`;
    expect(await reviewReturn(other, { collectionId: older, unitCode: 'JIA' })).toBeNull();
    await sql`update submission_value set state = 'submitted', awaits = 'departmentReviewer'
      where collection_id = ${older} and indicator_code = 'DEMO3'`;
  });

  test('has the published figures of the month before, once those are approved', async () => {
    const figure = { indicatorCode: 'DEMO', periodCode: '2026-M08', version: 1 };
    await act(approveFigures, ours, { collectionId: older, unitCode: 'JIA', figures: [figure] });
    const found = await reviewReturn(ours, jia());
    const known = found?.figures.find(({ indicatorCode }) => indicatorCode === 'DEMO')?.known;
    expect(known?.previous?.value).toBe('1200');
    expect(known?.onPrevious).toEqual({ kind: 'percent', change: '0.0' });
    expect(known?.course.slice(-2)).toEqual(['1200', '1200']);
  });
});

describe('a list of decisions', () => {
  test('has one line for simultaneous ones, newest first, for their author alone', async () => {
    const yi = { collectionId: newer, unitCode: 'YI' };
    const figures = ['DEMO', 'DEMO2'].map((indicatorCode) => ({ indicatorCode, periodCode: '2026-M09', version: 1 }));
    await act(returnFigures, ours, { ...yi, figures, reason: '请核对' });
    const [last] = await lateDecisions(ours);
    expect(last).toMatchObject({ kind: 'returned', figures: 2, reason: '请核对', indicator: { code: 'DEMO' } });
    expect(last?.unit.code).toBe('YI');
    expect(await lateDecisions(other)).toEqual([]);
    const steps = await figureSteps(ours, yi, { indicatorCode: 'DEMO', periodCode: '2026-M09' });
    expect(steps.map(({ kind, reason }) => [kind, reason])).toEqual([['returned', '请核对']]);
    expect(await figureSteps(other, yi, { indicatorCode: 'DEMO', periodCode: '2026-M09' })).toEqual([]);
    expect(await figureSteps(unitReviewer, yi, { indicatorCode: 'DEMO', periodCode: '2026-M09' })).toEqual([]);
  });

  test('tells of a 核定数 that was taken back that it was, here and in the history of the collection', async () => {
    const collectionId = await submittedReturns(database, {
      period: '2026-M06',
      chain: ['departmentReviewer'],
      figures: [{ indicatorCode: 'DEMO' }],
    });
    const verify = (typed: string, version: number) => {
      const figure = { indicatorCode: 'DEMO', periodCode: '2026-M06', version };
      return act(verifyFigure, ours, { collectionId, unitCode: 'JIA', figure, typed, reason: '与台账核对得出' });
    };
    await verify('1300', 1);
    await verify('1200', 2);
    const told = async () => (await lateDecisions(ours)).filter((line) => line.collectionId === collectionId);
    expect((await told()).map(({ kind }) => kind)).toEqual(['unverified', 'verified']);
    const history = await collectionHistory(person('assessmentOffice'), collectionId, 10);
    expect(history.map(({ kind }) => kind)).toEqual(['unverified', 'verified']);
  });
});
