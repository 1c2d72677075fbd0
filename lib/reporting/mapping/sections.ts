import type { Stated } from '@/lib/reporting/import/sheet-heads';
import type { StagedFinding } from '@/lib/reporting/import/words';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { titlesOf } from '@/lib/reporting/mapping/head-rows';
import { readHead } from '@/lib/reporting/mapping/heads';
import { isHeadRow, isNoteRow } from '@/lib/reporting/mapping/left-out';
import {
  bareLine,
  hasFigureCell,
  isDeclared,
  lineFault,
  lineText,
  type Table,
  wordsOfLine,
  yearOfLine,
} from '@/lib/reporting/mapping/lines-between';
import { bareOf, endOf, Sequences } from '@/lib/reporting/mapping/months-order';
import { isIndented, type MappingNames, nameKey, type Readers } from '@/lib/reporting/mapping/names';
import type { PeriodText } from '@/lib/reporting/mapping/periods';
import { isTotal } from '@/lib/reporting/mapping/row-words';
import { titleIndicator, titleUnit } from '@/lib/reporting/mapping/title-names';
import type { UnknownName } from '@/lib/reporting/mapping/words';

const parts = ['unit', 'indicator', 'period'] as const;
type Part = (typeof parts)[number];
/** What a line between the rows says of those below it. */
type Said = { readonly unit?: string; readonly indicator?: string; readonly period?: PeriodText };

type Line = { readonly said: Said; readonly stated: readonly Stated[] };

/** What a line between rows names: whole names and times, each once, and nothing else; null for any other line. */
function lineIn(
  grid: Grid,
  row: number,
  readers: Readers,
  decided: (text: string) => Said | null = () => null,
): Line | null {
  const found: { -readonly [Key in keyof Said]: Said[Key] } = {};
  const stated: Stated[] = [];
  for (const column of wordsOfLine(grid, row)) {
    const text = bareLine(grid, row, column);
    const known = decided(text) ?? decided(lineText(grid, row));
    if (known) {
      Object.assign(found, known);
      continue;
    }
    const place = isTotal(text) ? readers.unit(text) : null;
    if (place?.kind === 'one' && !found.unit) {
      found.unit = place.code;
      continue;
    }
    const { rest, isOther, use, unit, indicator, period, measures } = readHead(text, readers);
    const isEither = unit?.kind === 'either' || indicator?.kind === 'either';
    const isTime = period?.kind === 'span' || (period?.kind === 'codes' && period.codes.length > 1);
    if (rest !== '' || isOther || use !== null || isEither || isTime || isIndented(grid.text(row, column))) return null;
    const isTwice = (unit && found.unit) || (indicator && found.indicator) || (period && found.period);
    if (isTwice) return null;
    if (unit?.kind === 'one') found.unit = unit.code;
    if (indicator?.kind === 'one') found.indicator = indicator.code;
    if (period) found.period = period;
    if (measures.length > 0) stated.push({ units: measures, address: grid.address(row, column) });
  }
  return parts.some((part) => found[part] !== undefined) ? { said: found, stated } : null;
}

/** The parts that lines between the rows of a table name, for the rows below, otherwise than what is given for all of it. */
export function linesIn(
  grid: Grid,
  from: number,
  about: { figures: readonly number[]; readers: Readers; given: Readonly<Record<Part, string | null>> },
): ReadonlySet<Part> {
  const { figures, readers, given } = about;
  const found = new Set<Part>();
  let above: Said = {};
  for (let row = from; row < grid.height; row += 1) {
    if (isHeadRow(grid, row, figures, readers)) break;
    if (grid.isBlank(row) || isNoteRow(grid, row)) continue;
    if (!hasFigureCell({ grid, figures }, row)) {
      above = { ...above, ...lineIn(grid, row, readers)?.said };
      continue;
    }
    for (const part of parts) {
      const value = above[part];
      const code = typeof value === 'object' ? (value.kind === 'codes' ? value.codes[0] : '') : value;
      if (code !== undefined && code !== given[part]) found.add(part);
    }
    above = {};
  }
  return found;
}

/**
 * What the lines between the rows say of the rows below them, where a mapping takes names from lines: 一、税收收入. What
 * such a line names holds until the next one; what was named further inside ends with it. A line that is not understood
 * puts the rows below it in doubt, all of them, except where a line of the same place follows that is understood.
 */
export class Sections {
  readonly #table: Table;
  readonly #ofLines: readonly Part[];
  readonly #said = new Map<Part, string | PeriodText>();
  #stated: readonly Stated[] = [];
  #fault: StagedFinding | null = null;
  #asked: UnknownName | null = null;
  /** Whether the line in doubt is the only one above its rows; then the next one takes its place. */
  #isAlone = false;
  #isBelowLine = false;
  #isSum = false;
  /** Whether lines of months without a year do not run on: they may cross a year. */
  readonly #isOutOfOrder: boolean;

  constructor(table: Table, names: MappingNames) {
    const { grid, mapping, readers, heads } = table;
    this.#table = table;
    this.#ofLines = parts.filter((part) => mapping[part].from === 'line');
    this.#isOutOfOrder = this.#ofLines.includes('period') && monthsCross(table);
    const corner = heads[table.keys.year ?? table.keys.period ?? -1]?.written ?? '';
    const titles = [...titlesOf(grid, mapping.headFrom - 1).own, corner];
    const found = {
      unit: titleUnit(titles, names, readers),
      indicator: titleIndicator(titles, names, readers),
    };
    for (const part of ['unit', 'indicator'] as const) {
      const code = found[part];
      if (code !== null && this.#ofLines.includes(part)) this.#said.set(part, code);
    }
  }

  get fault(): StagedFinding | null {
    return this.#fault;
  }

  /** Whether the rows below the last line are sums: 全市 between lines of units. */
  get isSum(): boolean {
    return this.#isSum;
  }

  /** What a person has to decide before the rows in doubt are read. */
  get asked(): UnknownName | null {
    return this.#asked;
  }

  /** The units of measure that the last line states behind its name: 二、税收收入（万元）. */
  get stated(): readonly Stated[] {
    return this.#stated;
  }

  named(part: 'unit' | 'indicator'): string | null {
    const said = this.#said.get(part);
    return typeof said === 'string' ? said : null;
  }

  get period(): readonly PeriodText[] {
    const said = this.#said.get('period');
    return said !== undefined && typeof said !== 'string' ? [said] : [];
  }

  /** Takes a row of figures: the lines that stand together above it have ended. */
  takeRow(): void {
    this.#isBelowLine = false;
  }

  /** Puts all rows from here on in doubt, because of a text that is not understood. */
  doubt(fault: StagedFinding, text: string, kind: UnknownName['kind'] = 'line'): void {
    if (this.#fault !== null) return;
    this.#fault = fault;
    const key = nameKey(text, '');
    this.#asked = key === '' ? null : { kind, key, text, address: fault.address, either: [] };
  }

  /** Takes a line without figures. */
  takeLine(row: number): void {
    const { grid, mapping } = this.#table;
    // A year alone is of the rows' column of periods.
    if (yearOfLine(this.#table, row) !== null) return;
    if (this.#ofLines.length > 0 && this.#isSumOfAll(row)) {
      this.#isSum = true;
      return;
    }
    const said = this.#ofLines.length > 0 && !isDeclared(mapping, lineText(grid, row)) ? this.#read(row) : null;
    if (said) {
      if (this.#isAlone && !this.#isBelowLine) {
        this.#fault = null;
        this.#asked = null;
      }
      this.#isAlone = false;
      this.#isSum = false;
      this.#take(said.said, said.stated);
      this.#isBelowLine = true;
      return;
    }
    const fault = lineFault(this.#table, row);
    if (!fault) return;
    this.#isAlone = this.#ofLines.length > 0 && this.#fault === null && !this.#isBelowLine;
    this.doubt(fault, lineText(grid, row), this.#kindAsked());
    this.#isBelowLine = true;
  }

  #isSumOfAll(row: number): boolean {
    const { grid, readers } = this.#table;
    const words = wordsOfLine(grid, row).map((column) => bareLine(grid, row, column));
    return (
      words.length > 0 &&
      words.every((text) => isTotal(text) && !this.#decided(text) && readers.unit(text).kind !== 'one')
    );
  }

  #kindAsked(): UnknownName['kind'] {
    const [kind, other] = this.#ofLines.filter((part) => part !== 'period');
    return kind !== undefined && other === undefined ? kind : 'line';
  }

  #take(said: Said, stated: readonly Stated[]): void {
    const order = [...this.#said.keys()];
    const first = parts
      .filter((part) => said[part] !== undefined && order.includes(part))
      .map((part) => order.indexOf(part));
    // What was named further inside is of the section before.
    for (const part of order.slice(Math.min(...first, order.length) + 1)) this.#said.delete(part);
    for (const part of parts) {
      const value = said[part];
      if (value !== undefined && this.#ofLines.includes(part)) this.#said.set(part, value);
    }
    this.#stated = stated;
  }

  /** What a line names, where all its words are understood and go with what is known of the table. */
  #read(row: number): Line | null {
    const { grid, mapping, readers, context } = this.#table;
    const line = lineIn(grid, row, readers, (text) => this.#decided(text));
    if (!line || !parts.some((part) => line.said[part] !== undefined && this.#ofLines.includes(part))) return null;
    const { period } = line.said;
    const isOwn = (part: 'unit' | 'indicator') =>
      line.said[part] === undefined ||
      this.#ofLines.includes(part) ||
      (mapping[part].from === 'fixed' && mapping[part].code === line.said[part]);
    const isOwnPeriod = this.#ofLines.includes('period')
      ? period?.kind !== 'bare' || !this.#isOutOfOrder
      : period === undefined || (period.kind === 'codes' && period.codes[0] === context.base);
    return isOwn('unit') && isOwn('indicator') && isOwnPeriod ? line : null;
  }

  /** What a person decided that the text of a line names. */
  #decided(text: string): Said | null {
    const { names } = this.#table.mapping;
    for (const part of ['indicator', 'unit'] as const) {
      const code = names[part][nameKey(text, '')];
      if (code !== undefined && this.#ofLines.includes(part)) return { [part]: code };
    }
    return null;
  }
}

/** Whether the months or quarters of lines between the rows do not run on. */
function monthsCross({ grid, mapping, readers, figures, end }: Table): boolean {
  const sequences = new Sequences();
  for (let row = mapping.headTo; row < end; row += 1) {
    if (grid.isBlank(row) || isNoteRow(grid, row) || hasFigureCell({ grid, figures }, row)) continue;
    const period = lineIn(grid, row, readers)?.said.period;
    const bare = period ? bareOf([period]) : null;
    if (bare) sequences.add('', endOf(bare));
  }
  return sequences.isBroken('', { kind: 'end' });
}
