import { type NameEntry, type NameRead, nameReader } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { markAhead } from '@/lib/reporting/import/named-line';
import { bareUnit } from '@/lib/reporting/import/sheet-heads';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** The names and indicators that a sheet is read against. */
export type MappingNames = {
  readonly units: readonly NameEntry[];
  readonly indicators: readonly (NameEntry & CheckedIndicator)[];
};

export type Readers = {
  readonly unit: (text: string) => NameRead;
  readonly indicator: (text: string) => IndicatorRead;
  readonly entry: (code: string) => CheckedIndicator | undefined;
  /** Whether a text is a unit of measure, of those known here and of the catalogue. */
  readonly isMeasure: (text: string) => boolean;
};

/** An indicator by its name, with the unit of measure behind it in brackets; a part is a line such as 其中：工业. */
export type IndicatorRead = {
  readonly read: NameRead;
  readonly measure: string;
  readonly isPart: boolean;
  /** Whether the text says the whole name, and not an alias of it. */
  readonly isName: boolean;
};

const partAhead = /^(?:#|其中)/;
const inBrackets = /^(.*\S) ?(\([^()]*\))$/;

/** A name without the mark of a footnote behind it: 税收收入①, 甲区*. */
export const withoutMark = (text: string): string => text.replace(/(?<=\S) ?[①-⑳⑴-⒇*＊※†¹²³⁴]+\s*$/u, '');

/** The name in a cell, in plain form and without the mark of a footnote, which would be a digit of it there. */
export const nameIn = (grid: Pick<Grid, 'text'>, row: number, column: number): string =>
  plainText(withoutMark(grid.text(row, column)));

/** The readers of the names of a sheet. */
export function readersOf({ units, indicators }: MappingNames): Readers {
  const unit = nameReader(units);
  const named = nameReader(indicators);
  const entries = new Map(indicators.map((one) => [one.code, one]));
  const measures = new Set(
    indicators.flatMap(({ unitZh, unitEn }) => [unitZh, unitEn].map((one) => normalText(one).toLowerCase())),
  );
  measures.delete('');
  // A cache: a sheet repeats its names in many rows.
  const known = new Map<string, IndicatorRead>();
  const indicator = (text: string): IndicatorRead => {
    const before = known.get(text);
    if (before) return before;
    const whole = indicatorIn(text, named, entries);
    const bare = withoutMark(text);
    const found = whole.read.kind === 'none' && bare !== text ? indicatorIn(bare, named, entries) : whole;
    known.set(text, found);
    return found;
  };
  return {
    unit: (text) => {
      const whole = unit(text);
      if (whole.kind !== 'none') return whole;
      const bare = withoutMark(text);
      return bare === text ? inTwoLanguages(text, unit) : unit(bare);
    },
    indicator,
    entry: (code) => entries.get(code),
    isMeasure: (text) => text !== '' && (isKnownUnit(text) || measures.has(normalText(text).toLowerCase())),
  };
}

/** A name beside the same name in other letters: 甲区 District A. */
function inTwoLanguages(text: string, read: (text: string) => NameRead): NameRead {
  const [, first = '', second = ''] =
    /^([^\p{Script=Latin}]*\p{Script=Han}) *[(/]? *(\p{Script=Latin}[^\p{Script=Han}]*?)\)?$/u.exec(normalText(text)) ??
    [];
  const [one, other] = first === '' ? [] : [read(first), read(second)];
  return one?.kind === 'one' && other?.kind === 'one' && one.code === other.code ? one : { kind: 'none' };
}

function indicatorIn(
  text: string,
  read: (text: string) => NameRead,
  entries: ReadonlyMap<string, NameEntry>,
): IndicatorRead {
  let isPart = isIndented(text);
  for (let rest = normalText(text); ; ) {
    const found = (name: string, measure: string): IndicatorRead => {
      const own = read(name);
      const entry = own.kind === 'one' ? entries.get(own.code) : undefined;
      const isName =
        entry !== undefined && [entry.nameZh, entry.nameEn].some((one) => plainName(one) === plainName(name));
      return { read: own, measure, isPart, isName };
    };
    const whole = found(rest, '');
    if (whole.read.kind === 'one') return whole;
    const [, name = '', unit = ''] = inBrackets.exec(rest) ?? [];
    const bare = name === '' ? null : found(name, bareUnit(unit));
    if (bare && bare.read.kind !== 'none') return bare;
    const marked = rest.replace(markAhead, '');
    if (marked === rest || marked === '') return whole;
    isPart ||= partAhead.test(rest);
    rest = marked;
  }
}

/** Whether a name is set in: it begins with blanks, or its mark says that it is a part of the line above. */
export const isIndented = (text: string): boolean => /^[\s\u3000]+\S/.test(text) || partAhead.test(normalText(text));

/** The key of a decision about a name; of a part it has the name of the whole. */
export const nameKey = (text: string, parent: string): string =>
  parent === '' ? plainName(text) : `${plainName(parent)} / ${plainName(text)}`;
