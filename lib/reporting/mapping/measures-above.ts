import { bareUnit, type Stated } from '@/lib/reporting/import/sheet-heads';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { titleCells, topOf } from '@/lib/reporting/mapping/head-rows';
import type { Readers } from '@/lib/reporting/mapping/names';

const behind = / ?([([【][^()[\]【】]*[)\]】])$/;

/**
 * The units of measure that the lines above a table state: 单位：亿元, or behind the title in brackets, 税收收入分月情况（亿元）,
 * where no line has one.
 */
export function measuresAbove(grid: Grid, headRow: number, readers: Readers): readonly Stated[] {
  const lines = unitLines(grid.sheet.rows, headRow, topOf(grid, headRow));
  if (lines.length > 0) return lines;
  return titleCells(grid, headRow).own.flatMap(({ text, address }) => {
    const [, bracket = ''] = behind.exec(text.trim().replaceAll('（', '(').replaceAll('）', ')')) ?? [];
    const units = bracket === '' ? [] : bareUnit(bracket).split(/ ?[、,;] ?/);
    return units.length > 0 && units.every(readers.isMeasure) ? { units, address } : [];
  });
}
