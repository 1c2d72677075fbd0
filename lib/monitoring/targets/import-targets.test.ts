import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { targetGrid } from '@/lib/monitoring/targets/grid/queries';
import { importTargets } from '@/lib/monitoring/targets/import-targets';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { targetSheet } from '@/lib/monitoring/targets/sheet/target-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-03-10T09:00:00+08:00');
const year = 2026;
const office = person('assessmentOffice', { userId: 'office-1' });
const choice = { year, group: 'DEMO', units: [], indicators: ['DEMO2', 'DEMO3'] };

beforeAll(() => fictionalIndicators(database));

const compare = async (content: Uint8Array, name = '目标.xlsx', more: object = {}) =>
  perform(
    importTargets,
    office,
    { step: 'compare', year, sheet: await readFigureSheet(content, name), ...more },
    { now, database },
  );
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const write = (drafts: unknown, who: Principal = office) =>
  perform(importTargets, who, { step: 'write', year, drafts }, { now, database });
const comparedIn = async (...args: Parameters<typeof compare>) => {
  const result = await compare(...args);
  if (result.kind !== 'compared') throw new Error('not compared');
  return result.compared;
};
const sheetNow = async () => {
  const grid = await targetGrid(office, choice);
  if (!grid) throw new Error('no grid');
  return workbookOf(targetSheet(grid, 'zh-CN'));
};

test('a downloaded sheet changes nothing when it is sent back', async () => {
  const cells = [
    { unit: 'JIA', indicator: 'DEMO2', version: 0, base: '1,234', stretch: '1300' },
    { unit: 'YI', indicator: 'DEMO3', version: 0, base: '5', stretch: '' },
  ];
  await perform(saveTargets, office, { year, cells }, { now, database });
  const compared = await comparedIn(await sheetNow());
  expect(compared).toMatchObject({ changed: [], faults: [], unchanged: 3, leftOut: [] });
});

test('a sheet is compared by cell, and written all or nothing', async () => {
  const list = csv(
    '单位,演示指标二（家） 目标,演示指标二 奋斗目标,甲乙,DEMO3 目标',
    '甲区,2000,２１００,7,',
    '乙县,,,,12',
  );
  const compared = await comparedIn(list, '目标.csv');
  expect(compared.changed.map(({ address, before, after }) => [address, before, after])).toEqual([
    ['B2', '1234', '2000'],
    ['C2', '1300', '2100'],
    ['E3', '5', '12'],
  ]);
  expect(compared.leftOut).toEqual(['甲乙']);
  expect(await refusalOf(write(compared.cells, person('reporter')))).toBe('forbidden command');
  const stale = compared.cells.map((cell) => ({ ...cell, version: 9 }));
  expect(await refusalOf(write(stale))).toBe('conflict targets.refused.draftMoved');
  expect(await write(compared.cells)).toEqual({ kind: 'written', year, drafts: 2 });
  expect(await refusalOf(write(compared.cells))).toBe('conflict targets.refused.draftMoved');
  const rows = await sql`select base::text as base, stretch::text as stretch from target_draft order by org_unit_code`;
  expect([...rows]).toEqual([
    { base: '2000', stretch: '2100' },
    { base: '12', stretch: null },
  ]);
  const [event] = await sql`select changes from audit_event where command = 'target.import'`;
  expect(JSON.parse(event?.changes)).toHaveLength(2);
});

test('every cell that is not taken is named with its reason', async () => {
  await perform(
    issueTargets,
    office,
    { year, note: '演示文件', plan: null, drafts: [{ unit: 'YI', indicator: 'DEMO3', version: 2 }] },
    { now, database },
  );
  const list = csv(
    '单位代码,单位,DEMO2 目标,DEMO2 奋斗目标,DEMO3 目标',
    'JIA,甲区,约100,2.5,-3',
    'YI,乙县,300,200,13',
    'JIA,乙县,1,,',
    ',丙市,1,,',
    'JIA,甲区,一百,,',
  );
  const { faults, cells } = await comparedIn(list, '目标.csv');
  expect(faults.map(({ address, fault }) => [address, fault]).sort()).toEqual([
    ['A4', 'unitEither'],
    ['B5', 'unit'],
    ['C2', 'qualified'],
    ['C6', 'twice'],
    ['D2', 'countBroken'],
    ['D3', 'stretchWorse'],
    ['E2', 'countBelowZero'],
    ['E3', 'issued'],
  ]);
  expect(await refusalOf(write([{ ...cells[0], unit: 'YI', indicator: 'DEMO3' }]))).toBe(
    'conflict targets.refused.issued',
  );
});

test('a sheet of another year, without heads or without targets is refused', async () => {
  expect(await refusalOf(compare(csv('年份,2025', '单位,DEMO2 目标', '甲区,1'), 'a.csv'))).toBe(
    'conflict targets.refused.otherYear',
  );
  expect(await refusalOf(compare(csv('甲,乙', '1,2'), 'a.csv'))).toBe('invalid targets.refused.noHeads');
  expect(await refusalOf(compare(csv('单位,DEMO2 目标', '甲区,'), 'a.csv'))).toBe('invalid targets.refused.noCells');
});
