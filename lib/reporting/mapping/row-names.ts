import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { isIndented, nameKey, type Readers } from '@/lib/reporting/mapping/names';
import { type PeriodText, periodText } from '@/lib/reporting/mapping/periods';
import { isTotal } from '@/lib/reporting/mapping/row-words';
import type { Mapping, UnknownName } from '@/lib/reporting/mapping/words';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** The columns that name a row, from 0; null where no column does. */
export type KeyColumns = Readonly<Record<'unit' | 'indicator' | 'period' | 'measure' | 'qualifier', number | null>>;

/** What a row says it is about. */
export type RowNames = {
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly period: PeriodText | null;
  readonly stated: readonly Stated[];
  readonly isTotal: boolean;
  readonly faults: readonly StagedFinding[];
  readonly unknown: readonly UnknownName[];
};

/** Reads the names of the rows from above; it remembers the line that an indented one is a part of. */
export class RowReader {
  readonly #grid: Grid;
  readonly #mapping: Mapping;
  readonly #readers: Readers;
  readonly #keys: KeyColumns;
  #whole = '';

  constructor(grid: Grid, mapping: Mapping, readers: Readers, keys: KeyColumns) {
    this.#grid = grid;
    this.#mapping = mapping;
    this.#readers = readers;
    this.#keys = keys;
  }

  read(row: number): RowNames {
    const faults: StagedFinding[] = [];
    const unknown: UnknownName[] = [];
    const { unit, indicator, period, measure } = this.#keys;
    const keyTexts = [unit, indicator].flatMap((column) => (column === null ? [] : this.#grid.plain(row, column)));
    const isSum = keyTexts.some((text) => isTotal(text) && this.#isNobody(text));
    if (isSum) return { unit: null, indicator: null, period: null, stated: [], isTotal: true, faults, unknown };
    const named = this.#indicator(row, faults, unknown);
    return {
      unit: unit === null ? null : this.#unit(row, unit, faults, unknown),
      indicator: indicator === null ? null : named.code,
      period: period === null ? null : this.#period(row, period, faults),
      stated: [...this.#measure(row, measure), ...named.stated],
      isTotal: false,
      faults,
      unknown,
    };
  }

  /** 全市 may be a name of the home city; then it is no sum. */
  #isNobody(text: string): boolean {
    const decided = { ...this.#mapping.names.unit, ...this.#mapping.names.indicator };
    return !(nameKey(text, '') in decided) && this.#readers.unit(text).kind !== 'one';
  }

  #unit(row: number, column: number, faults: StagedFinding[], unknown: UnknownName[]): string | null {
    const text = this.#grid.plain(row, column);
    const address = this.#grid.address(row, column);
    if (text === '') {
      faults.push(mappingFinding('noUnit', address));
      return null;
    }
    const key = nameKey(text, '');
    const decided = this.#mapping.names.unit[key];
    if (decided !== undefined) return decided;
    const read = this.#readers.unit(text);
    if (read.kind === 'one') return read.code;
    const entries = read.kind === 'either' ? read.entries : [];
    unknown.push({ kind: 'unit', key, text, address, either: entries.map(({ code }) => code) });
    const names = entries.slice(0, 5).map(({ nameZh }) => nameZh);
    const details = { text: shortText(text), ...(names.length > 0 && { names: names.join('、') }) };
    faults.push(mappingFinding(names.length > 0 ? 'severalUnits' : 'unknownUnit', address, details));
    return null;
  }

  #indicator(
    row: number,
    faults: StagedFinding[],
    unknown: UnknownName[],
  ): { code: string | null; stated: readonly Stated[] } {
    const column = this.#keys.indicator;
    if (column === null) return { code: null, stated: [] };
    const written = this.#grid.text(row, column);
    const text = plainText(written);
    const address = this.#grid.address(row, column);
    if (text === '') {
      faults.push(mappingFinding('noIndicator', address));
      return { code: null, stated: [] };
    }
    const isSetIn = isIndented(written) || this.#grid.cell(row, column).marks.includes('indented');
    if (!isSetIn) this.#whole = text;
    const { read, measure, isName } = this.#readers.indicator(text);
    const stated = measure === '' ? [] : [{ units: measure.split(/ ?[、,;] ?/), address }];
    const key = nameKey(text, isSetIn ? this.#whole : '');
    const decided = this.#mapping.names.indicator[key];
    if (decided !== undefined) return { code: decided, stated };
    // 其中：工业 below one indicator is another than below the next: only a whole name says which.
    if (read.kind === 'one' && (!isSetIn || isName)) return { code: read.code, stated };
    const either =
      read.kind === 'either' ? read.entries.map(({ code }) => code) : read.kind === 'one' ? [read.code] : [];
    unknown.push({ kind: 'indicator', key, text: key, address, either });
    const names = either.slice(0, 5).map((code) => this.#readers.entry(code)?.nameZh ?? code);
    const details = { text: shortText(text), ...(names.length > 0 && { names: names.join('、') }) };
    if (read.kind === 'one')
      faults.push(mappingFinding('partOf', address, { ...details, whole: shortText(this.#whole) }));
    else faults.push(mappingFinding(names.length > 0 ? 'severalIndicators' : 'unknownIndicator', address, details));
    return { code: null, stated };
  }

  #period(row: number, column: number, faults: StagedFinding[]): PeriodText | null {
    const text = this.#grid.plain(row, column);
    const found = periodText(text);
    if (!found) faults.push(mappingFinding('noPeriod', this.#grid.address(row, column), { text: shortText(text) }));
    return found;
  }

  #measure(row: number, column: number | null): Stated[] {
    const text = column === null ? '' : this.#grid.plain(row, column);
    if (column === null || text === '' || /^[-—/]+$/.test(text)) return [];
    return [{ units: text.split(/ ?[、,;] ?/), address: this.#grid.address(row, column) }];
  }
}
