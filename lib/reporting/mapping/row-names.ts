import { namesTold } from '@/lib/catalogue/names/told-name';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import type { Table } from '@/lib/reporting/mapping/lines-between';
import { isIndented, nameIn, nameKey } from '@/lib/reporting/mapping/names';
import type { PeriodText } from '@/lib/reporting/mapping/periods';
import type { RowPeriod } from '@/lib/reporting/mapping/row-periods';
import { isTotal } from '@/lib/reporting/mapping/row-words';
import type { UnknownName } from '@/lib/reporting/mapping/words';

/** What a row says it is about. */
export type RowNames = {
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly periods: readonly PeriodText[];
  readonly stated: readonly Stated[];
  readonly isTotal: boolean;
  readonly faults: readonly StagedFinding[];
  readonly unknown: readonly UnknownName[];
};

/** Reads the names of the rows from above; it remembers the line that an indented one is a part of. */
export class RowReader {
  readonly #grid: Grid;
  readonly #table: Table;
  readonly #periods: ReadonlyMap<number, RowPeriod>;
  #whole = '';

  constructor(table: Table, periods: ReadonlyMap<number, RowPeriod>) {
    this.#grid = table.grid;
    this.#table = table;
    this.#periods = periods;
  }

  read(row: number): RowNames {
    const faults: StagedFinding[] = [];
    const unknown: UnknownName[] = [];
    const { unit, indicator, year, period, measure } = this.#table.keys;
    const textsIn = (...columns: (number | null)[]) =>
      columns.flatMap((column) => (column === null ? [] : this.#grid.plain(row, column)));
    const isSum =
      textsIn(unit, indicator).some((text) => isTotal(text) && this.#isNobody(text)) ||
      textsIn(year, period).some(isTotal);
    if (isSum) return { unit: null, indicator: null, periods: [], stated: [], isTotal: true, faults, unknown };
    const { texts: periods, fault, unknown: open }: RowPeriod = this.#periods.get(row) ?? { texts: [], fault: null };
    if (fault) faults.push(fault);
    if (open) unknown.push(open);
    const named = this.#indicator(row, faults, unknown);
    return {
      unit: unit === null ? null : this.#unit(row, unit, faults, unknown),
      indicator: indicator === null ? null : named.code,
      periods,
      stated: [...this.#measure(row, measure), ...named.stated],
      isTotal: false,
      faults,
      unknown,
    };
  }

  /** 全市 may be a name of the home city; then it is no sum. */
  #isNobody(text: string): boolean {
    const decided = { ...this.#table.mapping.names.unit, ...this.#table.mapping.names.indicator };
    return !(nameKey(text, '') in decided) && this.#table.readers.unit(text).kind !== 'one';
  }

  #unit(row: number, column: number, faults: StagedFinding[], unknown: UnknownName[]): string | null {
    const text = nameIn(this.#grid, row, column);
    const address = this.#grid.address(row, column);
    if (text === '') {
      faults.push(mappingFinding('noUnit', address));
      return null;
    }
    const key = nameKey(text, '');
    const { unit: decisions } = this.#table.mapping.names;
    const decided = decisions[key] ?? decisions[nameKey(this.#grid.plain(row, column), '')];
    if (decided !== undefined) return decided;
    const read = this.#table.readers.unit(text);
    if (read.kind === 'one') return read.code;
    const entries = read.kind === 'either' ? read.entries : [];
    unknown.push({ kind: 'unit', key, text, address, either: entries.map(({ code }) => code) });
    const names = namesTold(entries.slice(0, 5), 'zh-CN');
    const details = { text: shortText(text), ...(names !== '' && { names }) };
    faults.push(mappingFinding(names !== '' ? 'severalUnits' : 'unknownUnit', address, details));
    return null;
  }

  #indicator(
    row: number,
    faults: StagedFinding[],
    unknown: UnknownName[],
  ): { code: string | null; stated: readonly Stated[] } {
    const column = this.#table.keys.indicator;
    if (column === null) return { code: null, stated: [] };
    const written = this.#grid.text(row, column);
    const text = nameIn(this.#grid, row, column);
    const address = this.#grid.address(row, column);
    if (text === '') {
      faults.push(mappingFinding('noIndicator', address));
      return { code: null, stated: [] };
    }
    const isSetIn = isIndented(written) || this.#grid.cell(row, column).marks.includes('indented');
    if (!isSetIn) this.#whole = text;
    const { read, measure, isName } = this.#table.readers.indicator(text);
    const stated = measure === '' ? [] : [{ units: measure.split(/ ?[、,;] ?/), address }];
    const key = nameKey(text, isSetIn ? this.#whole : '');
    const decided = this.#table.mapping.names.indicator[key];
    if (decided !== undefined) return { code: decided, stated };
    // 其中：工业 below one indicator is another than below the next: only a whole name says which.
    if (read.kind === 'one' && (!isSetIn || isName)) return { code: read.code, stated };
    const either =
      read.kind === 'either' ? read.entries.map(({ code }) => code) : read.kind === 'one' ? [read.code] : [];
    unknown.push({ kind: 'indicator', key, text: key, address, either });
    const entryOf = (code: string) => this.#table.readers.entry(code) ?? { code, nameZh: code, nameEn: code };
    const names = namesTold(either.slice(0, 5).map(entryOf), 'zh-CN');
    const details = { text: shortText(text), ...(names !== '' && { names }) };
    if (read.kind === 'one')
      faults.push(mappingFinding('partOf', address, { ...details, whole: shortText(this.#whole) }));
    else faults.push(mappingFinding(names !== '' ? 'severalIndicators' : 'unknownIndicator', address, details));
    return { code: null, stated };
  }

  #measure(row: number, column: number | null): Stated[] {
    const text = column === null ? '' : this.#grid.plain(row, column);
    if (column === null || text === '' || /^[-—/]+$/.test(text)) return [];
    return [{ units: text.split(/ ?[、,;] ?/), address: this.#grid.address(row, column) }];
  }
}
