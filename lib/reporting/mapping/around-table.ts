import { shortText } from '@/lib/reporting/import/staged-finding';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { ColumnHead } from '@/lib/reporting/mapping/column-heads';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { titleCells, topOf } from '@/lib/reporting/mapping/head-rows';
import { isNoteRow } from '@/lib/reporting/mapping/left-out';
import {
  beginsTable,
  hasFigureCell,
  isDeclared,
  lineText,
  saysBelow,
  type Table,
} from '@/lib/reporting/mapping/lines-between';
import type { MappingNames } from '@/lib/reporting/mapping/names';
import { type Mention, mentionsIn, saysOther, type TextAround } from '@/lib/reporting/mapping/texts-around';
import type { ColumnMapping } from '@/lib/reporting/mapping/words';

const isNote = /^ ?(?:注|附注|说明|备注|note)/i;

/** The lines below the heads that are about the whole table: notes, and what stands below the last figures. */
function linesBelow(table: Table): TextAround[] {
  const { grid, mapping } = table;
  let end = mapping.headTo;
  while (end < grid.height && !beginsTable(table, end)) end += 1;
  let last = end - 1;
  while (last >= mapping.headTo && (isNoteRow(grid, last) || !hasFigureCell(table, last))) last -= 1;
  const found: TextAround[] = [];
  for (let row = mapping.headTo; row < end; row += 1) {
    if (grid.isBlank(row) || (hasFigureCell(table, row) && !isNoteRow(grid, row))) continue;
    const text = lineText(grid, row);
    const isWhole = isNoteRow(grid, row) ? isNote.test(text) && !saysBelow(text) : row > last;
    if (isWhole || (isNoteRow(grid, row) && isNote.test(text) && row > last))
      found.push({ text, address: grid.address(row, grid.filled(row)[0] ?? 0) });
  }
  return found;
}

/** Whether a person said what a column is: then the texts around the table were looked at. */
const isSaid = (column: ColumnMapping | undefined) =>
  column !== undefined && [column.indicator, column.unit, column.period, column.measure].some((one) => one !== null);

/**
 * What titles and notes say against the figures: columns that they may make others, with a fault each, the units of
 * measure that they name, and what a person has to decide. A text that a person declared harmless says nothing.
 */
export function aroundTable(
  table: Table,
  targets: readonly ColumnTarget[],
  { heads, names }: { heads: readonly ColumnHead[]; names: MappingNames },
): { targets: ColumnTarget[]; mentions: Mention[]; asked: TextAround[] } {
  const { grid, mapping } = table;
  const { own, ofSheet } = titleCells(grid, mapping.headFrom - 1);
  const notes = linesBelow(table);
  const isOpen = ({ text }: TextAround) => !isDeclared(mapping, text);
  const ownHeads = {
    texts: heads.map(({ written }) => written),
    hasGrowth: targets.some(({ use }) => use === 'yoy'),
    hasRank: targets.some(({ use }) => use === 'rank'),
  };
  const others = [...own, ...ofSheet, ...notes].filter(isOpen).filter(({ text }) => saysOther(text, names, ownHeads));
  const lines = unitLines(grid.sheet.rows, mapping.headFrom - 1, topOf(grid, mapping.headFrom - 1));
  const mentions = mentionsIn([...own, ...notes].filter(isOpen), lines);
  const [other] = others;
  const isFree = ({ column }: ColumnTarget) => isSaid(mapping.columns[column]);
  const faulted = targets.map((target) => {
    if (!other || isFree(target)) return target;
    const details = { cell: other.address, text: shortText(other.text) };
    return { ...target, faults: [...target.faults, mappingFinding('aroundOther', target.address, details)] };
  });
  const asked = targets.every(isFree) ? [] : [...others, ...mentions];
  return { targets: faulted, mentions, asked };
}
