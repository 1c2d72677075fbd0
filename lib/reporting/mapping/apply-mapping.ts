import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import { shortText } from '@/lib/reporting/import/staged-finding';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { aroundTable } from '@/lib/reporting/mapping/around-table';
import { type ColumnHead, columnHeads } from '@/lib/reporting/mapping/column-heads';
import { type ColumnTarget, columnTargets, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { besideFaults, unreadHead } from '@/lib/reporting/mapping/contradictions';
import { FigureParts } from '@/lib/reporting/mapping/figure-parts';
import { Grid } from '@/lib/reporting/mapping/grid';
import { topOf } from '@/lib/reporting/mapping/head-rows';
import { isNoteRow, reasonOf } from '@/lib/reporting/mapping/left-out';
import {
  beginsTable,
  hasFigureCell,
  lineFault,
  lineText,
  type Table,
  yearOfLine,
} from '@/lib/reporting/mapping/lines-between';
import { columnsOutOfOrder, rowsOutOfOrder } from '@/lib/reporting/mapping/months-order';
import { type MappingNames, nameKey, type Readers, readersOf } from '@/lib/reporting/mapping/names';
import { type PeriodContext, periodOf } from '@/lib/reporting/mapping/periods';
import { type KeyColumns, type RowNames, RowReader } from '@/lib/reporting/mapping/row-names';
import { looksLikeFigure } from '@/lib/reporting/mapping/row-words';
import { splitFault } from '@/lib/reporting/mapping/split-row';
import { periodContext } from '@/lib/reporting/mapping/table-period';
import { type Mention, saysOther } from '@/lib/reporting/mapping/texts-around';
import type { Applied, LeftOut, Mapping, UnknownName } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/**
 * The figures of a sheet under a mapping, each with the cells that it was read from, and of everything else why it is no
 * figure. Nothing is guessed: a name of several, a cell that is no number, a unit of measure that does not fit and two
 * places that contradict are refused, with their cells.
 */
export function appliedMapping(sheet: FigureSheet, mapping: Mapping, names: MappingNames): Applied {
  return new Application(sheet, mapping, names).applied();
}

class Application {
  readonly #grid: Grid;
  readonly #mapping: Mapping;
  readonly #readers: Readers;
  readonly #names: MappingNames;
  readonly #targets: readonly ColumnTarget[];
  readonly #heads: readonly ColumnHead[];
  readonly #table: Table;
  readonly #mentions: readonly Mention[];
  readonly #columnsOutOfOrder: ReadonlySet<number>;
  readonly #rowsOutOfOrder: ReadonlySet<number>;
  readonly #keys: KeyColumns;
  readonly #context: PeriodContext;
  readonly #refused: StagedFinding[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #unknown = new Map<string, UnknownName>();
  readonly #parts: FigureParts;
  readonly #periods = new Map<ColumnTarget, string | StagedFinding>();
  #lines: ReturnType<typeof unitLines>;
  /** The fault of the rows below a line that says they are of something else. */
  #section: { readonly fault: StagedFinding; readonly text: string; readonly isYear: boolean } | null = null;
  /** Columns that are not read and have texts, by column. A cache. */
  readonly #textColumns = new Map<number, boolean>();

  constructor(sheet: FigureSheet, mapping: Mapping, names: MappingNames) {
    this.#grid = new Grid(sheet);
    this.#mapping = mapping;
    this.#names = names;
    const readers = readersOf(names);
    this.#readers = readers;
    const rows = { from: mapping.headFrom - 1, to: mapping.headTo - 1 };
    const heads = columnHeads(this.#grid, rows, readers);
    this.#heads = heads;
    this.#keys = this.#keyColumns();
    this.#context = periodContext(this.#grid, mapping);
    const targets = columnTargets(heads, mapping);
    const figures = targets.map(({ column }) => column);
    this.#table = { grid: this.#grid, mapping, readers, keys: this.#keys, context: this.#context, figures };
    const around = aroundTable(this.#table, targets, { heads, names });
    this.#targets = around.targets;
    this.#mentions = around.mentions;
    this.#columnsOutOfOrder = columnsOutOfOrder(targets);
    this.#rowsOutOfOrder = rowsOutOfOrder(this.#table);
    for (const one of around.asked) this.#ask(one.text, one.address);
    const top = topOf(this.#grid, mapping.headFrom - 1);
    this.#lines = unitLines(this.#grid.sheet.rows, mapping.headFrom - 1, top);
    this.#parts = new FigureParts(this.#grid, this.#keys, mapping);
    for (const [column, head] of heads.entries()) {
      const use = mapping.columns[column]?.use ?? 'ignore';
      if (use !== 'ignore' || head.written === '') continue;
      const isOther = head.levels.some(({ read }) => read.isOther);
      const isUnknown = !isOther && head.levels.some(({ read }) => read.rest !== '');
      const reason = isOther ? 'otherColumn' : isUnknown ? 'unknownColumn' : 'ignoredColumn';
      this.#leftOut.push({ reason, address: cellAddress(mapping.headTo, column + 1), text: shortText(head.written) });
    }
  }

  #keyColumns(): KeyColumns {
    const of = (use: 'unit' | 'indicator' | 'period' | 'measure' | 'qualifier') => {
      const places = this.#mapping.columns.flatMap((one, column) => (one.use === use ? column : []));
      const [first = null, second] = places;
      if (second === undefined) return first;
      const address = cellAddress(this.#mapping.headTo, second + 1);
      this.#refused.push(
        mappingFinding('columnTwice', address, { use, cell: cellAddress(this.#mapping.headTo, (first ?? 0) + 1) }),
      );
      return first;
    };
    return {
      unit: of('unit'),
      indicator: of('indicator'),
      period: of('period'),
      measure: of('measure'),
      qualifier: of('qualifier'),
    };
  }

  applied(): Applied {
    for (const { faults } of this.#targets) this.#refused.push(...faults);
    // With two columns of names no row can be told.
    const isTwice = this.#refused.some(({ key }) => key.endsWith('columnTwice'));
    if (!isTwice && this.#targets.length > 0) this.#readRows();
    const { figures, refused, leftOut } = this.#parts.joined();
    return {
      figures,
      refused: [...this.#refused, ...refused],
      leftOut: [...this.#leftOut, ...leftOut],
      unknown: [...this.#unknown.values()],
    };
  }

  #readRows(): void {
    const grid = this.#grid;
    const reader = new RowReader(grid, this.#mapping, this.#readers, this.#keys);
    const leave = (reason: LeftOut['reason'], row: number, text = '') =>
      this.#leftOut.push({
        reason,
        address: cellAddress(row + 1, (grid.filled(row)[0] ?? 0) + 1),
        text: shortText(text),
      });
    for (let row = this.#mapping.headTo; row < grid.height; row += 1) {
      const filled = grid.filled(row);
      const text = grid.own(row, filled[0] ?? 0);
      const hasFigure = hasFigureCell(this.#table, row);
      if (beginsTable(this.#table, row)) {
        for (let rest = row; rest < grid.height; rest += 1) {
          if (!grid.isBlank(rest)) leave('secondTable', rest, grid.own(rest, grid.filled(rest)[0] ?? 0));
        }
        return;
      }
      if (isColumnNumbers(grid.sheet.rows[row] ?? []) || isNoteRow(grid, row) || !hasFigure) {
        const reason = isNoteRow(grid, row) ? 'note' : reasonOf(grid, row);
        if (reason === 'unitLine') this.#lines = unitLines(grid.sheet.rows, row + 1, row);
        if (reason === 'note' || reason === 'unitLine') this.#readLine(row);
        leave(reason, row, text);
        continue;
      }
      const names = reader.read(row);
      if (names.isTotal) leave('total', row, text);
      else this.#readRow(row, names);
    }
  }

  #ask(text: string, address: string): void {
    const key = nameKey(text, '');
    if (key !== '' && !this.#unknown.has(`line ${key}`))
      this.#unknown.set(`line ${key}`, { kind: 'line', key, text, address, either: [] });
  }

  /** A line between the rows: what is not understood puts the rows below in doubt, and so does another year. */
  #readLine(row: number): void {
    const year = yearOfLine(this.#table, row);
    if (year !== null && (this.#section === null || this.#section.isYear)) {
      const address = this.#grid.address(row, this.#keys.period ?? 0);
      const text = lineText(this.#grid, row);
      const fault = mappingFinding('underOther', address, { cell: address, text: shortText(text) });
      this.#section = year === this.#context.year ? null : { fault, text, isYear: true };
      return;
    }
    const fault = lineFault(this.#table, row);
    if (fault && (this.#section === null || this.#section.isYear)) {
      this.#section = { fault, text: lineText(this.#grid, row), isYear: false };
    }
  }

  /** Whether the texts of a column that is not read may say something of the figures: most of it are no figures. */
  #isText(column: number): boolean {
    const known = this.#textColumns.get(column);
    if (known !== undefined) return known;
    let [figures, texts] = [0, 0];
    for (let row = this.#mapping.headTo; row < this.#grid.height; row += 1) {
      const text = this.#grid.own(row, column);
      if (text === '') continue;
      if (looksLikeFigure(text)) figures += 1;
      else texts += 1;
    }
    const isOther = this.#heads[column]?.levels.some(({ read }) => read.isOther) ?? false;
    const found = !isOther && texts > figures;
    this.#textColumns.set(column, found);
    return found;
  }

  #readRow(row: number, names: RowNames): void {
    const heads = { texts: [], hasGrowth: false, hasRank: false };
    const other = names.unknown.find(({ text }) => saysOther(text, this.#names, heads));
    if (other && this.#section === null) {
      const fault = mappingFinding('underOther', other.address, { cell: other.address, text: shortText(other.text) });
      this.#section = { fault, text: other.text, isYear: false };
    }
    for (const one of names.unknown) {
      if (!this.#unknown.has(`${one.kind} ${one.key}`)) this.#unknown.set(`${one.kind} ${one.key}`, one);
    }
    const section = this.#section?.isYear && names.period?.kind !== 'bare' ? null : this.#section;
    if (section && !section.isYear && names.faults.length === 0) this.#ask(section.text, section.fault.address);
    const split = splitFault(this.#grid, row, this.#targets);
    const faults = [
      ...names.faults,
      ...(section ? [{ ...section.fault, address: this.#rowAddress(row) }] : []),
      ...(split ? [split] : []),
      ...(this.#rowsOutOfOrder.has(row) ? [this.#orderFault(row)] : []),
    ];
    if (faults.length > 0) {
      this.#refused.push(...faults);
      return;
    }
    const isText = (column: number) => this.#isText(column);
    const beside = besideFaults(this.#grid, row, { mapping: this.#mapping, readers: this.#readers, names, isText });
    for (const { column, fault } of beside) {
      if (fault.key.endsWith('unreadText')) {
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

  #orderFault(row: number): StagedFinding {
    const column = this.#keys.period ?? 0;
    return mappingFinding('monthsOrder', this.#grid.address(row, column), { text: this.#grid.plain(row, column) });
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
      if (target.use === 'value') this.#leftOut.push({ reason: 'empty', address, text: '' });
      return [];
    }
    const units = this.#named('unit', target, names);
    const indicators = this.#named('indicator', target, names);
    if (units.length > 1 || indicators.length > 1) {
      const text = (units.length > 1 ? units : indicators).join('、');
      return [mappingFinding('namesDiffer', address, { text })];
    }
    const [unitCode] = units;
    const [indicatorCode] = indicators;
    if (unitCode === undefined) return [mappingFinding('noUnit', address)];
    const indicator = indicatorCode === undefined ? undefined : this.#readers.entry(indicatorCode);
    if (!indicator || indicatorCode === undefined) return [mappingFinding('noIndicator', address)];
    const period = this.#periodOf(target, names);
    if (typeof period !== 'string') return [{ ...period, address }];
    const key = { indicatorCode, unitCode, periodCode: period };
    return this.#parts.read(row, target, {
      key,
      indicator,
      stated: names.stated,
      lines: this.#lines,
      mentions: this.#mentions,
    });
  }

  /** What row, column and the whole sheet name; more than one where they contradict. */
  #named(part: 'unit' | 'indicator', target: ColumnTarget, names: RowNames): readonly string[] {
    const { from, code } = this.#mapping[part];
    const found: string[] = [];
    for (const said of [names[part], target[part], from === 'fixed' ? code : null]) {
      if (said !== null && !found.includes(said)) found.push(said);
    }
    return found;
  }

  /** The period of a cell. A cache: where the row names none it is that of the cell above. */
  #periodOf(target: ColumnTarget, names: RowNames): string | StagedFinding {
    if (names.period !== null) return this.#foundPeriod(target, names);
    const known = this.#periods.get(target) ?? this.#foundPeriod(target, names);
    this.#periods.set(target, known);
    return known;
  }

  /** Whether a period of the title's year lies behind that of the title. */
  #isAfterTitle(code: string): boolean {
    const [own, title] = [code, this.#context.base ?? ''].map(parsePeriod);
    const ends = [own, title].map((one) => (one ? periodDays(one)?.endsOn : undefined));
    return own?.year === title?.year && (ends[0] ?? '') > (ends[1] ?? '9');
  }

  #foundPeriod({ column, period, written }: ColumnTarget, names: RowNames): string | StagedFinding {
    if ('code' in period) return period.code;
    const texts = [...(names.period ? [names.period] : []), ...period.texts];
    const { from } = this.#mapping.period;
    const found = periodOf(texts, this.#context);
    const details = { text: shortText(written) };
    if (this.#columnsOutOfOrder.has(column)) return mappingFinding('monthsOrder', '', details);
    if (found.kind === 'one' && texts.some(({ kind }) => kind === 'bare') && this.#isAfterTitle(found.code))
      return mappingFinding('afterTitle', '', { ...details, period: found.code });
    switch (found.kind) {
      case 'one':
        return found.code;
      case 'either':
        return mappingFinding('periodEither', '', { ...details, periods: found.codes.join('、') });
      case 'differ':
        return mappingFinding('periodsDiffer', '', details);
      case 'noYear':
      case 'toDateInTitle':
        return mappingFinding(found.kind, '', details);
      case 'none': {
        const { base } = this.#context;
        const isGiven = from === 'title' || from === 'fixed';
        return isGiven && base !== null ? base : mappingFinding('noPeriod', '', details);
      }
    }
  }
}
