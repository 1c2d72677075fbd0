import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import { marksOf } from '@/lib/assessment/rankings/marks';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { resultFileName, resultSheet } from './result-sheet';

const { database } = await testDatabase();
const office = someone('reader');
const visitor = anonymousPrincipal();
const grades = {
  by: 'cutoff' as const,
  grades: [
    { key: 'good', nameZh: '优秀', nameEn: 'Excellent', atLeast: 80 },
    { key: 'rest', nameZh: '一般', nameEn: 'Fair', atLeast: null },
  ],
};

test('a row of the page and of the file marks an item left out for want of peers, and a sentence below says it', async () => {
  await inventedFigures(database, { units: 5, items: 2, period: '2023' });
  await database.execute(sql`update observation set qualifier = 'at_least' where indicator_code = 'M1'
    and period_code = '2023' and org_unit_code <> 'U2'`);
  const document = inventedDocument(2, { missing: 'rebase', bounds: 'asMissing' });
  for (const item of itemsOf(document)) {
    Object.assign(item, { method: { kind: 'minMax', bounds: { from: 'peers' }, from: 0, to: 100 } });
  }
  await storedScheme(database, document, { code: 'L' });
  const id = await inventedRun(database, { code: 'L', period: '2023', state: 'trial' });
  const run = await resultRun(office, id);
  if (!run) throw new Error('no run');
  const table = await rankTable(office, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
  const sheet = resultSheet({
    ...{ run, table, locale: 'zh-CN', values: { headings: [], of: new Map() } },
    names: { scheme: run.scheme, units: new Map() },
  });
  const remarks = sheet.columns.indexOf('标记');
  const marked = sheet.rows.filter((row) => JSON.stringify(row[remarks]).includes('不计分'));
  expect(marked).toHaveLength(1);
  expect(JSON.stringify(marked[0])).toContain('演示2区');
  expect(sheet.notes).toContain('演示2区：有 1 项因同组没有可比的单位而不计分，权重按方案规定处理');
  const card = await unitResult(office, id, 'U2');
  expect(card && marksOf(card)).toContain('itemsLeftOut');
});

test('a file of a ranking has every published unit, the basis of the run, and the mark of invented data', async () => {
  await inventedFigures(database, { units: 5 });
  const document = inventedDocument(4, { grades, apart: ['U5'], nameZh: '演示/考核', isExample: true });
  await storedScheme(database, document);
  const run = await resultRun(visitor, await inventedRun(database));
  if (!run) throw new Error('no run');
  const table = await rankTable(visitor, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
  const names = { scheme: run.scheme, units: new Map() };
  const values = { headings: [], of: new Map() };
  const sheet = resultSheet({ run, table, names, values, locale: 'zh-CN' });
  expect(sheet.columns.slice(0, 6)).toEqual([
    '位次',
    '并列',
    '单位',
    '总分（100）',
    '经济发展（50）',
    '民生改善（50）',
  ]);
  expect(sheet.rows).toHaveLength(5);
  expect(sheet.rows.map(([rank]) => rank)).toEqual([
    ...[1, 2, 3, 4].map((rank) => ({ number: `${rank}`, decimals: 0 })),
    { text: '单列' },
  ]);
  expect(sheet.rows[0]?.[3]).toEqual({ number: table.rows[0]?.shown, decimals: 2 });
  const about = Object.fromEntries(sheet.about);
  expect(about.状态).toBe('发布、示例方案、演示数据');
  expect(about.防篡改校验码).toBe(run.sha256);
  expect(sheet.notes[0]).toContain('演示5区：');
  expect(resultFileName(run, 'zh-CN')).toBe('演示 考核_2025年_排名');
  expect(csvText(sheet).split('\r\n')).toHaveLength(5 + 1 + sheet.about.length + 1 + 1 + 1 + sheet.notes.length + 1);
  expect(resultSheet({ run, table, names, values, locale: 'en' }).columns).toHaveLength(sheet.columns.length);
});
