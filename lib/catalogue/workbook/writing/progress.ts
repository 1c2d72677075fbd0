import type * as z from 'zod';
import type { Change } from '@/lib/access/audit/record-event';
import { inputFault } from '@/lib/access/input-fault';
import type { CellFault } from '@/lib/catalogue/workbook/outcome';
import { faultAt } from '@/lib/catalogue/workbook/reading/know-rows';
import { columnsOf, kindOf, type Referred } from '@/lib/catalogue/workbook/tables/columns';
import type { CatalogueState } from '@/lib/catalogue/workbook/tables/queries';
import { tellerOf } from '@/lib/catalogue/workbook/tables/told-names';
import {
  type ColumnKey,
  type Fate,
  type ImportLine,
  type KnownRow,
  type SheetCount,
  type SheetKey,
  sheetKeys,
  type Tables,
  type Values,
} from '@/lib/catalogue/workbook/words';
import { Refusal } from '@/lib/errors';

/** Stands for the reason of changes that are only tried. */
const triedReason = '（仅供预览）';

/** Which column a field of a command is in, where their names differ. */
export type FieldColumns = Readonly<Record<string, ColumnKey>>;

/** A row of the file with that of the catalogue, and the columns in which they differ. */
export type DifferingRow = { readonly row: KnownRow; readonly held: Values; readonly columns: readonly ColumnKey[] };

/** What an import has found and done so far: faults, changes as told to a person, changes as told to the trail. */
export class Progress {
  readonly state: CatalogueState;
  readonly tables: Tables;
  readonly rows: readonly KnownRow[];
  readonly faults: CellFault[] = [];
  readonly lines: ImportLine[] = [];
  readonly changes: Change[] = [];
  lacksReason = false;
  /** The versions of rows by subject, as far as this import has raised them. */
  readonly #versions = new Map<string, number>();
  readonly #fates = new Map<KnownRow, Fate>();
  readonly #waiting: ReadonlySet<string>;
  readonly #reason: string;
  readonly #tellers = new Map<Referred, ReturnType<typeof tellerOf>>();
  /** The cells with a fault: one is told of each. */
  readonly #faulty = new Set<string>();
  /** New rows that a fault keeps from being made, by sheet and code; what refers to them is not looked at. */
  readonly #lost = new Set<string>();

  constructor(given: {
    state: CatalogueState;
    tables: Tables;
    rows: readonly KnownRow[];
    faults: readonly CellFault[];
    reason: string;
  }) {
    this.state = given.state;
    this.tables = given.tables;
    this.rows = given.rows;
    this.#reason = given.reason;
    for (const fault of given.faults) this.#add(fault);
    this.#waiting = new Set(given.state.waiting.map(({ kind, input }) => proposalKey(kind, input)));
  }

  /** The rows of a sheet that no fault keeps from being made, and that refer to no such row. */
  of(sheet: SheetKey): KnownRow[] {
    const isLost = ({ isNew, code }: KnownRow) => isNew && this.#lost.has(`${sheet} ${code}`);
    return this.rows.filter((row) => row.sheet === sheet && !isLost(row) && !refersTo(row, this.#lost));
  }

  /** The new rows of a sheet. */
  fresh(sheet: SheetKey): KnownRow[] {
    return this.of(sheet).filter(({ isNew }) => isNew);
  }

  /** Says that new rows are not made because of their faults. */
  lose(rows: readonly KnownRow[]): void {
    for (const { sheet, code } of rows) this.#lost.add(`${sheet} ${code}`);
  }

  /** The name of the row of a kind that a code means, for a fault. */
  nameOf(to: Referred, code: string): string {
    const known = this.#tellers.get(to) ?? tellerOf(to, this.rows, this.tables);
    this.#tellers.set(to, known);
    return known(code)['zh-CN'];
  }

  hasFault(row: KnownRow): boolean {
    return Object.values(row.addresses).some((address) => this.#faulty.has(`${row.sheetName} ${address}`));
  }

  #add(fault: CellFault): void {
    const place = `${fault.sheet} ${fault.address}`;
    if (this.#faulty.has(place)) return;
    this.#faulty.add(place);
    this.faults.push(fault);
  }

  /** The rows of a sheet with codes that the catalogue has and that differ from it. */
  differing(sheet: SheetKey): DifferingRow[] {
    const held = new Map(this.tables[sheet].map((one) => [one.code ?? '', one]));
    return this.of(sheet).flatMap((row) => {
      const known = row.isNew ? undefined : held.get(row.code);
      const columns = known ? differingColumns(row, known) : [];
      return known && columns.length > 0 ? [{ row, held: known, columns }] : [];
    });
  }

  fault(row: KnownRow, column: ColumnKey | null, key: CellFault['key'], details: CellFault['details'] = {}): void {
    this.#add(faultAt(row, column, key, details));
  }

  /** Tells a refusal of a command in the cells of its fields. */
  refused(
    row: KnownRow,
    { faults, key, details }: Pick<Refusal, 'faults' | 'key' | 'details'>,
    columns: FieldColumns,
  ): void {
    if (faults.length === 0) this.fault(row, null, key, details);
    for (const one of faults) this.fault(row, columnFor(row.sheet, one.field, columns), one.key, one.details);
  }

  /** The input of a command by its schema; null for a faulty one, whose faults are told. */
  parsed<Schema extends z.ZodType>(
    row: KnownRow,
    { name, input }: { readonly name: string; readonly input: Schema },
    raw: Readonly<Record<string, unknown>>,
    columns: FieldColumns = {},
  ): z.output<Schema> | null {
    const read = input.safeParse(raw);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const field = String(issue.path[0] ?? '');
      const { key, details } = inputFault(name, field, issue, raw);
      this.fault(row, columnFor(row.sheet, field, columns), key, details);
    }
    return null;
  }

  /** What a pure rule of a command gives for a row; null where it refuses, which is told in the cells. */
  ruled<Result>(row: KnownRow, columns: FieldColumns, rule: () => Result): Result | null {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused(row, error, columns);
      return null;
    }
  }

  /** Tells what becomes of a row, or of one of its cells. */
  tell(
    row: KnownRow,
    fate: Fate,
    column: ColumnKey | null,
    sides: { before?: string; after?: string; values?: Values } = {},
  ): void {
    const { sheet, code, values: own } = row;
    const address = (column && row.addresses[column]) ?? Object.values(row.addresses)[0] ?? '';
    const { title = '', group = '', indicator = '', unit = '', year = '' } = own;
    const about = { code, group, indicator, unit, year };
    const after = sides.after ?? (column ? (own[column] ?? '') : '');
    const values = column ? {} : (sides.values ?? own);
    this.lines.push({ sheet, address, fate, title, about, column, before: sides.before ?? '', after, values });
    const order: readonly Fate[] = ['waiting', 'changed', 'proposed', 'created'];
    const known = this.#fates.get(row);
    if (!known || order.indexOf(fate) > order.indexOf(known)) this.#fates.set(row, fate);
  }

  /** Tells the same of several cells of a row. */
  tellCells({ row, held }: Pick<DifferingRow, 'row' | 'held'>, columns: readonly ColumnKey[], fate: Fate): void {
    for (const column of columns) this.tell(row, fate, column, { before: held[column] ?? '' });
  }

  /** The version that a row of the catalogue has by now, and the count of one more change of it. */
  version(subject: string, held: number): number {
    return this.#versions.get(subject) ?? held;
  }

  raise(subject: string, held: number): void {
    this.#versions.set(subject, this.version(subject, held) + 1);
  }

  /** The reason of the import for a change that needs one. */
  reason(): string {
    if (this.#reason !== '') return this.#reason;
    this.lacksReason = true;
    return triedReason;
  }

  /** Whether the same change waits for a second person already. */
  isWaiting(kind: string, input: Readonly<Record<string, unknown>>): boolean {
    return this.#waiting.has(proposalKey(kind, input));
  }

  counts(): SheetCount[] {
    return sheetKeys.map((sheet) => {
      const rows = this.of(sheet);
      const fates = rows.flatMap((row) => this.#fates.get(row) ?? []);
      const count = (fate: Fate) => fates.filter((one) => one === fate).length;
      return {
        ...{ sheet, unchanged: rows.length - fates.length },
        ...{ created: count('created'), changed: count('changed') },
        ...{ proposed: count('proposed'), waiting: count('waiting') },
      };
    });
  }
}

function refersTo(row: KnownRow, lost: ReadonlySet<string>): boolean {
  if (lost.size === 0) return false;
  return columnsOf(row.sheet).some((column) => {
    const kind = kindOf(row.sheet, column);
    return kind.kind === 'refers' && lost.has(`${kind.to} ${row.values[column]}`);
  });
}

function columnFor(sheet: SheetKey, field: string, columns: FieldColumns): ColumnKey | null {
  const known = columns[field] ?? field;
  return columnsOf(sheet).find((column) => column === known) ?? null;
}

/** English texts that stand for themselves when they are empty. */
const english: Readonly<Partial<Record<ColumnKey, ColumnKey>>> = {
  nameEn: 'nameZh',
  noteEn: 'noteZh',
  definitionEn: 'definitionZh',
  formulaEn: 'formulaZh',
};

/** The value of a column of a row; an empty English one is the Chinese one. */
export function wholeValue(values: Values, column: ColumnKey): string | undefined {
  const value = values[column];
  const other = english[column];
  return value === '' && other ? (values[other] ?? '') : value;
}

/** The columns in which a row of a file differs from the catalogue; those that the sheet lacks do not. */
export function differingColumns(row: KnownRow, held: Values): ColumnKey[] {
  return columnsOf(row.sheet).filter((column) => {
    const value = wholeValue(row.values, column);
    if (value === undefined || column === 'code' || column === 'changesFrom') return false;
    if (column === 'unitEn' && value === '') return false;
    return value !== (held[column] ?? '');
  });
}

/** A change that waits, in a form that two of the same have in common: empty parts left out, in the order of names. */
function proposalKey(kind: string, input: Readonly<Record<string, unknown>>): string {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain).toSorted();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, one]) => name !== 'reason' && one !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [name, plain(one)]),
    );
  };
  return `${kind} ${JSON.stringify(plain(input))}`;
}

/** The English text of a row for a command: empty where it only repeats the Chinese one that the row had. */
export function englishIn(
  { values }: KnownRow,
  held: Values,
  column: 'nameEn' | 'noteEn' | 'definitionEn' | 'formulaEn',
): string {
  const value = values[column] ?? held[column] ?? '';
  return value === held[english[column] ?? column] ? '' : value;
}
