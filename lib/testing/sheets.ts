import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import type { OpenFigure, OpenReturn, TemplateReturn } from '@/lib/reporting/import/words';
import { cellText } from '@/lib/reporting/upload/cell-text';
import { type FigureSheet, readFigureSheet } from '@/lib/reporting/upload/read-upload';

/**
 * The period of an invented unit's open return of two amounts, `A` and `B`, and a rate, `R`; test sheets are read
 * against it.
 */
export const period = '2026-M10';
export const unit = { code: 'JIA', nameZh: '甲区', nameEn: 'District A' };

export function figure(code: string, unitZh = '亿元'): OpenFigure {
  return {
    indicatorCode: code,
    periodCode: period,
    isRequired: true,
    indicator: {
      code,
      nameZh: `演示指标${code}`,
      nameEn: `Demonstration ${code}`,
      unitZh,
      unitEn: unitZh,
      decimals: 2,
      measure: unitZh === '%' ? 'rate' : 'amount',
      direction: 'higher',
      basis: 'current',
    },
    definition: '',
    old: null,
    version: 0,
    isWritable: true,
    isLocked: false,
  };
}

export const open: OpenReturn = {
  collectionId: 'c1',
  title: '十月任务',
  periodCode: period,
  figures: [figure('A'), figure('B'), figure('R', '%')],
};
export const asked: Parameters<typeof interpretedSheet>[1] = { unit, collectionId: 'c1', returns: [open] };
export const template: TemplateReturn = {
  ...open,
  dueAt: new Date('2026-11-18T09:00:00Z'),
  isDemonstration: true,
  formNumber: '',
  issuedBy: '',
  unit,
  figures: open.figures.map((one) => ({ ...one, previous: null, yearEarlier: null })),
};

type Shape = Omit<WriteSheet, 'name' | 'rows'>;
export const workbook = (rows: CellValue[][], more: Shape = {}) =>
  writeXlsx({ sheets: [{ name: '表', rows, ...more }] });

export async function read(bytes: Uint8Array, name = '表.xlsx', against = asked) {
  return interpretedSheet(await readFigureSheet(bytes, name), against);
}

/** A sheet of plain cells as if it had been read, without a thread for it. */
export const plainSheet = (rows: readonly (readonly CellValue[])[], more: Partial<FigureSheet> = {}): FigureSheet => ({
  format: 'xlsx',
  rows: rows.map((cells) => cells.map((value) => cellText(value as string | number | null))),
  sheet: { name: '表', others: [] },
  hidden: { rows: [], columns: [] },
  shown: new Map(),
  plain: new Map(),
  marks: new Map(),
  merges: [],
  identity: [],
  ...more,
});

export const head = ['指标代码', '报告期代码', '本期数', '限定', '同比（%）', '备注'];
export const rowsFound = async (rows: CellValue[][], more?: Shape) =>
  (await read(await workbook([head, ...rows], more))).rows;
