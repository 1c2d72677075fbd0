import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import type { CalendarFrequency } from '@/lib/reporting/words';

/** The kinds of periods that can be collected. 1—2月 is among the months. */
export const askedKinds = ['month', 'quarter', 'half', 'year'] as const;
export type AskedKind = (typeof askedKinds)[number];
export const frequencyOf: Record<AskedKind, CalendarFrequency> = {
  month: 'monthly',
  quarter: 'quarterly',
  half: 'halfYearly',
  year: 'yearly',
};
const perYear: Record<AskedKind, number> = { month: 12, quarter: 4, half: 2, year: 1 };
/** The number of past years that can be chosen. */
const yearsBack = 8;

export type ChosenPeriod = {
  readonly kind: AskedKind;
  readonly year: number;
  readonly period: string;
  readonly years: readonly number[];
  readonly periods: readonly string[];
};

/** The periods of a kind in a year, in order. */
export function periodsOf(kind: AskedKind, year: number): string[] {
  const codes = Array.from({ length: perYear[kind] }, (_, at) => periodCode(kind, year, at + 1));
  return kind === 'month' ? [...codes.slice(0, 2), periodCode('yearToDate', year, 2), ...codes.slice(2)] : codes;
}

function kindOf(code: string): AskedKind | null {
  const kind = parsePeriod(code)?.kind;
  if (kind === 'yearToDate') return code.endsWith('-YTD02') ? 'month' : null;
  return askedKinds.find((one) => one === kind) ?? null;
}

/**
 * The period of an address: `period` where it fits `kind` and `year`, else the last of that kind and year that has
 * ended by `today` (2026-11-25), else the first.
 */
export function choosePeriod(
  asked: { kind?: AskedKind | undefined; year?: number | undefined; period?: string | undefined },
  today: string,
): ChosenPeriod {
  const given = asked.period === undefined ? null : kindOf(asked.period);
  const kind = asked.kind ?? given ?? 'month';
  const thisYear = Number(today.slice(0, 4));
  const newest = lastEnded(kind, [...periodsOf(kind, thisYear - 1), ...periodsOf(kind, thisYear)], today);
  const givenYear = given ? parsePeriod(asked.period ?? '')?.year : undefined;
  const years = Array.from({ length: yearsBack + 1 }, (_, at) => thisYear - at);
  const wanted = asked.year ?? givenYear;
  const year = wanted !== undefined && years.includes(wanted) ? wanted : (parsePeriod(newest)?.year ?? thisYear);
  const periods = periodsOf(kind, year);
  const period = periods.find((code) => code === asked.period) ?? lastEnded(kind, periods, today);
  return { kind, year, period, years, periods };
}

function lastEnded(kind: AskedKind, codes: readonly string[], today: string): string {
  const plain = codes.filter((code) => parsePeriod(code)?.kind === kind);
  const ended = plain.filter((code) => {
    const parsed = parsePeriod(code);
    return parsed !== null && (periodDays(parsed)?.endsOn ?? '') < today;
  });
  return ended.at(-1) ?? plain[0] ?? '';
}
