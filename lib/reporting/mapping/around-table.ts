import { shortText } from '@/lib/reporting/import/staged-finding';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { titleCells } from '@/lib/reporting/mapping/head-rows';
import { isNoteRow } from '@/lib/reporting/mapping/left-out';
import { hasFigureCell, isDeclared, lineText, saysBelow, type Table } from '@/lib/reporting/mapping/lines-between';
import { measuresAbove } from '@/lib/reporting/mapping/measures-above';
import type { MappingNames } from '@/lib/reporting/mapping/names';
import { type Mention, mentionsIn, saysOther, type TextAround } from '@/lib/reporting/mapping/texts-around';
import { unitsIn } from '@/lib/reporting/mapping/title-names';
import type { ColumnMapping } from '@/lib/reporting/mapping/words';

const isNote = /^ ?(?:注|附注|说明|备注|note)/i;

/**
 * The lines below the heads that are about the whole table: notes, and what stands below the last figures, unless it is
 * the title of another table there.
 */
function linesBelow(table: Table): TextAround[] {
  const { grid, mapping, end } = table;
  let last = end - 1;
  while (last >= mapping.headTo && (isNoteRow(grid, last) || !hasFigureCell(table, last))) last -= 1;
  const found: TextAround[] = [];
  for (let row = mapping.headTo; row < end; row += 1) {
    if (grid.isBlank(row) || (hasFigureCell(table, row) && !isNoteRow(grid, row))) continue;
    const text = lineText(grid, row);
    const isWhole = isNoteRow(grid, row) ? isNote.test(text) && !saysBelow(text) : row > last && end === grid.height;
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
  names: MappingNames,
): { targets: ColumnTarget[]; mentions: Mention[]; asked: TextAround[] } {
  const { grid, mapping, heads, readers } = table;
  const { own, ofSheet } = titleCells(grid, mapping.headFrom - 1);
  const notes = linesBelow(table);
  const isOpen = ({ text }: TextAround) => !isDeclared(mapping, text);
  const ownHeads = {
    texts: heads.map(({ written }) => written),
    hasGrowth: targets.some(({ use }) => use === 'yoy'),
    hasRank: targets.some(({ use }) => use === 'rank'),
  };
  const others = [...own, ...ofSheet, ...notes].filter(isOpen).filter(({ text }) => saysOther(text, names, ownHeads));
  const lines = measuresAbove(grid, mapping.headFrom - 1, readers);
  const mentions = mentionsIn([...own, ...notes].filter(isOpen), lines);
  const [other] = others;
  const foreign = foreignUnit([...own, ...ofSheet].filter(isOpen), table, names);
  const isFree = ({ column }: ColumnTarget) => isSaid(mapping.columns[column]);
  const faulted = targets.map((target) => {
    if (isFree(target)) return target;
    const told = (key: 'aroundOther' | 'aroundUnit', one: TextAround | undefined) =>
      one ? [mappingFinding(key, target.address, { cell: one.address, text: shortText(one.text) })] : [];
    const faults = [...told('aroundOther', other), ...(target.unit === null ? told('aroundUnit', foreign) : [])];
    return faults.length === 0 ? target : { ...target, faults: [...target.faults, ...faults] };
  });
  const asked = targets.every(isFree) ? [] : [...others, ...mentions, ...(foreign ? [foreign] : [])];
  return { targets: faulted, mentions, asked };
}

/** A title that names other units than the one that is given for the whole table, and not that one. */
function foreignUnit(titles: readonly TextAround[], table: Table, names: MappingNames): TextAround | undefined {
  const { from, code } = table.mapping.unit;
  if (from !== 'fixed' || code === null) return undefined;
  const named = titles.map((one) => ({ one, units: unitsIn(one.text, names, table.readers) }));
  if (named.some(({ units }) => units.has(code))) return undefined;
  return named.find(({ units }) => units.size > 0)?.one;
}
