import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import type { CalendarFrequency } from '@/lib/reporting/words';

/** The kinds of periods that can be collected. 1—2月 is among the months. */
export const askedKinds = ['month', 'quarter', 'half', 'year'] as const;
export type AskedKind = (typeof askedKinds)[number];
/** The kinds that a run may be for: a year to date as well. */
export const assessedKinds = [...askedKinds, 'yearToDate'] as const;
export type AssessedKind = (typeof assessedKinds)[number];
export const frequencyOf: Record<AskedKind, CalendarFrequency> = {
  month: 'monthly',
  quarter: 'quarterly',
  half: 'halfYearly',
  year: 'yearly',
};
const perYear: Record<AssessedKind, number> = { month: 12, quarter: 4, half: 2, year: 1, yearToDate: 12 };
/** The number of past years that can be chosen. */
const yearsBack = 8;

export type ChosenPeriod<Kind extends AssessedKind = AskedKind> = {
  readonly kind: Kind;
  readonly kinds: readonly Kind[];
  readonly year: number;
  readonly period: string;
  readonly years: readonly number[];
  readonly periods: readonly string[];
};

/** The periods of a kind in a year, in order. */
export function periodsOf(kind: AssessedKind, year: number): string[] {
  const codes = Array.from({ length: perYear[kind] }, (_, at) => periodCode(kind, year, at + 1));
  return kind === 'month' ? [...codes.slice(0, 2), periodCode('yearToDate', year, 2), ...codes.slice(2)] : codes;
}

function kindOf<Kind extends AssessedKind>(code: string, kinds: readonly Kind[]): Kind | null {
  const found = parsePeriod(code)?.kind;
  const isListed = (kind: AssessedKind) => kinds.find((one) => one === kind) ?? null;
  if (found === undefined || found === 'undated') return null;
  return isListed(found) ?? (code.endsWith('-YTD02') ? isListed('month') : null);
}

/** What an address asks for; the period in any notation. */
export type AskedPeriod<Kind extends AssessedKind = AskedKind> = {
  readonly kind?: Kind | undefined;
  readonly year?: number | undefined;
  readonly period?: string | undefined;
};

/**
 * The period of an address among those that can be collected: `period` where it fits `kind` and `year`, else the last of
 * that kind and year that has ended by `today` (2026-11-25), else the first.
 */
export function choosePeriod(asked: AskedPeriod, today: string): ChosenPeriod {
  return chosenAmong(askedKinds, 'month', asked, today);
}

/** The period of an address among those that a run may be for, by the same rule; of no kind asked for, a year. */
export function chooseAssessed(asked: AskedPeriod<AssessedKind>, today: string): ChosenPeriod<AssessedKind> {
  return chosenAmong(assessedKinds, 'year', asked, today);
}

function chosenAmong<Kind extends AssessedKind>(
  kinds: readonly Kind[],
  usual: Kind,
  asked: AskedPeriod<Kind>,
  today: string,
): ChosenPeriod<Kind> {
  const read = asked.period === undefined ? null : readPeriod(asked.period);
  const given = read === null ? null : kindOf(read, kinds);
  const kind = asked.kind ?? given ?? usual;
  const thisYear = Number(today.slice(0, 4));
  const newest = lastEnded(kind, [...periodsOf(kind, thisYear - 1), ...periodsOf(kind, thisYear)], today);
  const givenYear = given ? parsePeriod(read ?? '')?.year : undefined;
  const years = Array.from({ length: yearsBack + 1 }, (_, at) => thisYear - at);
  const wanted = asked.year ?? givenYear;
  const year = wanted !== undefined && years.includes(wanted) ? wanted : (parsePeriod(newest)?.year ?? thisYear);
  const periods = periodsOf(kind, year);
  const period = periods.find((code) => code === read) ?? lastEnded(kind, periods, today);
  return { kind, kinds, year, period, years, periods };
}

function lastEnded(kind: AssessedKind, codes: readonly string[], today: string): string {
  const plain = codes.filter((code) => parsePeriod(code)?.kind === kind);
  const ended = plain.filter((code) => {
    const parsed = parsePeriod(code);
    return parsed !== null && (periodDays(parsed)?.endsOn ?? '') < today;
  });
  return ended.at(-1) ?? plain[0] ?? '';
}
