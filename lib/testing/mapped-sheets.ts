import type { CellValue } from 'hucre/xlsx';
import { appliedMapping } from '@/lib/reporting/mapping/apply-mapping';
import type { HeadRows } from '@/lib/reporting/mapping/head-rows';
import type { MappingNames } from '@/lib/reporting/mapping/names';
import { proposedMapping } from '@/lib/reporting/mapping/propose-mapping';
import type { Applied, Mapping } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { plainSheet, workbook } from '@/lib/testing/sheets';

const unit = (code: string, nameZh: string, aliases: string[] = []) => ({
  ...{ code, nameZh, nameEn: code, aliases, parentZh: null },
});
const indicator = (code: string, nameZh: string, unitZh: string, aliases: string[] = []) => ({
  ...{ code, nameZh, nameEn: code, aliases, unitZh, unitEn: unitZh, decimals: 2 },
  measure: unitZh === '%' ? ('rate' as const) : ('amount' as const),
  direction: 'higher' as const,
  basis: 'current' as const,
});

/** Invented units and indicators, with the names that messy sheets use. */
export const mappedNames: MappingNames = {
  units: [
    unit('JIA', '甲区', ['甲城区']),
    unit('YI', '乙县'),
    unit('BING', '丙市'),
    unit('DING', '丁开发区', ['丁区']),
  ],
  indicators: [
    indicator('OUT', '规模以上工业总产值', '亿元', ['规上工业总产值', '工业总产值']),
    indicator('POWER', '全社会用电量', '万千瓦时', ['用电量']),
    indicator('IPOWER', '工业用电量', '万千瓦时'),
    indicator('INV', '固定资产投资', '亿元'),
    indicator('INV_I', '工业投资', '亿元', ['工业']),
    indicator('INV_H', '房地产开发投资', '亿元', ['房地产']),
    indicator('FIRMS', '规模以上工业企业数', '家', ['企业数']),
    indicator('TAX', '税收收入', '亿元'),
    indicator('RATE', '城镇调查失业率', '%'),
  ],
};

/** What is proposed for a sheet, with what a person changes of it, and the figures that come of it. */
export function mapped(
  sheet: FigureSheet,
  change: (proposed: Mapping) => Partial<Mapping> = () => ({}),
  ownUnit: string | null = null,
  heads?: HeadRows,
): Applied & { readonly mapping: Mapping } {
  const proposed = proposedMapping(sheet, { names: mappedNames, ownUnit, ...(heads && { heads }) });
  const mapping = { ...proposed, ...change(proposed) };
  return { ...appliedMapping(sheet, mapping, mappedNames), mapping };
}

/** The figures in one line each, in the order of their cells' texts: `OUT JIA 2026-M10 12.5 3.1% #2 C5`. */
export const inLines = ({ figures }: Applied): string[] =>
  figures
    .map(({ indicatorCode, unitCode, periodCode, value, qualifier, yoy, rank, address }) =>
      [
        ...[indicatorCode, unitCode, periodCode, value],
        ...(qualifier === 'exact' ? [] : [qualifier]),
        ...(yoy === null ? [] : [`${yoy}%`]),
        ...(rank === null ? [] : [`#${rank}`]),
        address,
      ].join(' '),
    )
    .sort();
export const faultsIn = ({ refused }: Applied): string[] =>
  refused.map(({ key, address }) => `${key.replace('mapping.', '')} ${address}`).sort();
export const leftIn = ({ leftOut }: Applied): string[] =>
  leftOut.filter(({ reason }) => reason !== 'blank').map(({ reason, address }) => `${reason} ${address}`);

/** Areas such as `A1:C2 D1:D3`. */
const merges = (areas: string) =>
  areas.split(' ').map((area) => {
    const [from = '', to = ''] = area.split(':');
    const at = (cell: string) => ({ row: Number(cell.slice(1)) - 1, column: cell.charCodeAt(0) - 65 });
    const [first, last] = [at(from), at(to)];
    return { startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column };
  });
/** A workbook of these rows as an upload reads it; `areas` are its merged cells. */
export const book = async (rows: CellValue[][], areas?: string) =>
  readFigureSheet(await workbook(rows, areas ? { merges: merges(areas) } : {}), '表.xlsx');
/** The lines of a text, in order of the alphabet. */
export const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .sort();

/** Rows of a sheet, one a line, with cells between bars; a number alone is one, and a bar alone is a blank row. */
export const typedRows = (text: string): CellValue[][] =>
  text
    .trim()
    .split('\n')
    .map((row) =>
      row
        .replace(/^ +| +$/g, '')
        .split('|')
        .map((cell) => (/^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell || null)),
    );
export const typedSheet = (text: string): FigureSheet => plainSheet(typedRows(text));
