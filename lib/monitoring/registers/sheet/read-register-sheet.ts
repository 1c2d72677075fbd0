import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { Refusal } from '@/lib/errors';
import { readIdentifier } from '@/lib/monitoring/registers/identifier';
import {
  type CellFault,
  type CellFaultKind,
  mostTold,
  neededColumns,
  type ReadEntry,
  type SheetColumn,
  type SheetNotice,
  sheetColumns,
} from '@/lib/monitoring/registers/sheet/words';
import { type ListedField, listOfField, mostEntries, type RegisterLists } from '@/lib/monitoring/registers/words';
import { unguardCell } from '@/lib/reporting/import/guarded-cell';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The heads by which a column is known, in the order in which a written sheet prefers them. */
const heads: Readonly<Record<SheetColumn, readonly string[]>> = {
  identifier: ['统一社会信用代码', '车牌号', '标识', 'identifier', 'credit code', 'plate'],
  name: ['名称', '主体名称', '企业名称', '车辆', 'name'],
  field: ['行业领域', '领域', '行业', 'field', 'field of industry'],
  grade: ['风险等级', '等级', 'grade', 'risk grade'],
  bureau: ['监管部门', '责任部门', '主管部门', 'responsible bureau', 'bureau'],
  street: ['属地', '街道', '属地街道', 'street'],
  group: ['协作组', 'co-operation group', 'group'],
  visit: ['最近走访', '最近走访日期', '走访日期', 'last visit'],
  since: ['在册起', 'in the register since'],
};
const columnByHead = new Map(
  sheetColumns.flatMap((column) => heads[column].map((head) => [plainName(head), column] as const)),
);

/** The most rows above the heads: a title and notes. */
const mostAbove = 20;
const longestName = 80;

export type ReadSheet = {
  readonly rows: readonly ReadEntry[];
  readonly faults: readonly CellFault[];
  readonly notices: readonly SheetNotice[];
};

/**
 * Reads a sheet of a register: a row of heads in either language and any order, and a row for each entry. Words of the lists are
 * read by code or name, units by code, name or alias. An empty cell says that the entry has nothing there, but for a visit, which
 * is never taken away, nor later than the day of the sheet; a column that is missing says nothing. Refuses a sheet without the needed heads and one without entries.
 */
export function readRegisterSheet(
  sheet: FigureSheet,
  lists: RegisterLists,
  units: readonly NameEntry[],
  day: string,
): ReadSheet {
  const headAt = sheet.rows.slice(0, mostAbove).findIndex((cells) => {
    const found = cells.map((cell) => columnByHead.get(plainName(cell)));
    return neededColumns.every((column) => found.includes(column));
  });
  if (headAt < 0) throw new Refusal('invalid', 'registers.refused.noHeads', { field: 'file' });
  const faults: CellFault[] = [];
  const tell = (address: string, text: string, fault: CellFaultKind, names: CellFault['names'] = []) =>
    faults.push({ address, text: text.slice(0, 60), fault, names });
  const columns = new Map<number, SheetColumn>();
  const unknown: string[] = [];
  (sheet.rows[headAt] ?? []).forEach((head, at) => {
    const column = columnByHead.get(plainName(head));
    if (!column) {
      if (head.trim() !== '') unknown.push(head.trim().slice(0, 40));
    } else if ([...columns.values()].includes(column)) tell(cellAddress(headAt + 1, at + 1), head, 'headTwice');
    else columns.set(at, column);
  });
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    // One cell in the place of several: for which rows it speaks is not guessed.
    const isOfEntries = endRow > headAt && [...columns.keys()].some((at) => at >= startCol && at <= endCol);
    const text = sheet.rows[startRow]?.[startCol] ?? '';
    if (isOfEntries && text.trim() !== '') tell(cellAddress(startRow + 1, startCol + 1), text, 'merged');
  }
  const read = cellReader(lists, units, day);
  const rows: ReadEntry[] = [];
  const seen = new Set<string>();
  sheet.rows.forEach((cells, at) => {
    if (
      at <= headAt ||
      ![...columns].some(([place, column]) => column !== 'since' && plainText(cells[place] ?? '') !== '')
    )
      return;
    const entry = {
      row: at + 1,
      identifier: '',
      facts: {} as Record<string, string>,
      addresses: {} as Record<string, string>,
    };
    for (const [place, column] of columns) {
      if (column === 'since') continue;
      const address = cellAddress(at + 1, place + 1);
      const text = textIn(column, cells[place] ?? '', sheet.shown.get(address));
      entry.addresses[column] = address;
      const isError = sheet.marks.get(address)?.includes('error');
      const isNumber = sheet.format === 'xlsx' && !sheet.marks.get(address)?.includes('text');
      const isStruck = sheet.marks.get(address)?.includes('struck');
      const found = isStruck
        ? { fault: 'struck' as const }
        : isError
          ? { fault: 'error' as const }
          : read(column, text, isNumber, faults.length < mostTold);
      if ('fault' in found) tell(address, text, found.fault, 'names' in found ? found.names : []);
      else if (column !== 'identifier') {
        if (column !== 'visit' || found.value !== '') entry.facts[column] = found.value;
      } else if (seen.has(found.value)) tell(address, text, 'twice');
      else {
        seen.add(found.value);
        entry.identifier = found.value;
      }
    }
    if (rows.length === mostEntries) tell(cellAddress(at + 1, 1), '', 'tooMany');
    if (rows.length < mostEntries) rows.push(entry);
  });
  if (rows.length === 0) throw new Refusal('invalid', 'registers.refused.noEntries', { field: 'file' });
  return { rows, faults, notices: noticesOf(sheet, headAt, columns, unknown) };
}

/**
 * The text of a cell. A name is kept as it is written, full-width brackets and all: it is that of the licence. An identifier is what
 * the sheet shows: a number format may have its leading zeros.
 */
function textIn(column: SheetColumn, cell: string, shown: string | undefined): string {
  if (column === 'name')
    return unguardCell(cell)
      .replace(/\p{Cf}/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
  const isPadded = column === 'identifier' && /^0\d+$/.test(shown ?? '');
  return plainText(unguardCell(isPadded ? (shown ?? '') : cell));
}

type ReadCell = { readonly value: string } | { readonly fault: CellFaultKind; readonly names?: CellFault['names'] };

/** Reads a cell of a column by its words. */
function cellReader(lists: RegisterLists, units: readonly NameEntry[], asOf: string) {
  const unitOf = nameReader(units);
  const listed = (Object.keys(listOfField) as ListedField[]).map((field) => {
    const entries = lists[listOfField[field]].map((one) => ({ ...one, aliases: [] }));
    return [field, { entries, read: nameReader(entries) }] as const;
  });
  const byField = new Map<SheetColumn, (typeof listed)[number][1]>(listed);
  return (column: SheetColumn, text: string, isNumber: boolean, isTold: boolean): ReadCell => {
    if (column === 'identifier') return readIdentifier(text, isNumber);
    if (column === 'name') {
      if (text.length < 2) return { fault: 'nameMissing' };
      return text.length > longestName ? { fault: 'tooLong' } : { value: text };
    }
    if (text === '') return { value: '' };
    if (column === 'visit') {
      const day = dayIn(text);
      if (day === null) return { fault: 'notADay' };
      return day > asOf ? { fault: 'dayToCome' } : { value: day };
    }
    const list = byField.get(column);
    const found = list ? list.read(text) : unitOf(text);
    if (found.kind === 'one') return { value: found.code };
    if (list) return { fault: 'notListed', names: isTold ? nearestNames(text, list.entries) : [] };
    if (found.kind === 'either') return { fault: 'severalUnits', names: found.entries.slice(0, 5) };
    return { fault: 'noUnit', names: isTold ? nearestNames(text, units) : [] };
  };
}

/** A day as sheets write it: 2026-09-30, 2026/9/30, 2026.9.30, 2026年9月30日; null for anything else. */
function dayIn(text: string): string | null {
  const [, year, month, day] = /^((?:19|20|21)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : null;
}

function noticesOf(
  sheet: FigureSheet,
  headAt: number,
  columns: ReadonlyMap<number, SheetColumn>,
  unknown: readonly string[],
): SheetNotice[] {
  const rows = sheet.hidden.rows.filter((at) => at > headAt && sheet.rows[at]?.some((cell) => cell.trim() !== ''));
  const hidden = sheet.hidden.columns.filter((at) => columns.has(at));
  const told = (kind: SheetNotice['kind'], which: readonly (string | number)[]): SheetNotice[] =>
    which.length === 0 ? [] : [{ kind, what: which.slice(0, 20).join('、') }];
  return [
    ...told(
      'hiddenRows',
      rows.map((at) => at + 1),
    ),
    ...told(
      'hiddenColumns',
      hidden.map((at) => cellAddress(1, at + 1).replace('1', '')),
    ),
    ...told('unknownColumns', unknown),
  ];
}
