import { type FigureRow, figureColumns } from '@/lib/reporting/import/check-figures';
import { guarded } from '@/lib/reporting/import/guarded-cell';

type Column = (typeof figureColumns)[number];

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;

/** The first line of a tidy file, with the byte order mark by which Excel knows UTF-8. */
export const tidyHead = `\uFEFF${line(figureColumns)}`;

/**
 * A figure as the line of a tidy file that an import takes back without changing anything: numbers with the decimals as
 * printed, texts so that no spreadsheet takes them for a formula.
 */
export function tidyLine(row: FigureRow): string {
  const cells: Record<Column, string> = {
    indicator: row.indicator,
    unit: row.unit,
    period: row.period,
    value: asPrinted(row.value, row.decimals),
    qualifier: row.qualifier,
    qualifier_printed: guarded(row.qualifierPrinted),
    vintage: row.vintage,
    reported_yoy: row.reportedYoy ?? '',
    period_printed: guarded(row.periodPrinted),
    source: row.source,
    locator: guarded(row.locator),
    quote: guarded(row.quote),
    note: guarded(row.note),
  };
  return line(figureColumns.map((column) => cells[column]));
}

/** Zeros are added or taken off until there are as many decimals as printed; a digit that says something is never lost. */
function asPrinted(value: string, decimals: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0') + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
