import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { citedLines } from '@/lib/observations/cited/queue/queries';
import { cellOf, pageOfCell, rowsInWindow } from '@/lib/reporting/mapping/sheet-window';
import { checkedFile, mappedFile, mappedSheet, sheetsOfBatches } from '@/lib/reporting/mapping/sheets/queries';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { checkSettings } from '@/lib/testing/accounts';
import { mappedCatalogue, mappedDepartment, otherDepartment } from '@/lib/testing/mapped-catalogue';
import { citedFrom, monthly } from '@/lib/testing/mapped-commands';
import { book } from '@/lib/testing/mapped-sheets';
import { person } from '@/lib/testing/returns';

checkSettings();
const { database } = await testDatabase();
const now = new Date('2026-11-12T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const colleague = person('assessmentOffice', { userId: 'office-2' });
const taxes = person('departmentReviewer', { userId: 'taxes', department: otherDepartment });
const statistics = person('departmentReviewer', { userId: 'statistics', department: mappedDepartment });
const reporter = person('reporter', { unitCode: 'JIA' });

beforeAll(() => mappedCatalogue(database));

async function recorded(who: typeof office, content: string): Promise<{ id: string; batchId: string }> {
  const asked = { fileName: '月报.xlsx', content: new TextEncoder().encode(content), sheet: await book(monthly(10)) };
  const id = await perform(uploadSheet, who, asked, { now, database });
  return { id, batchId: await citedFrom({ id, who, now, database }) };
}

test('who checks the figures of a sheet has its file and their cells, and its page is for its own desk', async () => {
  const { id, batchId } = await recorded(taxes, 'of the taxes');
  const { lines } = await citedLines(office, { which: { batchId }, page: 1 });
  expect(lines.map((line) => [line.batchId, line.locator, cellOf(line.locator)])).toEqual([
    [batchId, '表!C3', 'C3'],
    [batchId, '表!C4', 'C4'],
  ]);
  const found = { id, fileName: '月报.xlsx' };
  expect((await sheetsOfBatches(taxes, [batchId, null])).get(batchId)).toEqual({ ...found, isOwn: true });
  expect((await sheetsOfBatches(office, [batchId])).get(batchId)).toEqual({ ...found, isOwn: false });
  expect(new TextDecoder().decode((await checkedFile(office, id))?.content)).toBe('of the taxes');
  expect([await mappedFile(office, id), await mappedSheet(office, id)]).toEqual([null, null]);
});

test('whoever does not answer for all figures of a sheet has neither the sheet nor its file', async () => {
  const { id, batchId } = await recorded(office, 'of the office');
  expect((await sheetsOfBatches(colleague, [batchId])).get(batchId)?.isOwn).toBe(true);
  for (const who of [taxes, statistics, reporter, person('leader'), person('unitReviewer', { unitCode: 'JIA' })]) {
    expect((await sheetsOfBatches(who, [batchId])).size).toBe(0);
    expect(await checkedFile(who, id)).toBeNull();
  }
  // A sheet of which nothing was recorded is for its own desk alone.
  const asked = { fileName: '表.xlsx', content: new TextEncoder().encode('open'), sheet: await book(monthly(9)) };
  const open = await perform(uploadSheet, taxes, asked, { now, database });
  expect([await checkedFile(office, open), await checkedFile(office, 'X')]).toEqual([null, null]);
  expect(await checkedFile(taxes, open)).not.toBeNull();
});

test('a place in a document that is no cell leads to none', () => {
  expect(['月报!AB12', 'B4', '第3页，表2', '表!B0', '附件1', ''].map(cellOf)).toEqual([
    'AB12',
    'B4',
    null,
    null,
    null,
    null,
  ]);
  expect([pageOfCell(`B${rowsInWindow}`), pageOfCell(`B${rowsInWindow + 1}`)]).toEqual([1, 2]);
});
