import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { codeFor } from '@/lib/catalogue/proposed-code';
import type { CellFault } from '@/lib/catalogue/workbook/outcome';
import { listedIn } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { kindOf, neededIn, type Referred } from '@/lib/catalogue/workbook/tables/columns';
import type { ColumnKey, KnownRow, ReadRow, SheetKey, Tables, Values } from '@/lib/catalogue/workbook/words';

/** Sheets whose rows have a code of their own, with the stem of one for a name without letters. */
const coded: Partial<Record<SheetKey, string>> = {
  units: 'UNIT',
  groups: 'GROUP',
  topics: 'TOPIC',
  indicators: 'IND',
  sources: 'DOC',
};

/** The most unknown names for which the nearest ones are looked for. */
const mostNearest = 60;

/** The fault of a cell of a row; of the first one that the sheet has where the column is missing. */
export function faultAt(
  row: ReadRow,
  column: ColumnKey | null,
  key: CellFault['key'],
  details: CellFault['details'] = {},
): CellFault {
  const address = (column && row.addresses[column]) ?? Object.values(row.addresses)[0] ?? `A${row.row}`;
  const text = (column && row.values[column]) ?? '';
  return { sheet: row.sheetName, address, text: text.slice(0, 60), column, key, details };
}

/**
 * Finds for each row the one of the catalogue that it describes, by its code or else by its name, and reads the names that
 * it refers to. What is new gets a code by its initials where it has none.
 */
export function knowRows(rows: readonly ReadRow[], tables: Tables): { rows: KnownRow[]; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const known = rows.map((row) => (row.sheet in coded ? row : { ...row, code: '', isNew: false }));
  for (const sheet of Object.keys(coded) as SheetKey[]) {
    const own = rows.filter((row) => row.sheet === sheet);
    const found = codedRows(own, sheet, tables, faults);
    for (const [at, row] of known.entries())
      if (row.sheet === sheet) known[at] = found.get(row) ?? { ...row, code: '', isNew: true };
  }
  const all = known as KnownRow[];
  const read = referenceReader(all, tables);
  const resolved = all.map((row): KnownRow => {
    const values = { ...row.values };
    for (const column of Object.keys(values) as ColumnKey[]) {
      const kind = kindOf(row.sheet, column);
      const text = values[column] ?? '';
      if (kind.kind !== 'refers' || text === '') continue;
      const found = read(kind.to, text);
      if (typeof found === 'string') values[column] = found;
      else {
        faults.push(faultAt(row, column, found.key, found.details));
        delete values[column];
      }
    }
    return { ...row, values };
  });
  for (const row of resolved) {
    const asked = row.isNew || !(row.sheet in coded) ? neededIn(row.sheet) : ['nameZh', 'title'];
    for (const column of asked as ColumnKey[]) {
      const isFaulty = row.addresses[column] !== undefined && row.values[column] === undefined;
      const isAsked = row.isNew || row.addresses[column] !== undefined;
      if (isAsked && !isFaulty && !row.values[column]) faults.push(faultAt(row, column, 'workbook.faults.needed'));
    }
  }
  return { rows: resolved, faults };
}

const nameOfRow = ({ nameZh, title }: Tables[SheetKey][number]) => nameZh ?? title ?? '';

function codedRows(rows: readonly ReadRow[], sheet: SheetKey, tables: Tables, faults: CellFault[]) {
  const held = tables[sheet];
  const byCode = new Map(held.map((one) => [plainName(one.code ?? ''), one.code ?? '']));
  const byName = new Map<string, string[]>();
  for (const one of held) {
    const name = plainName(nameOfRow(one));
    byName.set(name, [...(byName.get(name) ?? []), one.code ?? '']);
  }
  const taken = [...held, ...rows.map(({ values }) => values)].map(({ code }) => code ?? '');
  const used = new Set(taken.map((code) => code.toUpperCase()));
  const seen = new Map<string, number>();
  const found = new Map<ReadRow, KnownRow>();
  for (const row of rows) {
    const typed = row.values.code ?? '';
    const name = nameOfRow(row.values);
    const named = typed === '' && name !== '' ? (byName.get(plainName(name)) ?? []) : [];
    if (named.length > 1) {
      faults.push(faultAt(row, 'code', 'workbook.faults.severalNamed', { name, names: named.slice(0, 3).join('、') }));
      continue;
    }
    const ended = ({ validTo = '', retiredOn = '' }: Values) => validTo || retiredOn;
    const past = named[0] === undefined ? undefined : held.find(({ code }) => code === named[0]);
    if (past && ended(past) !== '' && ended(row.values) !== ended(past)) {
      faults.push(faultAt(row, 'nameZh', 'workbook.faults.endedNamed', { name, code: named[0] ?? '' }));
      continue;
    }
    const existing = typed === '' ? named[0] : byCode.get(plainName(typed));
    const code = existing ?? (typed === '' ? freshCode(sheet, name, used) : ownCode(sheet, typed));
    const before = seen.get(code.toUpperCase());
    if (before !== undefined) faults.push(faultAt(row, 'code', 'workbook.faults.twice', { row: before, name: code }));
    seen.set(code.toUpperCase(), row.row);
    found.set(row, { ...row, code, isNew: existing === undefined, values: { ...row.values, code } });
  }
  return found;
}

const ownCode = (sheet: SheetKey, typed: string) =>
  sheet === 'indicators' ? typed.trim().toUpperCase() : typed.trim();

/** A code by the initials of a name; formulas could not name an indicator whose code begins with a digit. */
function freshCode(sheet: SheetKey, name: string, used: Set<string>): string {
  const stem = coded[sheet] ?? 'X';
  const first = codeFor(name, used, stem);
  const code = sheet === 'indicators' && !/^[A-Z]/.test(first) ? codeFor(`I${name}`, used, stem) : first;
  used.add(code);
  return code;
}

type Reference = string | Pick<CellFault, 'key' | 'details'>;

/** Reads the code of what a text names, among the catalogue and the new rows: a code as it is, else a name or an alias. */
function referenceReader(rows: readonly KnownRow[], tables: Tables): (to: Referred, text: string) => Reference {
  const entriesOf = (to: Referred): NameEntry[] => {
    const names = new Map(tables[to].map((one) => [one.code ?? '', one]));
    const renamed = new Map<string, string>();
    for (const row of rows) {
      if (row.sheet !== to || row.code === '') continue;
      if (row.isNew) names.set(row.code, row.values);
      else renamed.set(row.code, row.values.nameZh ?? '');
    }
    return [...names].map(([code, { nameZh = '', nameEn = '', aliases = '', parent = '' }]) => ({
      ...{ code, nameZh, nameEn: nameEn || nameZh, aliases: [...listedIn(aliases), renamed.get(code) ?? ''] },
      ...(to === 'units' && { parentZh: names.get(parent)?.nameZh ?? null }),
    }));
  };
  const readers = new Map<
    Referred,
    { codes: Set<string>; entries: NameEntry[]; read: ReturnType<typeof nameReader> }
  >();
  const nearest = new Map<string, string>();
  return (to, text) => {
    const entries = readers.get(to)?.entries ?? entriesOf(to);
    const reader = readers.get(to) ?? {
      ...{ entries, codes: new Set(entries.map(({ code }) => code)), read: nameReader(entries) },
    };
    readers.set(to, reader);
    if (reader.codes.has(text)) return text;
    const found = reader.read(text);
    if (found.kind === 'one') return found.code;
    const written = (list: readonly NameEntry[]) => list.map(({ code, nameZh }) => `${nameZh}（${code}）`).join('、');
    if (found.kind === 'either')
      return { key: 'workbook.faults.several', details: { names: written(found.entries.slice(0, 3)) } };
    const key = `${to} ${text}`;
    const names = nearest.get(key) ?? (nearest.size < mostNearest ? written(nearestNames(text, entries)) : '');
    nearest.set(key, names);
    return { key: 'workbook.faults.unknown', details: { value: text.slice(0, 60), names: names || '—' } };
  };
}
