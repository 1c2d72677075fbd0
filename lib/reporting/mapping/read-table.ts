import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { shortText } from '@/lib/reporting/import/staged-finding';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { aroundTable } from '@/lib/reporting/mapping/around-table';
import { CellPeriods } from '@/lib/reporting/mapping/cell-periods';
import { columnHeads } from '@/lib/reporting/mapping/column-heads';
import { type ColumnTarget, columnTargets, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { besideFaults, unreadHead } from '@/lib/reporting/mapping/contradictions';
import { FigureParts, type FoundParts } from '@/lib/reporting/mapping/figure-parts';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { keyColumns } from '@/lib/reporting/mapping/key-columns';
import { isNoteRow, reasonOf } from '@/lib/reporting/mapping/left-out';
import { endOfTable, hasFigureCell, type Table } from '@/lib/reporting/mapping/lines-between';
import { measuresAbove } from '@/lib/reporting/mapping/measures-above';
import { type MappingNames, nameKey, type Readers } from '@/lib/reporting/mapping/names';
import { periodText } from '@/lib/reporting/mapping/periods';
import type { Key } from '@/lib/reporting/mapping/read-figures';
import { type RowNames, RowReader } from '@/lib/reporting/mapping/row-names';
import { rowPeriods } from '@/lib/reporting/mapping/row-periods';
import { isTotal, looksLikeFigure } from '@/lib/reporting/mapping/row-words';
import { Sections } from '@/lib/reporting/mapping/sections';
import { splitFault } from '@/lib/reporting/mapping/split-row';
import { periodContext } from '@/lib/reporting/mapping/table-period';
import { type Mention, saysOther } from '@/lib/reporting/mapping/texts-around';
import type { Applied, LeftOut, Mapping, UnknownName } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { Merge } from '@/lib/reporting/upload/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** What a sheet is read with, and where the parts of its figures come together. */
export type Reading = {
  readonly grid: Grid;
  readonly names: MappingNames;
  readonly readers: Readers;
  readonly parts: FoundParts;
};

/** What was read of one table, but for its figures; the row behind its last one, and the units of measure above it. */
export type ReadTable = Pick<Applied, 'refused' | 'leftOut' | 'unknown'> & {
  readonly end: number;
  readonly lines: readonly Stated[];
};

/**
 * Reads the cells of one table of a sheet under a mapping into parts of figures. `otherwise` are the units of measure where
 * the lines above the table state none.
 */
export function readTable(mapping: Mapping, reading: Reading, otherwise: readonly Stated[] = []): ReadTable {
  return new TableReader(mapping, reading, otherwise).read();
}

class TableReader {
  readonly #grid: Grid;
  readonly #mapping: Mapping;
  readonly #readers: Readers;
  readonly #names: MappingNames;
  readonly #targets: readonly ColumnTarget[];
  readonly #table: Table;
  readonly #mentions: readonly Mention[];
  readonly #periods: CellPeriods;
  readonly #sections: Sections;
  readonly #refused: StagedFinding[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #unknown = new Map<string, UnknownName>();
  readonly #parts: FigureParts;
  /** With two columns of names no row can be told. */
  readonly #isUnclear: boolean;
  readonly #hasMerges: boolean;
  readonly #linesAbove: readonly Stated[];
  #lines: readonly Stated[];
  /** Columns that are not read and have texts, by column. A cache. */
  readonly #textColumns = new Map<number, boolean>();
  /** Columns that are not read and have periods. A cache. */
  readonly #periodColumns = new Map<number, boolean>();

  constructor(mapping: Mapping, { grid, names, readers, parts }: Reading, otherwise: readonly Stated[]) {
    this.#grid = grid;
    this.#hasMerges = grid.sheet.merges.length > 0;
    this.#mapping = mapping;
    this.#names = names;
    this.#readers = readers;
    const heads = columnHeads(grid, { from: mapping.headFrom - 1, to: mapping.headTo - 1 }, readers);
    const { keys, faults } = keyColumns(mapping);
    this.#isUnclear = faults.length > 0;
    const context = periodContext(grid, mapping);
    const targets = columnTargets(heads, mapping);
    const figures = targets.map(({ column }) => column);
    const table = { grid, mapping, readers, keys, context, heads, figures };
    this.#table = { ...table, end: endOfTable(table) };
    const around = aroundTable(this.#table, targets, names);
    this.#targets = around.targets;
    this.#mentions = around.mentions;
    this.#periods = new CellPeriods(targets, mapping, context);
    this.#sections = new Sections(this.#table, names);
    for (const one of around.asked) this.#ask(one.text, one.address);
    const own = measuresAbove(grid, mapping.headFrom - 1, readers);
    this.#linesAbove = own.length > 0 ? own : otherwise;
    this.#lines = this.#linesAbove;
    this.#parts = new FigureParts(this.#table, parts);
    this.#refused.push(...faults, ...around.targets.flatMap((target) => target.faults));
    this.#leaveColumns();
  }

  #leaveColumns(): void {
    for (const [column, head] of this.#table.heads.entries()) {
      const use = this.#mapping.columns[column]?.use ?? 'ignore';
      if (use !== 'ignore' || head.written === '') continue;
      const isOther = head.levels.some(({ read }) => read.isOther);
      const isUnknown = !isOther && head.levels.some(({ read }) => read.rest !== '');
      const reason = isOther ? 'otherColumn' : isUnknown ? 'unknownColumn' : 'ignoredColumn';
      const address = cellAddress(this.#mapping.headTo, column + 1);
      this.#leftOut.push({ reason, address, text: shortText(head.written) });
    }
  }

  read(): ReadTable {
    if (!this.#isUnclear && this.#targets.length > 0) this.#readRows();
    return {
      refused: this.#refused,
      leftOut: this.#leftOut,
      unknown: [...this.#unknown.values()],
      end: this.#table.end,
      lines: this.#linesAbove,
    };
  }

  #readRows(): void {
    const grid = this.#grid;
    const reader = new RowReader(this.#table, rowPeriods(this.#table));
    const leave = (reason: LeftOut['reason'], row: number, text = '') =>
      this.#leftOut.push({
        reason,
        address: cellAddress(row + 1, (grid.filled(row)[0] ?? 0) + 1),
        text: shortText(text),
      });
    for (let row = this.#mapping.headTo; row < this.#table.end; row += 1) {
      const text = grid.own(row, grid.filled(row)[0] ?? 0);
      const isNote = isNoteRow(grid, row);
      if (isColumnNumbers(grid.sheet.rows[row] ?? []) || isNote || !hasFigureCell(this.#table, row)) {
        const reason = isNote ? 'note' : reasonOf(grid, row);
        if (reason === 'unitLine') this.#lines = unitLines(grid.sheet.rows, row + 1, row);
        if (reason === 'note' || reason === 'unitLine') this.#sections.takeLine(row);
        this.#periods.setSection(this.#sections.period);
        leave(reason, row, text);
        continue;
      }
      const names = reader.read(row);
      if (names.isTotal || this.#sections.isSum) leave('total', row, text);
      else this.#readRow(row, names);
      this.#sections.takeRow();
    }
  }

  #ask(text: string, address: string): void {
    const key = nameKey(text, '');
    if (key !== '') this.#askName({ kind: 'line', key, text, address, either: [] });
  }

  #askName(one: UnknownName): void {
    const key = `${one.kind} ${one.key}`;
    if (!this.#unknown.has(key)) this.#unknown.set(key, one);
  }

  /** Whether the texts of a column that is not read may say something of the figures: most of it are no figures. */
  #isText(column: number): boolean {
    const known = this.#textColumns.get(column);
    if (known !== undefined) return known;
    let [figures, texts] = [0, 0];
    for (let row = this.#mapping.headTo; row < this.#table.end; row += 1) {
      const text = this.#grid.own(row, column);
      if (text === '') continue;
      if (looksLikeFigure(text)) figures += 1;
      else texts += 1;
    }
    const isOther = this.#table.heads[column]?.levels.some(({ read }) => read.isOther) ?? false;
    const found = !isOther && texts > figures;
    this.#textColumns.set(column, found);
    return found;
  }

  /** Whether a column that is not read has periods: its head says so, or it stands ahead of the figures and all of it is. */
  #isPeriods(column: number): boolean {
    const known = this.#periodColumns.get(column);
    if (known !== undefined) return known;
    const { heads, figures, end } = this.#table;
    const isSaid = heads[column]?.levels.some(({ read }) => read.use === 'period') ?? false;
    const rows = Array.from({ length: end - this.#mapping.headTo }, (_, at) => this.#mapping.headTo + at);
    const texts = rows.map((row) => this.#grid.plain(row, column)).filter((text) => text !== '' && !isTotal(text));
    const found = isSaid || (column < Math.min(...figures) && texts.every((text) => periodText(text) !== null));
    this.#periodColumns.set(column, found);
    return found;
  }

  #readRow(row: number, names: RowNames): void {
    const heads = { texts: [], hasGrowth: false, hasRank: false };
    const other = names.unknown.find(({ kind, text }) => kind !== 'period' && saysOther(text, this.#names, heads));
    if (other) {
      const fault = mappingFinding('underOther', other.address, { cell: other.address, text: shortText(other.text) });
      this.#sections.doubt(fault, other.text);
    }
    for (const one of names.unknown) this.#askName(one);
    const { fault: section, asked } = this.#sections;
    if (asked && names.faults.length === 0) this.#askName(asked);
    const split = splitFault(this.#grid, row, this.#targets);
    const faults = [
      ...names.faults,
      ...(section ? [{ ...section, address: this.#rowAddress(row) }] : []),
      ...(split ? [split] : []),
    ];
    if (faults.length > 0) {
      this.#refused.push(...faults);
      return;
    }
    const isText = (column: number) => this.#isText(column);
    const isPeriods = (column: number) => this.#isPeriods(column);
    const about = { mapping: this.#mapping, readers: this.#readers, names, isText, isPeriods };
    const beside = besideFaults(this.#grid, row, about);
    for (const { column, fault } of beside) {
      if (fault.key.endsWith('unreadText') || fault.key.endsWith('unreadPeriod')) {
        const cell = cellAddress(this.#mapping.headTo, column + 1);
        this.#ask(unreadHead(this.#grid, this.#mapping, column), cell);
      }
    }
    for (const target of this.#targets) {
      if (target.faults.length > 0) continue;
      const fault = beside.find(({ column, isOfAll }) => isOfAll || column < target.column)?.fault;
      const cell = this.#grid.cell(row, target.column);
      if (fault) {
        if (cell.text.trim() !== '') this.#refused.push({ ...fault, address: cell.address });
        continue;
      }
      this.#refused.push(...this.#readCell(row, target, names));
    }
  }

  #rowAddress(row: number): string {
    const first = this.#targets.find(({ column }) => this.#grid.own(row, column) !== '');
    return cellAddress(row + 1, (first?.column ?? 0) + 1);
  }

  /** Reads one cell of figures into its part, or says why it cannot. */
  #readCell(row: number, target: ColumnTarget, names: RowNames): readonly StagedFinding[] {
    const { address, text, marks } = this.#grid.cell(row, target.column);
    const isEmpty = text.trim() === '' && marks.length === 0;
    if (isEmpty && !this.#grid.isCovered(row, target.column)) {
      const about = target.use === 'value' ? null : this.#keyOf(address, target, names);
      if (about && 'indicator' in about) this.#parts.readEmpty(row, target, about.key);
      if (target.use === 'value') this.#leftOut.push({ reason: 'empty', address, text: '' });
      return [];
    }
    const merge = this.#hasMerges ? this.#grid.mergeAt(row, target.column) : undefined;
    if (merge && !this.#grid.isCovered(row, target.column) && this.#isShared(merge, row, target.column))
      return [mappingFinding('mergedFigure', address, { cell: address })];
    const about = this.#keyOf(address, target, names);
    if (!('indicator' in about)) return [about];
    const { key, indicator } = about;
    const { stated: above } = this.#sections;
    const stated = above.length === 0 ? names.stated : [...names.stated, ...above];
    return this.#parts.read(row, target, { key, indicator, stated, lines: this.#lines, mentions: this.#mentions });
  }

  /** What figure a cell is about, or why that cannot be told. */
  #keyOf(
    address: string,
    target: ColumnTarget,
    names: RowNames,
  ): { readonly key: Key; readonly indicator: CheckedIndicator } | StagedFinding {
    const units = this.#named('unit', target, names);
    const indicators = this.#named('indicator', target, names);
    if (units.length > 1 || indicators.length > 1) {
      const text = (units.length > 1 ? units : indicators).join('、');
      return mappingFinding('namesDiffer', address, { text });
    }
    const [unitCode] = units;
    const [indicatorCode] = indicators;
    if (unitCode === undefined) return mappingFinding('noUnit', address);
    const indicator = indicatorCode === undefined ? undefined : this.#readers.entry(indicatorCode);
    if (!indicator || indicatorCode === undefined) return mappingFinding('noIndicator', address);
    const period = this.#periods.of(target, names.periods);
    if (typeof period !== 'string') return { ...period, address };
    return { key: { indicatorCode, unitCode, periodCode: period }, indicator };
  }

  /** Whether a merged figure stands for other columns of figures, or for rows that have names of their own. */
  #isShared({ endRow, endCol }: Merge, row: number, column: number): boolean {
    if (this.#targets.some((one) => one.column > column && one.column <= endCol)) return true;
    const { unit, indicator, year, period } = this.#table.keys;
    const isOwn = (at: number) =>
      [unit, indicator, year, period].some((key) => key !== null && this.#grid.own(at, key) !== '');
    return Array.from({ length: endRow - row }, (_, at) => row + 1 + at).some(isOwn);
  }

  /** What row, column, the line above and the whole sheet name; more than one where they contradict. */
  #named(part: 'unit' | 'indicator', target: ColumnTarget, names: RowNames): readonly string[] {
    const { from, code } = this.#mapping[part];
    const found: string[] = [];
    for (const said of [names[part], target[part], this.#sections.named(part), from === 'fixed' ? code : null]) {
      if (said !== null && !found.includes(said)) found.push(said);
    }
    return found;
  }
}
