import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Sheet } from '@/lib/publishing/words';
import { tablesWorkbook } from '@/lib/publishing/xlsx/tables-workbook';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

const sheet: Sheet = {
  name: '位次',
  title: '地区生产总值，2022年',
  about: [
    ['口径', '累计（年初至今）'],
    ['来源', '江苏统计年鉴'],
  ],
  columns: ['位次', '单位', '数值（亿元）'],
  rows: [
    [{ number: '1', decimals: 0 }, { text: '苏州市' }, { number: '23958.34', decimals: 2 }],
    [null, { text: '=1+1' }, null],
  ],
  notes: ['占比的总体是本序列合计。'],
};

test('a workbook read back has the title, typed numbers, texts as texts and the notes', async () => {
  const { sheets } = await readXlsx(await workbookOf(sheet));
  const rows = sheets[0]?.rows ?? [];
  expect(sheets[0]?.name).toBe('位次');
  expect(rows[0]?.[0]).toBe('地区生产总值，2022年');
  expect(rows[1]?.slice(0, 2)).toEqual(['口径', '累计（年初至今）']);
  expect(rows[3]).toEqual(['位次', '单位', '数值（亿元）']);
  expect(rows[4]).toEqual([1, '苏州市', 23958.34]);
  expect(rows[5]?.[1]).toBe('=1+1');
  expect(rows[6]?.[0]).toBe('占比的总体是本序列合计。');
});

test('the title and the notes run across all columns', async () => {
  const { sheets } = await readXlsx(await workbookOf(sheet));
  const merges = sheets[0]?.merges ?? [];
  expect(merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 2 });
  expect(merges).toContainEqual({ startRow: 6, startCol: 0, endRow: 6, endCol: 2 });
});

test('a text that looks like an escaped sign is read back as it is', async () => {
  const text = '甲_x0041_区 _x000D_';
  const { sheets } = await readXlsx(await workbookOf({ ...sheet, title: text, rows: [[null, { text }, null]] }));
  expect([sheets[0]?.rows[0]?.[0], sheets[0]?.rows[4]?.[1]]).toEqual([text, text]);
});

test('so is one in parts, as a text that begins like an error is written', async () => {
  const text = '#N/A、_x000D_';
  const tables = [{ name: '表', columns: ['名称'], rows: [[{ text }]], choices: [] }];
  const { sheets } = await readXlsx(await tablesWorkbook({ name: '演示', lines: [] }, tables));
  expect(sheets.at(-1)?.rows[1]?.[0]).toBe(text);
});

test('heads of columns that belong together stand on two lines, merged, in sight and on every printed page', async () => {
  const grouped = { ...sheet, groups: [{ label: '各部分', from: 1, to: 2 }], keptColumns: 1 };
  const { sheets } = await readXlsx(await workbookOf(grouped), { readStyles: true });
  const [one] = sheets;
  expect(one?.rows.slice(3, 6)).toEqual([
    ['位次', '各部分', null],
    [null, '单位', '数值（亿元）'],
    [1, '苏州市', 23958.34],
  ]);
  expect(one?.merges).toContainEqual({ startRow: 3, startCol: 1, endRow: 3, endCol: 2 });
  expect(one?.merges).toContainEqual({ startRow: 3, startCol: 0, endRow: 4, endCol: 0 });
  expect(one?.freezePane).toEqual({ rows: 5, columns: 1 });
  expect(one?.pageSetup?.printTitlesRow).toBe('$4:$5');
});
