import type { nameReader } from '@/lib/catalogue/names/read-name';
import { firstHeadRow } from '@/lib/reporting/import/sheet-columns';
import { bareUnit, headOf } from '@/lib/reporting/import/sheet-heads';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The heading that is read for a column 单位 of reporting units. */
const named = '单位名称';

/**
 * A sheet whose columns 单位 are headed 单位名称 where they name units of the catalogue and no unit of measure: the word
 * means either.
 */
export function withUnitColumns(sheet: FigureSheet, readUnit: ReturnType<typeof nameReader>): FigureSheet {
  const at = firstHeadRow(sheet);
  const heads = sheet.rows[at] ?? [];
  const isOfUnits = (column: number) => {
    const texts = sheet.rows
      .slice(at + 1)
      .map((cells) => plainText(cells[column] ?? ''))
      .filter(Boolean);
    return texts.some((text) => readUnit(text).kind !== 'none') && !texts.some((text) => isKnownUnit(bareUnit(text)));
  };
  const columns = heads.flatMap((text, column) => (headOf(text).name === '单位' && isOfUnits(column) ? column : []));
  if (columns.length === 0) return sheet;
  const renamed = heads.map((text, column) => (columns.includes(column) ? named : text));
  return { ...sheet, rows: sheet.rows.map((cells, row) => (row === at ? renamed : cells)) };
}
