import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { uploadView } from '@/lib/reporting/import/preview/queries';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { undoUpload } from '@/lib/reporting/import/staging/undo-upload';
import { fillDraft } from '@/lib/reporting/mapping/sheets/fill-draft';
import { mappedSheet } from '@/lib/reporting/mapping/sheets/queries';
import { saveMapping } from '@/lib/reporting/mapping/sheets/save-mapping';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { mappedCatalogue } from '@/lib/testing/mapped-catalogue';
import { monthly } from '@/lib/testing/mapped-commands';
import { book } from '@/lib/testing/mapped-sheets';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-12T09:00:00+08:00');
const reporter = person('reporter', { unitCode: 'JIA' });
const neighbour = person('reporter', { userId: 'neighbour', unitCode: 'YI' });
const period = '2026-M10';
let collectionId = '';

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who: Principal = reporter) =>
  perform(command, who, input, { now, database });
let files = 0;
async function sheet(rows: Parameters<typeof book>[0], who = reporter): Promise<{ id: string; version: number }> {
  files += 1;
  const content = new TextEncoder().encode(`file ${files}`);
  return { id: await give(uploadSheet, { fileName: '月报.xlsx', content, sheet: await book(rows) }, who), version: 1 };
}
const stored = async () =>
  sql`select indicator_code as code, value::text as value, typed, typed_yoy from submission_value
    where org_unit_code = 'JIA' and collection_id = ${collectionId} order by 1`;

beforeAll(async () => {
  await mappedCatalogue(database);
  collectionId = await give(
    openCollection,
    {
      ...{ title: '演示任务', opensOn: '2026-11-01', dueOn: '2026-11-30', dueTime: '17:30', graceDays: 0 },
      ...{ reviewChain: ['unitReviewer'], vintage: 'preliminary', instructions: '', periodCode: period },
      ...{ peerGroupCode: '', unitCodes: ['JIA'] },
      items: ['INV', 'POWER'].map((indicatorCode) => ({ indicatorCode, periodCode: period, isRequired: true })),
    },
    person('assessmentOffice'),
  );
});

test('a sheet is compared with the own return, committed with its findings, and undone', async () => {
  const shown = await sheet(monthly(10));
  const upload = await give(fillDraft, { ...shown, collectionId });
  const staged = await uploadView(reporter, upload);
  expect(staged).toMatchObject({ state: 'staged', added: 1, changed: 0, faulty: 0 });
  // The neighbour's figures, taxes that nobody asked for, and a name that nobody knows.
  expect(staged?.told.map(({ key, details }) => [key, details.count, details.cells])).toEqual([
    ['mapping.unreadCells', '1', 'A5'],
    ['mapping.otherUnits', '2', 'B4、C4'],
    ['mapping.notAsked', '1', 'C3'],
  ]);
  expect(await stored()).toEqual([]);
  expect((await mappedSheet(reporter, shown.id))?.state).toBe('open');
  await give(commitUpload, { id: upload });
  expect(await stored()).toMatchObject([{ code: 'INV', value: '3.1' }]);
  const recorded = await mappedSheet(reporter, shown.id);
  expect(recorded).toMatchObject({ state: 'recorded', uploadId: upload, counts: { added: 1, unread: 1 } });
  const late = { id: shown.id, version: recorded?.version ?? 0 };
  expect(await refusalOf(give(fillDraft, { ...late, collectionId }))).toBe('conflict mapping.refused.done');
  await give(undoUpload, { id: upload });
  expect(await stored()).toEqual([]);
  expect((await mappedSheet(reporter, shown.id))?.state).toBe('open');
  const [event] = await sql`select changes::jsonb as changes from audit_event where command = 'mapping.fill'`;
  expect(event?.changes.map(({ subject }: { subject: string }) => subject)).toEqual([
    `upload/${upload}`,
    `mappedSheet/${shown.id}`,
  ]);
});

test('a growth that belonged to another number is not kept, and one that the sheet has comes along', async () => {
  const entry = { ...emptyEntry, typed: '3', typedYoy: '8.8' };
  const cells = [{ indicatorCode: 'INV', periodCode: period, version: 0, entry }];
  await give(saveFigures, { collectionId, unitCode: 'JIA', cells });
  const upload = await give(fillDraft, { ...(await sheet(monthly(10))), collectionId });
  const [row] = await sql`select findings from upload_row where upload_id = ${upload}`;
  expect(row?.findings.map(({ key }: { key: string }) => key)).toContain('growthCleared');
  await give(commitUpload, { id: upload });
  expect(await stored()).toMatchObject([{ code: 'INV', value: '3.1', typed_yoy: '' }]);
  const rows = [
    ['2026年10月', '单位：亿元'],
    ['地区', '固定资产投资', '同比（%）'],
    ['甲区', 3.1, 5.5],
  ];
  await give(commitUpload, { id: await give(fillDraft, { ...(await sheet(rows)), collectionId }) });
  expect(await stored()).toMatchObject([{ code: 'INV', typed_yoy: '5.5' }]);
});

test('an outdated comparison writes nothing, nor does a sheet that a colleague changed', async () => {
  const shown = await sheet([
    ['2026年10月', '单位：亿元'],
    ['地区', '固定资产投资'],
    ['甲区', 4],
  ]);
  const upload = await give(fillDraft, { ...shown, collectionId });
  const [held] = await sql`select version from submission_value where indicator_code = 'INV' and org_unit_code = 'JIA'`;
  const cells = [
    { indicatorCode: 'INV', periodCode: period, version: held?.version, entry: { ...emptyEntry, typed: '9' } },
  ];
  await give(saveFigures, { collectionId, unitCode: 'JIA', cells });
  expect(await refusalOf(give(commitUpload, { id: upload }))).toBe('conflict imports.refused.moved');
  expect(await refusalOf(give(fillDraft, { ...shown, collectionId }))).toBe('conflict movedByYou');
  const change = {
    kind: 'whole',
    indicator: '',
    unit: '',
    period: '',
    months: '',
    measure: 'own',
    lines: [],
    below: 'read',
  };
  await give(saveMapping, { id: shown.id, version: 2, change }, { ...reporter, userId: 'colleague' });
  expect(await refusalOf(give(fillDraft, { id: shown.id, version: 2, collectionId }))).toBe(
    'conflict mapping.refused.moved',
  );
});

test('another unit’s sheet and return are not there, and without a figure of one’s own nothing is compared', async () => {
  const shown = await sheet(monthly(10));
  expect(await refusalOf(give(fillDraft, { ...shown, collectionId }, neighbour))).toBe(
    'notFound mapping.refused.noSheet',
  );
  const theirs = await sheet(monthly(10), neighbour);
  expect(await refusalOf(give(fillDraft, { ...theirs, collectionId }, neighbour))).toBe('notFound noReturn');
  const other = await sheet(monthly(9));
  expect(await refusalOf(give(fillDraft, { ...other, collectionId }))).toBe('invalid mapping.refused.noneAsked');
  const office = person('assessmentOffice');
  expect(await refusalOf(give(fillDraft, { ...shown, collectionId }, office))).toBe('forbidden command');
});
