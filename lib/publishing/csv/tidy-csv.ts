import { type FigureRow, figureColumns } from '@/lib/reporting/import/check-figures';
import { guardCell } from '@/lib/reporting/import/guarded-cell';

type Column = (typeof figureColumns)[number];

const quoteCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A line of CSV by RFC 4180. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoteCell).join(',')}\r\n`;

/** The first line of a tidy file, with the byte order mark by which Excel recognises UTF-8. */
export const tidyHead = `\uFEFF${csvLine(figureColumns)}`;

/**
 * A figure as the line of a tidy file that an import reads back unchanged: numbers with the printed decimals, texts
 * that no spreadsheet takes for a formula.
 */
export function tidyLine(row: FigureRow): string {
  const cells: Record<Column, string> = {
    indicator: row.indicator,
    unit: row.unit,
    period: row.period,
    value: asPrinted(row.value, row.decimals),
    qualifier: row.qualifier,
    qualifier_printed: guardCell(row.qualifierPrinted),
    vintage: row.vintage,
    reported_yoy: row.reportedYoy ?? '',
    period_printed: guardCell(row.periodPrinted),
    source: row.source,
    locator: guardCell(row.locator),
    quote: guardCell(row.quote),
    note: guardCell(row.note),
  };
  return csvLine(figureColumns.map((column) => cells[column]));
}

/** A value with the printed number of decimals: zeros are added or removed, significant digits are never lost. */
export function asPrinted(value: string, decimals: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0') + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
