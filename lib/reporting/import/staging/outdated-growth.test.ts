import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { undoUpload } from '@/lib/reporting/import/staging/undo-upload';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { account, Browser, checkSettings, fictionalUnits, freshName } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
let reporter: Principal;

beforeAll(async () => {
  const browser = new Browser();
  const user = await account(database, { username: freshName(), role: 'reporter', unitCode: 'JIA' });
  await browser.signIn(user.username, user.password);
  reporter = await browser.principal();
});

/** A return with the figure 1, 同比 234, and what a list of these columns and cells makes of it. */
async function staged(columns: string, cells: string) {
  const collectionId = await inventedCollection(database);
  const figure = { indicatorCode: 'D1', periodCode: '2026-M10', version: 0 };
  const entry = { ...emptyEntry, typed: '1', typedYoy: '234' };
  const given = { collectionId, unitCode: 'JIA', cells: [{ ...figure, entry }] };
  await perform(saveFigures, reporter, given, { now: new Date() });
  const content = new TextEncoder().encode(`指标代码,报告期代码,${columns}\r\nD1,2026-M10,${cells}\r\n`);
  const sheet = await readFigureSheet(content, '表.csv');
  const asked = { collectionId, file: { name: '表.csv', content, sheet } };
  const { id } = await perform(stageUpload, reporter, asked, { now: new Date() });
  const [row] = await sql`select typed_yoy, reported_yoy, findings from upload_row where upload_id = ${id}`;
  const stored = async () =>
    (
      await sql`select typed, typed_yoy, reported_yoy::text from submission_value
        where collection_id = ${collectionId} and indicator_code = 'D1'`
    )[0];
  const keys: string[] = row?.findings.map(({ key }: { key: string }) => key);
  return { id, keys, row, stored };
}

const commit = (id: string) => perform(commitUpload, reporter, { id }, { now: new Date() });

test.each([
  ['no such column', '本期数', '77'],
  ['an empty cell', '本期数,同比', '77,'],
])(
  'with %s, a new number does not keep the 同比 of the old one, and says so until an undo',
  async (_, columns, cells) => {
    const { id, keys, row, stored } = await staged(columns, cells);
    expect(keys.filter((key) => key.startsWith('growth'))).toEqual(['growthCleared']);
    const told = row?.findings.find(({ key }: { key: string }) => key === 'growthCleared');
    expect(told.severity).toBe('notice');
    expect(writtenStaged(told, { indicatorCode: 'D1', periodCode: '2026-M10' }, 'zh-CN')).toContain('“234”属于原数');
    await commit(id);
    expect(await stored()).toEqual({ typed: '77', typed_yoy: '', reported_yoy: null });
    await perform(undoUpload, reporter, { id }, { now: new Date() });
    expect(await stored()).toEqual({ typed: '1', typed_yoy: '234', reported_yoy: '234' });
  },
);

test.each([
  ['the same 同比 brought beside a new number', '本期数,同比', '77.5,234', '77.5'],
  ['a new remark alone', '本期数,备注', '1,已核对', '1'],
  ['a remark without a number', '本期数,备注', ',已核对', '1'],
])('%s keeps the 同比', async (_, columns, cells, typed) => {
  const { id, keys, stored } = await staged(columns, cells);
  expect(keys).not.toContain('growthCleared');
  await commit(id);
  expect(await stored()).toEqual({ typed, typed_yoy: '234', reported_yoy: '234' });
});

test('a deleted number takes its 同比 with it', async () => {
  const { keys, row } = await staged('本期数,情况说明', '未报,本期口径调整尚未统计');
  expect(keys).toContain('growthGone');
  expect(row).toMatchObject({ typed_yoy: '', reported_yoy: null });
});
