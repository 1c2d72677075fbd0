import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { plainName } from '@/lib/catalogue/plain-name';
import type { Named } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { namedLine } from '@/lib/reporting/import/named-line';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { periodInSpan, type Span } from '@/lib/reporting/import/sheet-spans';
import type { SheetTable } from '@/lib/reporting/import/sheet-table';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import type { OpenFigure, OpenReturn, SheetColumn, StagedFinding } from '@/lib/reporting/import/words';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';

type Target = { readonly collectionId: string; readonly figure: OpenFigure; readonly isOneOfSeveral?: boolean };
export type Targets = {
  readonly byKey: ReadonlyMap<string, Target>;
  readonly indicators: ReadonlyMap<string, string>;
  /** The indicators of a name, of which several may have the same. */
  readonly namedBy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly periods: readonly string[];
  readonly unit: Named;
  readonly readUnit: ReturnType<typeof nameReader>;
  readonly periodsOf: (text: string) => readonly string[];
  /** The names of the asked indicators that are most like one that none of them has. */
  readonly nearest: (text: string) => { readonly ownZh: string; readonly ownEn: string };
  /** The Chinese names of indicators by their codes. */
  readonly namesOf: (codes: Iterable<string>) => string;
};

/** The names of the catalogue, with their aliases. */
export type KnownNames = { readonly units: readonly NameEntry[]; readonly indicators: readonly NameEntry[] };

/** The figures of the returns by key, and the names of their indicators and of the unit. */
export function targetsOf(returns: readonly OpenReturn[], unit: Named, names?: KnownNames): Targets {
  const byKey = new Map<string, Target>();
  const indicators = new Map<string, string>();
  const namedBy = new Map<string, Set<string>>();
  const own = new Map<string, Named>();
  const name = (text: string, code: string) => {
    const plain = plainName(text);
    indicators.set(plain, code);
    namedBy.set(plain, (namedBy.get(plain) ?? new Set()).add(code));
  };
  for (const { collectionId, figures } of returns) {
    for (const figure of figures) {
      const key = keyOf(figure);
      byKey.set(key, { collectionId, figure, isOneOfSeveral: byKey.has(key) });
      const { code, nameZh, nameEn } = figure.indicator;
      own.set(code, figure.indicator);
      for (const text of [code, nameZh, nameEn]) name(text, code);
    }
  }
  // A name counts before an alias.
  const isName = new Set(indicators.keys());
  for (const { code, aliases } of names?.indicators ?? []) {
    if (own.has(code)) for (const alias of aliases) if (!isName.has(plainName(alias))) name(alias, code);
  }
  const periods = [...new Set([...byKey.values()].map(({ figure }) => figure.periodCode))];
  const readUnit = nameReader(names?.units ?? [{ ...unit, aliases: [] }]);
  const namesOf = (codes: Iterable<string>) =>
    namesTold(
      [...codes].map((code) => own.get(code) ?? { code, nameZh: code, nameEn: code }),
      'zh-CN',
    );
  const aliasesOf = new Map(names?.indicators.map(({ code, aliases }) => [code, aliases]));
  const entries = [...own.values()].map((one) => ({ ...one, aliases: aliasesOf.get(one.code) ?? [] }));
  const near = new Map<string, ReturnType<Targets['nearest']>>();
  const nearest = (text: string) => {
    const known = near.get(text);
    if (known) return known;
    const found = nearestNames(text, entries);
    const told = { ownZh: namesTold(found, 'zh-CN'), ownEn: namesTold(found, 'en') };
    near.set(text, told);
    return told;
  };
  // A cache: a file has few periods and names each many times.
  const read = new Map<string, readonly string[]>();
  const periodsOf = (text: string) => {
    const codes = read.get(text) ?? periodsIn(text);
    read.set(text, codes);
    return codes;
  };
  return { byKey, indicators, namedBy, periods, unit, readUnit, periodsOf, nearest, namesOf };
}

/** What the rows of a sheet are read against; `seen` are the cells of the figures before. */
export type Reading = {
  readonly targets: Targets;
  readonly seen: Map<string, string>;
  readonly isChosen: boolean;
};

type Missed = {
  readonly fault: StagedFinding;
  readonly codes: { readonly indicatorCode: string | null; readonly periodCode: string | null };
};

/** The figure of a row, the units of measure in its cells and heading, and what is to be said of how it was found. */
export type NamedRow = {
  readonly target: Target;
  readonly stated: readonly Stated[];
  readonly findings: readonly StagedFinding[];
};

/** The most names that a refusal lists. */
const mostNamed = 5;
/** The units that a name may mean, in words. */
export const namesOfUnits = (entries: readonly NameEntry[]): string => namesTold(entries.slice(0, mostNamed), 'zh-CN');
const isOwnUnit = (text: string, { readUnit, unit }: Targets) => {
  const read = readUnit(text);
  return read.kind === 'one' && read.code === unit.code;
};

/** The figure of a row, or the reason why there is none. */
export function targetOf(table: SheetTable, row: number, { targets, seen, isChosen }: Reading): NamedRow | Missed {
  const [indicator = '', unit = ''] = (['indicator', 'unit'] as const).map((column) => table.key(row, column));
  const { text: period, address: periodCell, isOfTitle } = table.period(row);
  const { code: indicatorCode, unit: inName, isOneOfSeveral } = indicatorOf(table, row, targets);
  const { code, isOtherKind, choices } = periodIn(period, targets, table.columns.span);
  const periodCode = code !== null && targets.periods.includes(code) ? code : null;
  const [first = null, second] = targets.periodsOf(period);
  const written = second === undefined ? first : null;
  const missedRow = (key: string, column: SheetColumn, details: StagedFinding['details']): Missed => ({
    fault: finding('mandatory', key, column === 'period' ? periodCell : table.address(row, column), details),
    codes: { indicatorCode, periodCode },
  });
  const reporting = unit ? targets.readUnit(unit) : null;
  if (reporting?.kind === 'either') {
    return missedRow('unitEither', 'unit', { text: shortText(unit), names: namesOfUnits(reporting.entries) });
  }
  if (reporting && !(reporting.kind === 'one' && reporting.code === targets.unit.code))
    return missedRow('otherUnit', 'unit', { text: shortText(unit) });
  if (!indicator && !indicatorCode) return missedRow('noIndicator', 'indicator', {});
  if (!indicatorCode)
    return missedRow('unknownIndicator', 'indicator', { text: shortText(indicator), ...targets.nearest(indicator) });
  if (isOneOfSeveral) {
    const names = targets.namesOf(targets.namedBy.get(plainName(indicator)) ?? [indicatorCode]);
    return missedRow('nameShared', 'indicator', { text: shortText(indicator), names });
  }
  if (choices.length > 0) {
    const periods = choices.map((code) => writtenPeriod(code, 'zh-CN')).join('、');
    return missedRow('periodEither', 'period', { text: shortText(period), periods });
  }
  if (!periodCode) {
    const isDay = table.cell(row, 'period').marks.includes('date') && written === null;
    return missedRow(isDay ? 'periodIsDay' : 'unknownPeriod', 'period', { text: shortText(period) });
  }
  const kind = written && parsePeriod(written)?.kind;
  const { span, toDateBeside, isOneOfSeveral: hasOthers } = table.columns;
  // A heading 累计 alone above the figure of a month contradicts the row.
  if (span === 'toDate' && kind === 'month' && !hasOthers)
    return missedRow('toDateOfMonth', 'period', { text: shortText(period) });
  if (toDateBeside && kind === 'yearToDate')
    return missedRow('toDateBeside', 'value', { cell: toDateBeside, text: shortText(period) });
  const other = otherBeside(table, row, targets, { indicatorCode, periodCode });
  if (other) return missedRow(other.key, other.column, { cell: other.address, text: shortText(other.text) });
  const target = targets.byKey.get(keyOf({ indicatorCode, periodCode }));
  if (!target)
    return missedRow(isChosen ? 'notInCollection' : 'notAskedFor', 'indicator', { text: shortText(indicator) });
  // Only the reporter can tell which return is meant.
  if (target.isOneOfSeveral) return missedRow('ambiguous', 'indicator', { text: shortText(indicator) });
  const key = keyOf(target.figure);
  const before = seen.get(key);
  if (before) return missedRow('twice', 'value', { address: before });
  seen.set(key, table.address(row, 'value'));
  const read = { text: shortText(period), read: writtenPeriod(periodCode, 'zh-CN') };
  return {
    target,
    stated: [
      ...table.stated(row, (text) => isOwnUnit(text, targets)),
      ...(inName ? [{ units: [inName], address: table.address(row, 'indicator') }] : []),
      ...unitsBeside(table, row, targets),
    ],
    findings:
      isOfTitle || isOtherKind
        ? [finding('notice', isOfTitle ? 'periodTitle' : 'periodRead', periodCell, { ...read, cell: periodCell })]
        : [],
  };
}

/** An indicator by its code or name, as `namedLine` finds it. */
function indicatorIn(
  text: string,
  { indicators, namedBy }: Targets,
): { code: string | null; unit: string; isOneOfSeveral: boolean } {
  const { found, plain, unit } = namedLine(text, (name) => indicators.get(name) ?? null);
  return { code: found, unit, isOneOfSeveral: isShared(plain, namedBy) };
}

/** The indicator of a row: by its code or name, or by the name beside a number of the line. */
function indicatorOf(table: SheetTable, row: number, targets: Targets): ReturnType<typeof indicatorIn> {
  const text = table.key(row, 'indicator');
  const own = indicatorIn(text, targets);
  if (own.code !== null || !/^\d{0,3}$/.test(text)) return own;
  return (
    table
      .beside(row, 'indicator')
      .map((one) => indicatorIn(one.text, targets))
      .find(({ code }) => code) ?? own
  );
}

const isShared = (name: string, namedBy: Targets['namedBy']) => (namedBy.get(name)?.size ?? 0) > 1;

/** A column beside that of the indicator or the period that names another one: 地区生产总值 beside the code of another. */
function otherBeside(
  table: SheetTable,
  row: number,
  targets: Targets,
  { indicatorCode, periodCode }: { indicatorCode: string; periodCode: string },
) {
  for (const { text, address } of table.beside(row, 'indicator')) {
    const { code } = indicatorIn(text, targets);
    const isOwn = targets.namedBy.get(plainName(text))?.has(indicatorCode);
    if (code !== null && code !== indicatorCode && !isOwn) {
      return { key: 'indicatorsDiffer', column: 'indicator', text, address } as const;
    }
  }
  for (const { text, address } of table.beside(row, 'period')) {
    const { code, choices } = periodIn(text, targets, table.columns.span);
    const isOther = code === null ? choices.length === 0 && targets.periodsOf(text).length > 0 : code !== periodCode;
    if (isOther) return { key: 'periodsDiffer', column: 'period', text, address } as const;
  }
  return null;
}

/** The units of measure in names beside the codes; a name that is not known here may end in other brackets. */
function unitsBeside(table: SheetTable, row: number, targets: Targets): Stated[] {
  return table.beside(row, 'indicator').flatMap(({ text, address }) => {
    const { code, unit } = indicatorIn(text, targets);
    return unit !== '' && (code !== null || isKnownUnit(unit)) ? { units: [unit], address } : [];
  });
}

type PeriodRead = {
  readonly code: string | null;
  readonly isOtherKind: boolean;
  /** The periods of a text that may be meant either way here. */
  readonly choices: readonly string[];
};

/**
 * The asked period of a text under a heading that may state a span, or the only one of the same days: 上半年 where 1—6月
 * is asked for. Of two that a text may mean, the one that is asked for.
 */
function periodIn(text: string, { periods, periodsOf }: Targets, span: Span | null): PeriodRead {
  const written = periodsOf(text);
  // Of months of other ends, such as those of 2026.1, a file that asks for one tells nothing.
  if (new Set(written.map(endOf)).size > 1) return { code: null, isOtherKind: false, choices: written };
  const meant = [...new Set(written.flatMap((code) => (span ? (periodInSpan(code, span) ?? []) : code)))];
  const asked = meant.filter((code) => periods.includes(code));
  const [code = null, other] = asked.length > 0 ? asked : meant;
  if (other) return { code: null, isOtherKind: false, choices: asked.length > 0 ? asked : meant };
  if (asked.length > 0) return { code, isOtherKind: written.length > 1 || code !== written[0], choices: [] };
  const days = code && daysOf(code);
  const [same, second] = periods.filter((one) => days !== null && daysOf(one) === days);
  const isOne = same !== undefined && second === undefined;
  return { code: isOne ? same : code, isOtherKind: isOne, choices: [] };
}

function endOf(code: string): string | undefined {
  const period = parsePeriod(code);
  return period ? periodDays(period)?.endsOn : undefined;
}

function daysOf(code: string): string | null {
  const period = parsePeriod(code);
  const days = period && periodDays(period);
  return days && `${days.startsOn} ${days.endsOn}`;
}
