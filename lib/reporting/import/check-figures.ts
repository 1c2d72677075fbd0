import type { nameReader } from '@/lib/catalogue/names/read-name';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { type PrintedFigure, type Qualifier, qualifiers, type Vintage, vintages } from '@/lib/observations/words';
import { type CsvRow, csvRows, type Finding, type FindingKey } from '@/lib/reporting/import/csv-rows';
import { unguardCell } from '@/lib/reporting/import/guarded-cell';

/** The codes a file may use. */
export type KnownCodes = {
  readonly indicators: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly peerGroups: ReadonlySet<string>;
  /** The readers of names that a file may use instead of codes. */
  readonly names?: Readonly<Record<'indicator' | 'unit', ReturnType<typeof nameReader>>>;
};

/**
 * A figure ready to be stored; `value` and `reportedYoy` are decimal strings, `decimals` the printed number of
 * decimals.
 */
export type FigureRow = PrintedFigure & {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly vintage: Vintage;
  readonly reportedYoy: string | null;
  readonly periodPrinted: string;
  readonly source: string;
  readonly locator: string;
  readonly quote: string;
  readonly note: string;
};

export type RankRow = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly scopeZh: string;
  readonly scopeEn: string;
  readonly rank: number;
  readonly qualifier: Qualifier;
  readonly peerGroup: string | null;
  readonly source: string;
  readonly locator: string;
  readonly quote: string;
  readonly note: string;
};

export type Checked<Row> = { readonly rows: readonly Row[]; readonly findings: readonly Finding[] };

export const figureColumns = [
  'indicator',
  'unit',
  'period',
  'value',
  'qualifier',
  'qualifier_printed',
  'vintage',
  'reported_yoy',
  'period_printed',
  'source',
  'locator',
  'quote',
  'note',
] as const;

const rankColumns = [
  'indicator',
  'unit',
  'period',
  'scope_zh',
  'scope_en',
  'rank',
  'qualifier',
  'peer_group',
  'source',
  'locator',
  'quote',
  'note',
] as const;

const decimal = /^-?\d{1,15}(\.\d{1,10})?$/;
const word = <Word extends string>(known: readonly Word[], text: string) => known.find((one) => one === text);

export type FigureCells = CsvRow<(typeof figureColumns)[number]>;
type Cells = CsvRow<(typeof figureColumns)[number] | (typeof rankColumns)[number]>;
type Complain = (column: string, key: FindingKey) => void;

/** Checks the codes of a row and gives that of its period, which may be written in any usual notation. */
function checkKey(
  cells: Pick<Cells, 'indicator' | 'unit' | 'period' | 'source'>,
  known: KnownCodes & { readonly periods: Map<string, string> },
  complain: Complain,
): string {
  if (!known.indicators.has(cells.indicator)) complain('indicator', 'unknownIndicator');
  if (!known.units.has(cells.unit)) complain('unit', 'unknownUnit');
  if (!known.sources.has(cells.source)) complain('source', 'unknownSource');
  // A cache: a file has few periods and names each many times.
  const before = known.periods.get(cells.period);
  if (before !== undefined) return before;
  const code = readPeriod(cells.period);
  if (code) known.periods.set(cells.period, code);
  else complain('period', 'notAPeriod');
  return code ?? cells.period;
}

/** The most names that a finding lists. */
const mostNamed = 5;

/** A row with the codes of its names; a name that several have is a finding with these. */
function inCodes<Row extends Pick<Cells, 'row' | 'indicator' | 'unit'>>(
  file: string,
  cells: Row,
  known: KnownCodes,
  findings: Finding[],
): Row {
  const codeIn = (column: 'indicator' | 'unit', codes: ReadonlySet<string>) => {
    const typed = cells[column];
    const read = codes.has(typed) ? undefined : known.names?.[column](typed);
    if (read?.kind === 'either') {
      const names = read.entries.slice(0, mostNamed).map(({ nameZh, code }) => `${nameZh} ${code}`);
      findings.push({ file, row: cells.row, column, key: 'severalNames', value: `${typed}：${names.join('、')}` });
    }
    return read?.kind === 'one' ? read.code : typed;
  };
  const indicator = codeIn('indicator', known.indicators);
  const unit = codeIn('unit', known.units);
  return indicator === cells.indicator && unit === cells.unit ? cells : { ...cells, indicator, unit };
}

function complaints(file: string, cells: { row: number }, into: Finding[]): Complain {
  return (column, key) => {
    const value = (cells as unknown as Record<string, string>)[column] ?? '';
    into.push({ file, row: cells.row, column, key, value });
  };
}

/**
 * Checks the rows of a tidy file of figures one by one: returns each ready to be stored, or null and adds its findings
 * with row and column. An empty value is a finding, never zero. A figure must cite its place: a quote, a place or a
 * note.
 */
export function figureCheck(
  file: string,
  codes: KnownCodes,
  findings: Finding[],
): (cells: FigureCells) => FigureRow | null {
  const seen = new Set<string>();
  const known = { ...codes, periods: new Map<string, string>() };
  return (written) => {
    const before = findings.length;
    const cells = inCodes(file, written, codes, findings);
    if (findings.length > before) return null;
    const complain = complaints(file, cells, findings);
    const period = checkKey(cells, known, complain);
    if (!cells.value) complain('value', 'required');
    else if (!decimal.test(cells.value)) complain('value', 'notANumber');
    if (cells.reported_yoy && !decimal.test(cells.reported_yoy)) complain('reported_yoy', 'notANumber');
    const qualifier = word(qualifiers, cells.qualifier);
    const vintage = word(vintages, cells.vintage);
    if (!qualifier) complain('qualifier', 'unknownWord');
    if (!vintage) complain('vintage', 'unknownWord');
    if (!cells.quote && !cells.locator && !cells.note) complain('quote', 'notCited');
    const key = [cells.indicator, cells.unit, period, cells.vintage].join(' ');
    if (seen.has(key)) complain('period', 'twice');
    seen.add(key);
    if (findings.length > before || !qualifier || !vintage) return null;
    return {
      indicator: cells.indicator,
      unit: cells.unit,
      period,
      value: cells.value,
      decimals: cells.value.split('.')[1]?.length ?? 0,
      qualifier,
      qualifierPrinted: unguardCell(cells.qualifier_printed),
      vintage,
      reportedYoy: cells.reported_yoy || null,
      periodPrinted: unguardCell(cells.period_printed),
      source: cells.source,
      locator: unguardCell(cells.locator),
      quote: unguardCell(cells.quote),
      note: unguardCell(cells.note),
    };
  };
}

/** Checks a whole tidy file of figures; only one without findings may be stored. */
export function checkFigures(file: string, text: string, known: KnownCodes): Checked<FigureRow> {
  const { rows, findings } = csvRows(file, text, figureColumns);
  const check = figureCheck(file, known, findings);
  return { rows: rows.flatMap((cells) => check(cells) ?? []), findings };
}

/** Checks a tidy file of ranks that sources state. */
export function checkRanks(file: string, text: string, codes: KnownCodes): Checked<RankRow> {
  const known = { ...codes, periods: new Map<string, string>() };
  const { rows: cellRows, findings } = csvRows(file, text, rankColumns);
  const rows: RankRow[] = [];
  for (const written of cellRows) {
    const before = findings.length;
    const cells = inCodes(file, written, codes, findings);
    if (findings.length > before) continue;
    const complain = complaints(file, cells, findings);
    const period = checkKey(cells, known, complain);
    if (!/^[1-9]\d{0,4}$/.test(cells.rank)) complain('rank', 'notANumber');
    if (!cells.scope_zh) complain('scope_zh', 'required');
    if (!cells.scope_en) complain('scope_en', 'required');
    if (cells.peer_group && !known.peerGroups.has(cells.peer_group)) complain('peer_group', 'unknownPeerGroup');
    const qualifier = word(qualifiers, cells.qualifier);
    if (!qualifier) complain('qualifier', 'unknownWord');
    if (!cells.quote && !cells.locator && !cells.note) complain('quote', 'notCited');
    if (findings.length > before || !qualifier) continue;
    rows.push({
      indicator: cells.indicator,
      unit: cells.unit,
      period,
      scopeZh: cells.scope_zh,
      scopeEn: cells.scope_en,
      rank: Number(cells.rank),
      qualifier,
      peerGroup: cells.peer_group || null,
      source: cells.source,
      locator: cells.locator,
      quote: cells.quote,
      note: cells.note,
    });
  }
  return { rows, findings };
}
