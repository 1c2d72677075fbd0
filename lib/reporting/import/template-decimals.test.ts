import { type CellValue, openXlsx, saveXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { read, template } from '@/lib/testing/sheets';

/** What is read of a template in which values were typed, one below another. */
async function readTyped(asked: typeof template, values: readonly CellValue[]) {
  const workbook = await openXlsx(await formWorkbook(templateSheet(asked, 'zh-CN', new Date(0))), { readStyles: true });
  const sheet = workbook.sheets[0];
  const at = sheet?.rows.findIndex((row) => row.includes('本期数')) ?? -1;
  const column = sheet?.rows[at]?.indexOf('本期数') ?? -1;
  for (const [place, value] of values.entries()) {
    const row = at + 1 + place;
    const cells = sheet?.rows[row] ?? [];
    cells[column] = value;
    const cell = sheet?.cells?.get(`${row},${column}`);
    sheet?.cells?.set(`${row},${column}`, { ...cell, value, type: 'number' });
  }
  const { rows } = await read(await saveXlsx(workbook));
  return rows.map((row) => [row.value, row.findings]);
}

test('every decimal typed into a template is shown there and read', async () => {
  const whole = template.figures.map((one) => ({ ...one, indicator: { ...one.indicator, decimals: 0 } }));
  for (const figures of [template.figures, whole]) {
    expect(await readTyped({ ...template, figures }, [1300.25, 12.3456789, 5])).toEqual([
      ['1300.25', []],
      ['12.3456789', []],
      ['5', []],
    ]);
  }
});

test.each([
  '十月月报（演示数据）',
  '年报（万元）',
  '上年同期 2025年10月',
  '累计',
  '全年计划',
  '单位：万吨',
  '同比增长（亿元）',
])('the title %s of a collection says nothing about the columns of its template', async (title) => {
  expect(await readTyped({ ...template, title }, [568, 7.5, 5])).toEqual([
    ['568', []],
    ['7.5', []],
    ['5', []],
  ]);
});
