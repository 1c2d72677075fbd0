import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { createCalendar } from '@/lib/reporting/collections/calendars/create-calendar';
import { runCalendars } from '@/lib/reporting/collections/calendars/run-calendars';
import { editCollection } from '@/lib/reporting/collections/edit-collection';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { templateReturn } from '@/lib/reporting/import/template/queries';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { read, template } from '@/lib/testing/sheets';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(() => fictionalIndicators(database));

const now = new Date('2026-11-05T09:00:00+08:00');
const office = person('assessmentOffice');
const reporter = person('reporter');
const mark = { formNumber: '演示201表', issuedBy: '演示统计局' };
const shared = {
  dueTime: '17:30',
  graceDays: 3,
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '',
};
const terms = { ...shared, title: '工业经济月报（演示）', opensOn: '2026-11-01', dueOn: '2026-11-10' };
const open = (change: object = {}) => {
  const items = [{ indicatorCode: 'DEMO', periodCode: '2026-M10', isRequired: true }];
  const asked = { ...terms, periodCode: '2026-M10', peerGroupCode: '', unitCodes: ['JIA'], items, ...change };
  return perform(openCollection, office, asked, { now, database });
};
const headOf = async (id: string) => (await entryForm(reporter, id, now))?.head;

test('a collection has a form number and an issuing authority where it was given them', async () => {
  expect(await headOf(await open(mark))).toMatchObject(mark);
  expect(await headOf(await open())).toMatchObject({ formNumber: '', issuedBy: '' });
  expect(await refusalOf(open({ formNumber: '表'.repeat(41) }))).toBe('invalid input');
});

test('both are changed in the form of the collection, and the trail says so', async () => {
  const collectionId = await open(mark);
  const change = { ...terms, ...mark, formNumber: '演示202表', collectionId, version: 1, unitCodes: [] };
  await perform(editCollection, office, change, { now, database });
  expect(await headOf(collectionId)).toMatchObject({ formNumber: '演示202表', issuedBy: '演示统计局' });
  const [event] = await sql`select changes from audit_event order by seq desc limit 1`;
  expect(JSON.parse(event?.changes ?? '[]')).toMatchObject([
    { before: { formNumber: '演示201表' }, after: { formNumber: '演示202表' } },
  ]);
});

test('a calendar gives them to the collections that it opens', async () => {
  const calendar = {
    ...{ ...shared, ...mark, title: '演示月报', frequency: 'monthly', mergesJanuary: false },
    ...{ opensDay: 1, dueDay: 10, dueMonthsAfter: 1, peerGroupCode: '', unitCodes: ['JIA'], startsWith: '2026-M10' },
    items: [{ indicatorCode: 'DEMO', basis: 'current', isRequired: true }],
  };
  const id = await perform(createCalendar, office, calendar, { now, database });
  await perform(runCalendars, systemPrincipal('calendar'), {}, { now, database });
  const opened = await sql`select form_number, issued_by from collection where calendar_id = ${id}`;
  expect([...opened]).toEqual([{ form_number: '演示201表', issued_by: '演示统计局' }]);
});

test('the template has them at its right top, and is read as before', async () => {
  const one = await templateReturn(reporter, await open(mark));
  expect(one).toMatchObject(mark);
  const plain = await formWorkbook(templateSheet(template, 'zh-CN', now));
  const marked = await formWorkbook(templateSheet({ ...template, ...mark }, 'zh-CN', now));
  const rows = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  expect((await rows(marked)).slice(0, 2).map((row) => row.filter(Boolean).at(-1))).toEqual([
    '表号：演示201表',
    '制定机关：演示统计局',
  ]);
  expect((await rows(marked)).map((row, at) => (at < 2 ? row.slice(0, 2) : row))).toEqual(
    (await rows(plain)).map((row, at) => (at < 2 ? row.slice(0, 2) : row)),
  );
  const merged = (await readFigureSheet(marked, '表.xlsx')).merges;
  expect(merged).toContainEqual(expect.objectContaining({ startRow: 0, startCol: 10, endRow: 0, endCol: 12 }));
  expect((await read(marked)).rows.map(({ address, kind }) => [address, kind])).toEqual(
    (await read(plain)).rows.map(({ address, kind }) => [address, kind]),
  );
});
