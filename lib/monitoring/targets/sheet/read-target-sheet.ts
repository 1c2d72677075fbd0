import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { Refusal } from '@/lib/errors';
import type { FaultyCell } from '@/lib/monitoring/targets/sheet/words';
import type { TargetField, TargetPlace } from '@/lib/monitoring/targets/words';
import { readValueCell } from '@/lib/reporting/import/read-cell';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import type { CheckedIndicator } from '@/lib/reporting/words';

type Names = { readonly units: readonly NameEntry[]; readonly indicators: readonly NameEntry[] };
type Column = { readonly at: number; readonly indicator: string; readonly field: TargetField };

/** A filled cell of a sheet of targets, as text that a typed target may be. */
export type ReadTargetCell = TargetPlace & {
  readonly field: TargetField;
  readonly address: string;
  readonly text: string;
};

export type ReadTargetSheet = {
  readonly cells: readonly ReadTargetCell[];
  readonly faults: readonly FaultyCell[];
  readonly leftOut: readonly string[];
};

/** The heads of the columns with the unit, and the words behind an indicator that name what the column holds. */
const unitHeads = ['单位代码', '单位', '代码', 'unit code', 'unit', 'code'];
const ends: readonly (readonly [TargetField, RegExp])[] = [
  ['stretch', /[\s·:：_-]*(奋斗目标|奋斗值|挑战目标|stretch target|stretch)$/i],
  ['base', /[\s·:：_-]*(基本目标|目标值|目标|base target|target)$/i],
];
const yearHeads = ['年份', '年度', 'year'];

/**
 * Reads a sheet of targets: a row of heads with the unit, and for each indicator, by code, name or alias with or without
 * its unit of measure, a column of 目标 or 奋斗目标. Empty cells say nothing. Refuses a sheet without such heads, and one
 * of another year. `indicatorOf` gives what figures of an indicator are read by.
 */
export function readTargetSheet(
  sheet: FigureSheet,
  year: number,
  names: Names,
  indicatorOf: (code: string) => CheckedIndicator | undefined,
): ReadTargetSheet {
  const plain = sheet.rows.map((row) => row.map(plainText));
  const head = headIn(plain, names);
  if (!head) throw new Refusal('invalid', 'targets.refused.noHeads', { field: 'file' });
  const said = plain
    .slice(0, head.row)
    .flatMap((row) => (yearHeads.includes(row[0]?.toLowerCase() ?? '') ? [row[1] ?? ''] : []))
    .find((text) => /\d{4}/.test(text));
  const other = said && /\d{4}/.exec(said)?.[0];
  if (other && Number(other) !== year) {
    throw new Refusal('conflict', 'targets.refused.otherYear', { field: 'file', year: other, asked: `${year}` });
  }
  const unitsOf = nameReader(names.units);
  const cells: ReadTargetCell[] = [];
  const faults: FaultyCell[] = [];
  const seen = new Set<string>();
  plain.slice(head.row + 1).forEach((row, below) => {
    const at = head.row + 1 + below;
    const filled = head.columns.filter((column) => (row[column.at] ?? '') !== '');
    if (filled.length === 0) return;
    const named = head.units.flatMap((column) => (row[column] ? [{ column, found: unitsOf(row[column]) }] : []));
    const codes = [...new Set(named.flatMap(({ found }) => (found.kind === 'one' ? [found.code] : [])))];
    const [unit, other] = codes;
    if (unit === undefined || other !== undefined) {
      const column = named[0]?.column ?? head.units[0] ?? 0;
      const isEither = other !== undefined || named.some(({ found }) => found.kind === 'either');
      const fault = isEither ? 'unitEither' : 'unit';
      faults.push({ address: cellAddress(at + 1, column + 1), text: row[column] ?? '', fault });
      return;
    }
    for (const column of filled) {
      const address = cellAddress(at + 1, column.at + 1);
      const key = `${unit} ${column.indicator} ${column.field}`;
      const text = row[column.at] ?? '';
      const indicator = indicatorOf(column.indicator);
      if (seen.has(key)) faults.push({ address, text, fault: 'twice' });
      else if (indicator) {
        seen.add(key);
        const read = textOf(sheet, at, column.at, indicator);
        if (read === null) faults.push({ address, text, fault: 'read' });
        else if (read !== '')
          cells.push({ unit, indicator: column.indicator, field: column.field, address, text: read });
      }
    }
  });
  return { cells, faults, leftOut: head.leftOut };
}

/** The text of a cell as the reader of figures takes it; null where it cannot be trusted. */
function textOf(sheet: FigureSheet, row: number, column: number, indicator: CheckedIndicator): string | null {
  const address = cellAddress(row + 1, column + 1);
  const text = sheet.plain.get(address) ?? sheet.rows[row]?.[column] ?? '';
  const cell = { text, shown: sheet.shown.get(address) ?? null, marks: sheet.marks.get(address) ?? [], address };
  const { typed, findings } = readValueCell(cell, { text: '', address: cell.address }, indicator);
  return findings.some(({ severity }) => severity === 'mandatory') ? null : typed;
}

type Head = {
  readonly row: number;
  readonly units: readonly number[];
  readonly columns: readonly Column[];
  readonly leftOut: readonly string[];
};

/** The row of heads: the first one with the unit and a column of targets. */
function headIn(rows: readonly (readonly string[])[], names: Names): Head | null {
  const indicators = nameReader(names.indicators);
  for (const [row, cells] of rows.entries()) {
    const units = cells.flatMap((cell, at) => (unitHeads.includes(cell.toLowerCase()) ? [at] : []));
    if (units.length === 0) continue;
    const columns: Column[] = [];
    const leftOut: string[] = [];
    for (const [at, cell] of cells.entries()) {
      if (cell === '' || units.includes(at)) continue;
      const found = columnIn(cell, indicators);
      if (found) columns.push({ at, ...found });
      else leftOut.push(cell);
    }
    if (columns.length > 0) return { row, units, columns, leftOut };
  }
  return null;
}

function columnIn(head: string, read: ReturnType<typeof nameReader>): Omit<Column, 'at'> | null {
  for (const [field, end] of ends) {
    if (!end.test(head)) continue;
    const name = head.replace(end, '');
    const bare = name.replace(/\s*\([^()]*\)$/, '');
    for (const one of [name, bare]) {
      const found = read(one);
      if (found.kind === 'one') return { indicator: found.code, field };
    }
    return null;
  }
  return null;
}
