import { type CellValue, openXlsx, saveXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { read, template } from '@/lib/testing/sheets';

test('every decimal typed into a template is shown there and read', async () => {
  const whole = template.figures.map((one) => ({ ...one, indicator: { ...one.indicator, decimals: 0 } }));
  for (const figures of [template.figures, whole]) {
    const workbook = await openXlsx(await formWorkbook(templateSheet({ ...template, figures }, 'zh-CN')), {
      readStyles: true,
    });
    const sheet = workbook.sheets[0];
    const at = sheet?.rows.findIndex((row) => row.includes('本期数')) ?? -1;
    const column = sheet?.rows[at]?.indexOf('本期数') ?? -1;
    for (const [row, value] of [
      [at + 1, 1300.25],
      [at + 2, 12.3456789],
      [at + 3, 5],
    ] as [number, CellValue][]) {
      const cells = sheet?.rows[row] ?? [];
      cells[column] = value;
      const cell = sheet?.cells?.get(`${row},${column}`);
      sheet?.cells?.set(`${row},${column}`, { ...cell, value, type: 'number' });
    }
    const { rows } = await read(await saveXlsx(workbook));
    expect(rows.map((row) => [row.value, row.findings])).toEqual([
      ['1300.25', []],
      ['12.3456789', []],
      ['5', []],
    ]);
  }
});
