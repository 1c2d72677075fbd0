import { expect, test } from 'vitest';
import { db } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { catalogueWorkbook } from '@/lib/catalogue/workbook/tables/catalogue-workbook';
import type { Values } from '@/lib/catalogue/workbook/words';
import { playDemonstration } from '@/lib/cli/demonstration/play';
import { loadDataset } from '@/lib/cli/load-dataset';
import { checkSettings } from '@/lib/testing/accounts';
import { exported, faultsOf, given, now, tablesNow, written } from '@/lib/testing/catalogue-file';
import { secondOffice } from '@/lib/testing/invented-run';

checkSettings();
const first = await testDatabase();
await loadDataset(first.database);
await playDemonstration(first.database, now);
const [tables, bytes, english] = [await tablesNow(), await exported(), await exported('en')];
const events = async () => (await first.sql`select count(*)::int as n from audit_event`)[0]?.n;

test.each([
  ['Chinese', bytes],
  ['English', english],
])('the shipped catalogue with its demonstration changes nothing when it is imported again: %s', async (_, file) => {
  const before = await events();
  const preview = await given(file);
  expect(preview).toMatchObject({ kind: 'preview', lines: [], total: 0, notices: [], follows: '', lacksReason: false });
  expect(await given(file, { isPreview: false, follows: 'any' })).toEqual(preview);
  expect(await events()).toBe(before);
  expect(await tablesNow()).toEqual(tables);
});

// The data set was loaded before there were rules: one document has an address that no browser opens, and two districts
// are ranked, under their present names, in years in which they were not there.
const firstDays = new Map(tables.units.map(({ code, validFrom = '' }) => [code, validFrom]));
const laterOf = ({ unit, validFrom = '' }: Values) => [validFrom, firstDays.get(unit) ?? ''].sort().at(-1) ?? '';
const mended = {
  ...tables,
  sources: tables.sources.map((one) => ({ ...one, url: one.url?.startsWith('http') ? one.url : '' })),
  members: tables.members.map((one) => ({ ...one, validFrom: laterOf(one) })),
};

test('an empty database takes the whole of it, and gives it back when a second person has confirmed its past', async () => {
  const { sql } = await testDatabase();
  expect(await faultsOf(bytes)).toEqual([
    expect.stringMatching(/^来源!E\d+ input$/),
    ...tables.members.flatMap((one, at) => (laterOf(one) === one.validFrom ? [] : `序列成员!D${at + 2} absentUnit`)),
  ]);
  expect((await sql`select from org_unit union all select from audit_event`).length).toBe(0);
  const file = await catalogueWorkbook(mended, 'zh-CN');
  const done = await written(file);
  expect(done.counts.find(({ sheet }) => sheet === 'units')).toMatchObject({ created: tables.units.length });
  const events = await sql`select command from audit_event`;
  expect([...events]).toEqual([{ command: 'catalogue.import' }]);
  const waiting = await sql<{ id: string }[]>`select id from proposal where state = 'waiting' order by id desc`;
  expect(waiting.length).toBeGreaterThan(0);
  // The same file once more proposes nothing twice.
  expect(await given(file)).toMatchObject({ kind: 'preview', follows: '' });
  for (const { id } of waiting)
    await perform(confirmProposal, secondOffice, { id, version: 1 }, { now, database: db() });
  expect(await tablesNow()).toEqual(mended);
  expect(await given(file)).toMatchObject({ kind: 'preview', total: 0, follows: '' });
});
