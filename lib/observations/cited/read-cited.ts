import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import type { NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import type { CellFault, FaultKey, ReadCited, TidyColumn } from '@/lib/observations/cited/words';
import { type Qualifier, qualifiers, type Vintage, vintages } from '@/lib/observations/words';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import type { CheckedIndicator } from '@/lib/reporting/words';

type Reader = ReturnType<typeof nameReader>;

/** An indicator that may be cited, and whether the asker answers for it. */
export type CitableIndicator = NameEntry &
  Pick<CheckedIndicator, 'unitZh' | 'unitEn' | 'measure'> & { readonly isInReach: boolean };
export type CitableSource = NameEntry & { readonly isWithdrawn: boolean };

/** What cited figures are read against. */
export type CitedContext = {
  readonly indicators: ReadonlyMap<string, CitableIndicator>;
  readonly units: ReadonlyMap<string, NameEntry>;
  readonly sources: ReadonlyMap<string, CitableSource>;
  readonly readIndicator: Reader;
  readonly readUnit: Reader;
  readonly readSource: Reader;
};

/** The cells of a row or the fields of a form; a text is empty where nothing was written. */
export type CitedCells = { readonly row: number } & Readonly<Record<TidyColumn, string>>;

/** Words for a vintage or a qualifier besides its own code. */
const vintageWords: Readonly<Record<string, Vintage>> = {
  快报: 'flash',
  快报数: 'flash',
  初步: 'preliminary',
  初步数: 'preliminary',
  初步核算: 'preliminary',
  核定: 'approved',
  核定数: 'approved',
  最终: 'final',
  最终数: 'final',
  最终核实: 'final',
};
const qualifierWords: Readonly<Record<string, Qualifier>> = {
  准确: 'exact',
  准确数: 'exact',
  下限: 'at_least',
  约: 'about',
  约数: 'about',
  上限: 'at_most',
  预计: 'expected',
  预计数: 'expected',
};

const wordIn = <Word extends string>(
  words: readonly Word[],
  others: Readonly<Record<string, Word>>,
  typed: string,
): Word | undefined => {
  const plain = plainName(typed);
  return words.find((word) => word === plain) ?? (Object.hasOwn(others, plain) ? others[plain] : undefined);
};

export type CitedReading = { readonly read: ReadCited | null; readonly faults: readonly CellFault[] };

/**
 * Reads a cited figure as it was typed: names or aliases, a period in any usual notation, a value as printed with its
 * qualifying word. Every fault is told with its column; a name that nobody has with the nearest three. Without a value
 * (`needsValue` false, for a rank alone) the value is read as 0 and is not to be used.
 */
export function readCited(
  cells: CitedCells,
  context: CitedContext,
  { needsValue = true }: { needsValue?: boolean } = {},
): CitedReading {
  const faults: CellFault[] = [];
  const complain = (column: TidyColumn, key: FaultKey, names: readonly NameEntry[] = []) => {
    faults.push({ row: cells.row, column, key, value: cells[column], names });
  };
  const named = <Entry extends NameEntry>(
    column: 'indicator' | 'unit' | 'source',
    entries: ReadonlyMap<string, Entry>,
    read: Reader,
    unknown: FaultKey,
  ): Entry | undefined => {
    const typed = cells[column];
    if (typed === '') return void complain(column, 'required');
    const found = entries.has(typed) ? { kind: 'one' as const, code: typed } : read(typed);
    if (found.kind === 'one') return entries.get(found.code);
    if (found.kind === 'either') return void complain(column, 'severalNames', found.entries.slice(0, 5));
    return void complain(column, unknown, nearestNames(typed, [...entries.values()]));
  };

  const indicator = named('indicator', context.indicators, context.readIndicator, 'unknownIndicator');
  const unit = named('unit', context.units, context.readUnit, 'unknownUnit');
  const source = named('source', context.sources, context.readSource, 'unknownSource');
  if (indicator && !indicator.isInReach) complain('indicator', 'notResponsible');
  if (source?.isWithdrawn) complain('source', 'withdrawnSource');
  const periodCode = readPeriod(cells.period);
  if (!periodCode) complain('period', cells.period === '' ? 'required' : 'notAPeriod');
  const number = indicator ? readFigure(cells.value, indicator) : null;
  const isValue = number?.kind === 'number';
  if (needsValue || cells.value !== '') {
    if (cells.value === '') complain('value', 'required');
    else if (number && !isValue) complain('value', 'notANumber');
  }
  const growth = readGrowth(cells.reported_yoy, indicator ?? { measure: 'amount' });
  if (growth.kind === 'fault') complain('reported_yoy', 'notAGrowth');
  const vintage = wordIn(vintages, vintageWords, cells.vintage);
  if (!vintage) complain('vintage', cells.vintage === '' ? 'required' : 'unknownVintage');
  const qualifier = cells.qualifier === '' ? undefined : wordIn(qualifiers, qualifierWords, cells.qualifier);
  if (cells.qualifier !== '' && !qualifier) complain('qualifier', 'unknownQualifier');
  if (!cells.quote && !cells.locator && !cells.note) complain('quote', 'notCited');
  if (faults.length > 0 || !indicator || !unit || !source || !periodCode || !vintage) return { read: null, faults };
  const printed = isValue ? number : { value: '0', decimals: 0, qualifier: 'exact' as const, qualifierPrinted: '' };
  return {
    faults,
    read: {
      indicatorCode: indicator.code,
      orgUnitCode: unit.code,
      periodCode,
      printed: cells.value,
      value: printed.value,
      decimals: printed.decimals,
      qualifier: qualifier ?? printed.qualifier,
      qualifierPrinted: cells.qualifier_printed || (qualifier === 'exact' ? '' : printed.qualifierPrinted),
      vintage,
      reportedYoy: growth.kind === 'number' ? growth.value : null,
      sourceCode: source.code,
      locator: cells.locator,
      quote: cells.quote,
      note: [cells.note, cells.period_printed && `原文报告期：${cells.period_printed}`].filter(Boolean).join('；'),
    },
  };
}
