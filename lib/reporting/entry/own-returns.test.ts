import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import {
  foundRows,
  previewRows,
  recentUploads,
  uploadedFile,
  uploadView,
} from '@/lib/reporting/import/preview/queries';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(() => fictionalIndicators(database));

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  principal: Principal,
  input: object,
) => perform(command, principal, input, { now: new Date() });

const own = person('unitReviewer');
const stranger = person('unitReviewer', { userId: 'stranger', unitCode: 'YI' });
const reason = '台账补录数据';

let months = 0;
async function submittedReturn() {
  months += 1;
  const period = `2001-M${`${months}`.padStart(2, '0')}`;
  const figure = { indicatorCode: 'DEMO', periodCode: period, version: 1 };
  const chain = ['unitReviewer'] as const;
  const collectionId = await submittedReturns(database, { period, chain, figures: [{ indicatorCode: 'DEMO' }] });
  return { figure, return: { collectionId, unitCode: 'JIA' } };
}

describe('the return of another unit does not exist', () => {
  test('for its reviewer, in every query', async () => {
    const { figure, return: one } = await submittedReturn();
    const figures = [figure];
    const refused = [
      act(approveFigures, stranger, { ...one, figures }),
      act(returnFigures, stranger, { ...one, figures, reason }),
      act(verifyFigure, stranger, { ...one, figure, typed: '1300', reason }),
    ];
    expect(await Promise.all(refused.map(refusalOf))).toEqual(Array(3).fill('notFound noReturn'));
    await act(approveFigures, own, { ...one, figures });
    const { version: _, ...key } = figure;
    const asked = { ...one, figures: [key], reason };
    expect(await refusalOf(act(askReopening, stranger, asked))).toBe('notFound noReturn');
    expect(await refusalOf(act(askReopening, person('reporter', { unitCode: 'YI' }), asked))).toBe('notFound noReturn');
    expect(await act(askReopening, own, asked)).toBe(1);
  });
});

test('nobody grants their own request to reopen a figure', async () => {
  const { figure, return: one } = await submittedReturn();
  await act(approveFigures, own, { ...one, figures: [figure] });
  const { version: _, ...key } = figure;
  await act(askReopening, own, { ...one, figures: [key], reason });
  const office = person('assessmentOffice');
  await sql`update reopen_request set asked_by = ${office.userId} where collection_id = ${one.collectionId}`;
  const granted = { ...one, number: 1, isGranted: true, reason };
  expect(await refusalOf(act(decideReopening, office, granted))).toBe('forbidden ownRequest');
  expect(await act(decideReopening, person('assessmentOffice', { userId: 'second' }), granted)).toBe('granted');
});

test('an upload is visible to its unit alone', async () => {
  const collectionId = await inventedCollection(database);
  const content = new TextEncoder().encode('指标代码,报告期代码,本期数\r\nD1,2026-M10,12家\r\n');
  const sheet = await readFigureSheet(content, '表.csv');
  const { id } = await act(stageUpload, person('reporter'), { collectionId, file: { name: '表.csv', content, sheet } });
  const all = { filter: 'all', page: 1 } as const;
  const shownTo = async (principal: Principal) => [
    await uploadView(principal, id),
    await uploadedFile(principal, id),
    (await previewRows(principal, id, all))[0],
    (await foundRows(principal, id))[0],
    (await recentUploads(principal))[0],
  ];
  for (const part of await shownTo(person('reporter'))) expect(part).toBeTruthy();
  const others = [person('reporter', { unitCode: 'YI' }), person('assessmentOffice'), person('auditor')];
  for (const other of others) expect((await shownTo(other)).filter(Boolean), other.role).toEqual([]);
});
