import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { listText } from '@/lib/publishing/csv/csv-text';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { checkedRows } from '@/lib/reporting/import/checked-rows';
import { markedRows, markingOf } from '@/lib/reporting/import/marking';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { markedWorkbook, readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { open, period, read, rowsFound, template } from '@/lib/testing/sheets';

const form = templateSheet(template, 'zh-CN', new Date(0));
const filledTemplate = (cells: (string | null)[]) =>
  formWorkbook({
    ...form,
    rows: form.rows.map((row, at) => row.with(7, cells[at] ? { text: cells[at] ?? '' } : null)),
  });

describe('a marked file', () => {
  test('of a template has words beside its faulty row, a coloured cell, and is still a template', async () => {
    const content = await filledTemplate(['12吨', '１３', null]);
    const { rows } = await read(content);
    const marking = markingOf(
      await readFigureSheet(content, 'a.xlsx'),
      rows.filter((row) => row.findings.length > 0),
      'zh-CN',
    );
    const marked = await markedWorkbook(content, marking);
    const { sheets } = await readXlsx(marked, { readStyles: true });
    const [sheet] = sheets;
    expect(sheet?.rows[5]?.[13]).toBe('错误说明');
    expect(sheet?.rows[6]?.[13]).toMatch(/^H7 强制：“12吨”不是可以读取的数字。/);
    expect(sheet?.rows[7]?.[13]).toBe('H8 提示：文本形式的数字，按 13 读取。');
    expect(sheet?.cells?.get('6,7')?.style).toMatchObject({
      fill: { fgColor: { rgb: expect.stringContaining('F6D5D0') } },
      protection: { locked: false },
    });
    expect(sheet?.columns?.[13]?.width).toBe(60);
    expect(sheet?.freezePane).toEqual({ rows: 6 });
    expect(sheet?.protection?.sheet).toBe(true);
    expect(sheet?.dataValidations).toHaveLength(1);
    expect(sheets.at(-1)).toMatchObject({ name: '_baton', veryHidden: true });
    expect((await read(marked)).rows.map(({ kind, typed }) => [kind, typed])).toEqual(
      rows.map(({ kind, typed }) => [kind, typed]),
    );
  });

  test('that was corrected and marked again has one column of words', async () => {
    const markFile = async (content: Uint8Array) => {
      const { rows } = await read(content);
      const sheet = await readFigureSheet(content, 'a.xlsx');
      return markedWorkbook(
        content,
        markingOf(
          sheet,
          rows.filter((row) => row.findings.length > 0),
          'zh-CN',
        ),
      );
    };
    const twice = await markFile(await markFile(await filledTemplate(['12吨', null, null])));
    const [sheet] = (await readXlsx(twice)).sheets;
    expect(sheet?.rows[5]?.filter((cell) => cell === '错误说明')).toHaveLength(1);
  });

  test('of a list has one more column, which is ignored on upload', async () => {
    const text = `指标代码,报告期代码,本期数,备注\nA,${period},12吨,=1+1\nB,${period},13,\n`;
    const sheet = await readFigureSheet(new TextEncoder().encode(text), 'a.csv');
    const { rows } = await read(new TextEncoder().encode(text), 'a.csv');
    const once = listText(
      markedRows(
        sheet,
        markingOf(
          sheet,
          rows.filter((row) => row.findings.length > 0),
          'zh-CN',
        ),
      ),
    );
    expect(once.split('\r\n')[1]).toMatch(/^A,2026-M10,12吨,'=1\+1,C2 强制：/);
    const mended = await read(new TextEncoder().encode(once.replace('12吨', '12')), 'a.csv');
    expect(mended.rows.map(({ kind, typed, note }) => [kind, typed, note])).toEqual([
      ['added', '12', '=1+1'],
      ['added', '13', ''],
    ]);
  });
});

test('a fault of a note or of a qualifier is told in its own cell', async () => {
  const content = await formWorkbook({
    ...form,
    rows: form.rows.map(
      (row, at) => [row.with(7, { text: '未报' }), row.with(7, { text: '5' }).with(8, { text: '1' }), row][at] ?? row,
    ),
  });
  const { rows } = await read(content);
  const found = checkedRows(rows, [open], { known: {}, peers: {}, rules: [] }).flatMap(({ findings }) => findings);
  expect(found.map(({ key, address }) => `${key} ${address}`)).toEqual(['checks.noteNeeded L7', 'qualifierOther I8']);
});

test('a valid row is not marked', async () => {
  expect((await rowsFound([['A', period, 1]])).flatMap(({ findings }) => findings)).toEqual([]);
});
