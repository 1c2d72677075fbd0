import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { undoableDecision } from '@/lib/reporting/review/queue/queries';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { undoDecision } from '@/lib/reporting/review/undo-decision';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
const { givenReturn, figureIn, returnIn, stepsIn, auditOf } = underReview({ sql, database });
const [unit, department] = [person('unitReviewer'), person('departmentReviewer')];
beforeAll(() => fictionalIndicators(database));

let clock = Date.now() + 3_600_000;
const later = (seconds: number) => {
  clock += seconds * 1000;
  return new Date(clock);
};
const actAt = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  principal: Principal,
  input: object,
  now: Date,
) => perform(command, principal, input, { now, database });
const undo = (who: Principal, decidedAt: Date, now = later(3)) =>
  actAt(undoDecision, who, { decidedAt: decidedAt.toISOString() }, now);

test('a return is undone within ten seconds: the figure waits again, with its 核定数 and no reason of a return', async () => {
  const { collectionId, period, looked } = await givenReturn();
  const figure = { indicatorCode: 'DEMO', periodCode: period, version: 1 };
  const verified = { collectionId, unitCode: 'JIA', figure, typed: '1300', typedYoy: '5.3', reason: '与台账核对得出' };
  await actAt(verifyFigure, unit, verified, later(60));
  const before = await figureIn(collectionId);
  const at = later(60);
  await actAt(returnFigures, unit, { ...looked(['DEMO'], 2), reason: '请核对数量级' }, at);
  expect(await figureIn(collectionId)).toMatchObject({ state: 'returned', approved_value: null });
  expect(await undoableDecision(unit, new Date(at.getTime() + 3000))).toEqual(at);
  expect(await undoableDecision(department, new Date(at.getTime() + 3000))).toBeNull();
  expect(await undo(unit, at)).toBe(1);
  expect(await figureIn(collectionId)).toEqual({ ...before, version: 4 });
  expect(await stepsIn(collectionId)).toEqual(['verified', 'returned', 'undone']);
  expect((await auditOf(collectionId)).at(-1)?.command).toBe('review.undo');
  expect(await refusalOf(undo(unit, at))).toBe('conflict undoFollowed');
});

test('a passing on is undone, and several at once are', async () => {
  const { collectionId, looked } = await givenReturn([{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2' }]);
  const at = later(60);
  await actAt(approveFigures, unit, looked(['DEMO', 'DEMO2']), at);
  expect((await figureIn(collectionId, 'DEMO2'))?.awaits).toBe('departmentReviewer');
  expect(await undo(unit, at)).toBe(2);
  for (const code of ['DEMO', 'DEMO2']) expect((await figureIn(collectionId, code))?.awaits).toBe('unitReviewer');
});

test('it is refused later, to another person, after another step, and once it is published', async () => {
  const { collectionId, period, looked } = await givenReturn();
  const at = later(60);
  await actAt(approveFigures, unit, looked(['DEMO']), at);
  expect(await refusalOf(undo(department, at))).toBe('notFound undoNothing');
  expect(await refusalOf(undo(person('reporter'), at))).toBe('forbidden command');
  expect(await refusalOf(undo(unit, at, new Date(at.getTime() + 10_001)))).toBe('conflict undoLate');
  const final = later(60);
  await actAt(approveFigures, department, looked(['DEMO'], 2), final);
  expect(await refusalOf(undo(unit, at, new Date(at.getTime() + 9000)))).toBe('conflict undoFollowed');
  expect(await undoableDecision(department, new Date(final.getTime() + 1000))).toBeNull();
  expect(await refusalOf(undo(department, final))).toBe('conflict undoPublished');
  expect(await sql`select 1 from observation where period_code = ${period}`).toHaveLength(1);
  expect((await figureIn(collectionId))?.state).toBe('approved');
});

test('it is refused once the reporter has changed the returned figure', async () => {
  const { collectionId, period, looked } = await givenReturn();
  const at = later(60);
  await actAt(returnFigures, unit, { ...looked(['DEMO']), reason: '请核对数量级' }, at);
  const cell = {
    indicatorCode: 'DEMO',
    periodCode: period,
    version: 2,
    entry: { ...emptyEntry, typed: '1250' },
  };
  await actAt(saveFigures, person('reporter'), { collectionId, unitCode: 'JIA', cells: [cell] }, later(2));
  expect(await refusalOf(undo(unit, at))).toBe('conflict undoFollowed');
});

test('two decisions at one moment are undone singly', async () => {
  const [one, other] = [await givenReturn(), await givenReturn()];
  const at = later(60);
  await actAt(approveFigures, unit, one.looked(['DEMO']), at);
  await actAt(returnFigures, unit, { ...other.looked(['DEMO']), reason: '请核对数量级' }, at);
  const last = await undoableDecision(unit, new Date(at.getTime() + 3000));
  expect(last).not.toEqual(at);
  expect(await undo(unit, last ?? at)).toBe(1);
  expect((await figureIn(other.collectionId))?.state).toBe('submitted');
  expect((await figureIn(one.collectionId))?.awaits).toBe('departmentReviewer');
  expect(await undo(unit, at)).toBe(1);
});

test('a return of before has its reason and author again, and the reporter may withdraw', async () => {
  const { collectionId, looked } = await givenReturn();
  const submit = async () => {
    const { version } = (await returnIn(collectionId)) ?? {};
    return actAt(submitReturn, person('reporter'), { collectionId, unitCode: 'JIA', version }, later(60));
  };
  await actAt(returnFigures, unit, { ...looked(['DEMO']), reason: '请核对数量级' }, later(60));
  await submit();
  const at = later(60);
  const { version = 0 } = (await figureIn(collectionId)) ?? {};
  await actAt(approveFigures, unit, looked(['DEMO'], version), at);
  expect(await undo(unit, at)).toBe(1);
  expect(await figureIn(collectionId)).toMatchObject({ return_reason: '请核对数量级', returned_by: unit.userId });
  const head = await returnIn(collectionId);
  expect(head?.review_began).toBe(false);
  const mine = { collectionId, unitCode: 'JIA', version: head?.version };
  await actAt(withdrawReturn, person('reporter'), mine, later(60));
  expect((await figureIn(collectionId))?.state).toBe('returned');
});
