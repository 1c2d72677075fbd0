import { plainName } from '@/lib/catalogue/plain-name';
import type { CellFault } from '@/lib/catalogue/workbook/outcome';
import { readCell } from '@/lib/catalogue/workbook/reading/read-cell';
import { columnsOf, formerHeads, formerSheets, headOf, kindOf } from '@/lib/catalogue/workbook/tables/columns';
import {
  type ColumnKey,
  type Notice,
  neededColumns,
  type ReadRow,
  type SheetKey,
  sheetKeys,
  shownColumns,
} from '@/lib/catalogue/workbook/words';
import { translator } from '@/lib/i18n/translator';
import { locales } from '@/lib/i18n/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { WorkbookSheet } from '@/lib/reporting/upload/words';

/** The rows of a workbook, all faults of its cells, and what a reader should know about it. */
export type ReadTables = {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly CellFault[];
  readonly notices: readonly Notice[];
};

/** The most rows above the heads of a sheet. */
const mostAbove = 10;

const sheetName = (key: SheetKey, locale: (typeof locales)[number]) => translator(locale, 'workbook')(`sheets.${key}`);
const sheetByName = new Map(
  sheetKeys.flatMap((key) =>
    [key, ...locales.map((locale) => sheetName(key, locale)), ...(formerSheets[key] ?? [])].map(
      (name) => [plainName(name), key] as const,
    ),
  ),
);
const guides = new Set(locales.map((locale) => plainName(translator(locale, 'workbook')('sheets.guide'))));

/** The columns of a sheet by their heads in either language, or by their own names. */
const columnsByHead = (sheet: SheetKey): ReadonlyMap<string, ColumnKey> =>
  new Map(
    columnsOf(sheet).flatMap((column) =>
      [column, ...locales.map((locale) => headOf(column, locale)), ...(formerHeads[column] ?? [])].map(
        (head) => [plainName(head), column] as const,
      ),
    ),
  );

/** The column of a head; one may have a star behind it, which says that it is needed. */
const columnOf = (heads: ReadonlyMap<string, ColumnKey>, head: string) =>
  heads.get(plainName(head.replace(/[*＊]\s*$/, '')));

/** Reads the sheets of a catalogue by their names and heads, in any order. Other sheets and columns are left out and told. */
export function readTables(sheets: readonly WorkbookSheet[]): ReadTables {
  const rows: ReadRow[] = [];
  const faults: CellFault[] = [];
  const notices: Notice[] = [];
  const seen = new Set<SheetKey>();
  for (const sheet of sheets) {
    const key = sheetByName.get(plainName(sheet.name));
    const isEmpty = sheet.rows.every((cells) => cells.every((cell) => cell.trim() === ''));
    if (guides.has(plainName(sheet.name)) || (isEmpty && !key)) continue;
    if (!key) {
      notices.push({ kind: 'unknownSheet', sheet: sheet.name, what: '' });
      continue;
    }
    const told = (fault: CellFault['key']) =>
      faults.push({ sheet: sheet.name, address: 'A1', text: '', column: null, key: fault, details: {} });
    if (seen.has(key)) told('workbook.faults.sheetTwice');
    else if (sheet.isHidden) told('workbook.faults.sheetHidden');
    else if (!isEmpty) {
      const read = readSheet(key, sheet);
      rows.push(...read.rows);
      faults.push(...read.faults);
      notices.push(...read.notices);
    }
    seen.add(key);
  }
  if (seen.size === 0)
    faults.push({ sheet: '', address: '', text: '', column: null, key: 'workbook.faults.noSheet', details: {} });
  for (const key of sheetKeys)
    if (!seen.has(key)) notices.push({ kind: 'missingSheet', sheet: sheetName(key, 'zh-CN'), what: '' });
  return { rows, faults, notices };
}

function readSheet(key: SheetKey, sheet: WorkbookSheet): ReadTables {
  const heads = columnsByHead(key);
  const missingIn = (cells: readonly string[]) => {
    const found = cells.map((cell) => columnOf(heads, cell));
    return neededColumns[key].filter((column) => !found.includes(column));
  };
  const above = sheet.rows.slice(0, mostAbove);
  const headAt = above.findIndex((cells) => missingIn(cells).length === 0);
  const faults: CellFault[] = [];
  const fault = (address: string, text: string, column: ColumnKey | null, found: Pick<CellFault, 'key' | 'details'>) =>
    faults.push({ sheet: sheet.name, address, text, column, ...found });
  if (headAt < 0) {
    const missing = above.map(missingIn).sort((a, b) => a.length - b.length)[0] ?? neededColumns[key];
    const columns = missing.map((column) => headOf(column, 'zh-CN')).join('、');
    fault('A1', '', null, { key: 'workbook.faults.noHead', details: { columns } });
    return { rows: [], faults, notices: [] };
  }
  const notices: Notice[] = [];
  const columns = new Map<number, ColumnKey>();
  (sheet.rows[headAt] ?? []).forEach((head, at) => {
    const column = columnOf(heads, head);
    if (!column) {
      if (head.trim() !== '')
        notices.push({ kind: 'unknownColumn', sheet: sheet.name, what: head.trim().slice(0, 40) });
    } else if ([...columns.values()].includes(column))
      fault(cellAddress(headAt + 1, at + 1), head, column, { key: 'workbook.faults.headTwice', details: {} });
    else if (!shownColumns.includes(column)) columns.set(at, column);
  });
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    // One cell in the place of several: which rows and columns it stands for is not guessed.
    const row = sheet.rows.findIndex(
      (cells, at) =>
        at > headAt && at >= startRow && at <= endRow && [...columns.keys()].some((one) => cells[one]?.trim()),
    );
    const place = [...columns.keys()].find((one) => one >= startCol && one <= endCol);
    const text = sheet.rows[startRow]?.[startCol] ?? '';
    if (row >= 0 && place !== undefined && text.trim() !== '')
      fault(cellAddress(startRow + 1, startCol + 1), text.slice(0, 60), columns.get(place) ?? null, {
        ...{ key: 'workbook.faults.merged', details: {} },
      });
  }
  const rows: ReadRow[] = [];
  sheet.rows.forEach((cells, at) => {
    const isEmpty = [...columns.keys()].every((column) => (cells[column] ?? '').trim() === '');
    if (at <= headAt || isEmpty) return;
    const values: Partial<Record<ColumnKey, string>> = {};
    const addresses: Partial<Record<ColumnKey, string>> = {};
    for (const [place, column] of columns) {
      const address = cellAddress(at + 1, place + 1);
      const [text, marks] = [cells[place] ?? '', sheet.marks.get(address) ?? []];
      const read = readCell(column, kindOf(key, column), { text, shown: sheet.shown.get(address) ?? null, marks });
      addresses[column] = address;
      if ('value' in read) values[column] = read.value;
      else fault(address, text.slice(0, 60), column, read);
    }
    rows.push({ sheet: key, sheetName: sheet.name, row: at + 1, values, addresses });
  });
  return { rows, faults, notices: [...notices, ...hiddenIn(sheet, headAt, columns)] };
}

/** Rows and columns with content that nobody sees are read like others, and told. */
function hiddenIn(sheet: WorkbookSheet, headAt: number, columns: ReadonlyMap<number, ColumnKey>): Notice[] {
  const rows = sheet.hidden.rows.filter((at) => at > headAt && sheet.rows[at]?.some((cell) => cell.trim() !== ''));
  const hidden = sheet.hidden.columns.filter((at) => columns.has(at));
  const told = (kind: Notice['kind'], which: readonly (number | string)[]): Notice[] =>
    which.length === 0 ? [] : [{ kind, sheet: sheet.name, what: which.slice(0, 20).join('、') }];
  return [
    ...told(
      'hiddenRows',
      rows.map((at) => at + 1),
    ),
    ...told(
      'hiddenColumns',
      hidden.map((at) => cellAddress(1, at + 1).replace('1', '')),
    ),
  ];
}
