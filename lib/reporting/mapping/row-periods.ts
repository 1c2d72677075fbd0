import { parsePeriod } from '@/lib/catalogue/periods/period';
import { plainName } from '@/lib/catalogue/plain-name';
import { shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { isNoteRow } from '@/lib/reporting/mapping/left-out';
import { hasFigureCell, type Table, yearOfLine } from '@/lib/reporting/mapping/lines-between';
import { bareOf, endOf, Sequences } from '@/lib/reporting/mapping/months-order';
import { nameIn, nameKey } from '@/lib/reporting/mapping/names';
import { type PeriodText, periodText } from '@/lib/reporting/mapping/periods';
import { isTotal } from '@/lib/reporting/mapping/row-words';
import { saysOther } from '@/lib/reporting/mapping/texts-around';
import type { UnknownName } from '@/lib/reporting/mapping/words';

/**
 * What the cells of a row say of its period, with the year that stands above them; or why that cannot be told, and the text
 * that a person may decide about.
 */
export type RowPeriod = {
  readonly texts: readonly PeriodText[];
  readonly fault: StagedFinding | null;
  readonly unknown?: UnknownName;
};

const ofMonths = /月份?$/;
const ofQuarters = /季度?$/;
const numbers = /^(?:0?[1-9]|1[0-2])(?:[-~至到](?:0?[1-9]|1[0-2]))?$/;

/** What a cell in a column of periods says; a number alone is a month or a quarter below a head that says so. */
export function periodInCell(text: string, head: string): PeriodText | null {
  const [name, plain] = [plainName(head), plainName(text)];
  if (numbers.test(plain) && ofMonths.test(name)) return periodText(`${plain}月`);
  if (/^[1-4]$/.test(plain) && ofQuarters.test(name)) return periodText(`${plain}季度`);
  return periodText(text);
}

/** A year that holds for the rows below it, and the place that says so. */
type Above = { readonly year: number; readonly address: string };

const noHeads = { texts: [], hasGrowth: false, hasRank: false };
const inYear = (year: number): PeriodText => ({ kind: 'codes', codes: [`${year}`] });

/**
 * The periods of the rows of a table by its columns of periods: 2025 and 1月 in two columns, the year once for the rows
 * below it, in a line of its own or with the first month: 2025年11月, 12月. Months without a year that do not run on, and
 * those below a row of another year than the title's, are told.
 */
export function rowPeriods(table: Table): ReadonlyMap<number, RowPeriod> {
  const { period } = table.keys;
  if (period === null) return new Map();
  const reader = new PeriodRows(table, period);
  for (let row = table.mapping.headTo; row < table.end; row += 1) reader.take(row);
  return reader.found();
}

class PeriodRows {
  readonly #table: Table;
  readonly #column: number;
  readonly #found = new Map<number, RowPeriod>();
  readonly #sequences = new Sequences();
  readonly #bare: { row: number; group: string; found: { kind: string; index: number } }[] = [];
  /** The last row with a period, and the names of those below it that have none. */
  #group: { readonly names: Set<string>; readonly row: number } | null = null;
  #line: Above | null = null;
  #cell: Above | null = null;
  /** The year of the last row with a year of its own, by the names of the row. */
  readonly #months = new Map<string, Above>();
  readonly #years = new Map<string, Above>();

  constructor(table: Table, column: number) {
    this.#table = table;
    this.#column = column;
  }

  found(): ReadonlyMap<number, RowPeriod> {
    for (const { row, group, found } of this.#bare) {
      if (this.#sequences.isBroken(group, found)) this.#found.set(row, this.#open(row, this.#column, 'rowsOrder'));
    }
    return this.#found;
  }

  take(row: number): void {
    const { grid, keys } = this.#table;
    if (grid.isBlank(row)) return;
    if (isNoteRow(grid, row) || !hasFigureCell(this.#table, row)) {
      const year = yearOfLine(this.#table, row);
      if (year === null) return;
      this.#group = null;
      const above = { year, address: grid.address(row, grid.filled(row)[0] ?? 0) };
      if (keys.year === null) this.#line = above;
      else this.#cell = above;
      this.#months.clear();
      this.#years.clear();
      return;
    }
    if (isTotal(grid.plain(row, this.#column))) return;
    this.#found.set(row, keys.year === null ? this.#alone(row) : this.#withYear(row, keys.year));
  }

  #fault(
    row: number,
    column: number,
    key: 'noPeriod' | 'unknownPeriod' | 'rowsOrder' | 'yearUnclear',
    more: object = {},
  ): RowPeriod {
    const { grid } = this.#table;
    const details = { text: shortText(grid.plain(row, column)), ...more };
    return { texts: [], fault: mappingFinding(key, grid.address(row, column), details) };
  }

  #inCell(row: number, column: number): PeriodText | null {
    const text = nameIn(this.#table.grid, row, column);
    const decided = this.#table.mapping.names.period?.[nameKey(text, '')];
    if (decided !== undefined) return { kind: 'codes', codes: [decided] };
    return periodInCell(text, this.#table.heads[column]?.written ?? '');
  }

  /** The fault of a cell that names no period; a person may say what it means, but not of a growth or a plan. */
  #unread(row: number, column: number): RowPeriod {
    const { grid } = this.#table;
    const text = grid.plain(row, column);
    if (text === '') return this.#fault(row, column, 'noPeriod');
    const isOther = nameKey(text, '') === '' || saysOther(text, { indicators: [] }, noHeads);
    return isOther ? this.#fault(row, column, 'unknownPeriod') : this.#open(row, column, 'unknownPeriod');
  }

  /** A fault of a cell whose period a person may say. */
  #open(row: number, column: number, key: 'unknownPeriod' | 'rowsOrder'): RowPeriod {
    const { grid } = this.#table;
    const [text, address] = [nameIn(grid, row, column), grid.address(row, column)];
    const unknown = { kind: 'period' as const, key: nameKey(text, ''), text, address, either: [] };
    return { ...this.#fault(row, column, key), unknown };
  }

  /** A period in one column, which may leave its year to what stands above it. */
  #alone(row: number): RowPeriod {
    const found = this.#inCell(row, this.#column);
    const name = this.#nameOf(row);
    if (!found) return this.#carried(row, name) ?? this.#unread(row, this.#column);
    this.#group = { names: new Set([name]), row };
    const address = this.#table.grid.address(row, this.#column);
    const ofLine = this.#line === null ? [] : [inYear(this.#line.year)];
    if (found.kind === 'codes') {
      const [code = '', other] = found.codes;
      const own = other === undefined ? parsePeriod(code) : null;
      if (own) {
        const isYear = own.kind === 'year';
        (isYear ? this.#years : this.#months).set(name, { year: own.year, address });
        (isYear ? this.#months : this.#years).delete(name);
        if (!isYear) this.#sequences.add(`${address} ${name}`, endOf(own));
      }
      return { texts: [...ofLine, found], fault: null };
    }
    // The sum so far below a title of a whole year ends in a month that nobody states.
    const base = this.#table.context.base;
    if (found.kind === 'span')
      return base !== null && parsePeriod(base)?.kind === 'year'
        ? this.#fault(row, this.#column, 'unknownPeriod')
        : { texts: [...ofLine, found], fault: null };
    const above = this.#line ?? this.#months.get(name) ?? null;
    const year = this.#years.get(name);
    const isGiven = this.#table.mapping.period.code !== null;
    if (year && this.#line === null && !isGiven && year.year !== this.#table.context.year)
      return this.#fault(row, this.#column, 'yearUnclear', { cell: year.address, year: `${year.year}` });
    const bare = bareOf([found]);
    if (bare) this.#follow(row, `${above?.address ?? ''} ${name}`, above === null ? bare : endOf(bare));
    return { texts: above === null ? [found] : [inYear(above.year), found], fault: null };
  }

  /** A period that is written once for several units or indicators, each of which comes once below it. */
  #carried(row: number, name: string): RowPeriod | null {
    const { grid } = this.#table;
    if (this.#group === null || grid.plain(row, this.#column) !== '' || this.#group.names.has(name)) return null;
    this.#group.names.add(name);
    return this.#found.get(this.#group.row) ?? null;
  }

  /** A year in one column, which may be written once for the rows below it, and its months in another. */
  #withYear(row: number, column: number): RowPeriod {
    const { grid } = this.#table;
    const found = this.#inCell(row, this.#column);
    if (!found) return this.#unread(row, this.#column);
    const isCarried = grid.plain(row, column) === '';
    if (!isCarried) {
      const year = this.#inCell(row, column);
      const own = year?.kind === 'codes' && year.codes.length === 1 ? parsePeriod(year.codes[0] ?? '') : null;
      if (own?.kind !== 'year') return this.#unread(row, column);
      this.#cell = { year: own.year, address: grid.address(row, column) };
    }
    const group = `${this.#cell?.address ?? ''} ${this.#nameOf(row)}`;
    const bare = bareOf([found]);
    if (bare && isCarried) this.#follow(row, group, endOf(bare));
    else if (bare) this.#sequences.add(group, endOf(bare));
    // A period that a person gave to the text of a month has its own year.
    const isWhole = isCarried && found.kind === 'codes';
    return { texts: this.#cell === null || isWhole ? [found] : [inYear(this.#cell.year), found], fault: null };
  }

  /** A month that has its year from above must run on from those before it. */
  #follow(row: number, group: string, found: { kind: string; index: number }): void {
    this.#sequences.add(group, found);
    this.#bare.push({ row, group, found });
  }

  #nameOf(row: number): string {
    const { grid, keys } = this.#table;
    return [keys.unit, keys.indicator].map((column) => (column === null ? '' : grid.plain(row, column))).join(' ');
  }
}
