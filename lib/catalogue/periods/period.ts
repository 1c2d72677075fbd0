import type { PeriodKind } from '@/lib/catalogue/periods/words';

/**
 * A reporting period as a value: `2022`, `2022-H1`, `2022-Q3`, `2022-M09`, year to date `2022-YTD09` (1—9月), and
 * `undated` for a cited figure whose source names no year. `index` counts halves, quarters or months from 1.
 */
export type Period = {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly index: number;
};

const shapes: readonly [PeriodKind, RegExp, number][] = [
  ['year', /^([1-9]\d{3})$/, 1],
  ['half', /^([1-9]\d{3})-H([12])$/, 2],
  ['quarter', /^([1-9]\d{3})-Q([1-4])$/, 4],
  ['month', /^([1-9]\d{3})-M(0[1-9]|1[0-2])$/, 12],
  ['yearToDate', /^([1-9]\d{3})-YTD(0[1-9]|1[0-2])$/, 12],
];

/** Parses a period code; null for an invalid one. */
export function parsePeriod(code: string): Period | null {
  if (code === 'undated') return { code, kind: 'undated', year: 0, index: 0 };
  for (const [kind, shape] of shapes) {
    const found = shape.exec(code);
    if (found) return { code, kind, year: Number(found[1]), index: Number(found[2] ?? 1) };
  }
  return null;
}

/** The code of a period of that kind; the inverse of `parsePeriod`. */
export function periodCode(kind: Exclude<PeriodKind, 'undated'>, year: number, index: number): string {
  const month = String(index).padStart(2, '0');
  switch (kind) {
    case 'year':
      return `${year}`;
    case 'half':
      return `${year}-H${index}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'month':
      return `${year}-M${month}`;
    case 'yearToDate':
      return `${year}-YTD${month}`;
  }
}

function monthsOf({ kind, index }: Period): [first: number, last: number] {
  switch (kind) {
    case 'half':
      return [index * 6 - 5, index * 6];
    case 'quarter':
      return [index * 3 - 2, index * 3];
    case 'month':
      return [index, index];
    case 'yearToDate':
      return [1, index];
    default:
      return [1, 12];
  }
}

/** The codes of the months of a period, in order; empty when undated. */
export function monthsWithin(period: Period): string[] {
  if (period.kind === 'undated') return [];
  const [first, last] = monthsOf(period);
  return Array.from({ length: last - first + 1 }, (_, at) => periodCode('month', period.year, first + at));
}

/**
 * The periods inside a period, itself included, by their end, the latest first, and of those that end together the
 * shortest first. A year to date is inside itself alone.
 */
export function periodsWithin(period: Period): string[] {
  if (period.kind === 'undated') return [period.code];
  const [first, last] = monthsOf(period);
  const found = (['month', 'quarter', 'half'] as const).flatMap((kind) =>
    Array.from({ length: shapes.find(([name]) => name === kind)?.[2] ?? 1 }, (_, at) => ({
      ...{ code: periodCode(kind, period.year, at + 1), kind, year: period.year, index: at + 1 },
    })).filter((one) => monthsOf(one)[0] >= first && monthsOf(one)[1] <= last),
  );
  const all = found.some(({ code }) => code === period.code) ? found : [...found, period];
  return all.sort((a, b) => monthsOf(b)[1] - monthsOf(a)[1] || monthsOf(b)[0] - monthsOf(a)[0]).map(({ code }) => code);
}

/** First and last day as ISO dates; null when undated. */
export function periodDays(period: Period): { startsOn: string; endsOn: string } | null {
  if (period.kind === 'undated') return null;
  const [first, last] = monthsOf(period);
  const lastDay = new Date(Date.UTC(period.year, last, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return { startsOn: `${period.year}-${two(first)}-01`, endsOn: `${period.year}-${two(last)}-${two(lastDay)}` };
}

/** The same period one year earlier: the base of 同比. */
export function yearEarlier(period: Period): string | null {
  return period.kind === 'undated' ? null : periodCode(period.kind, period.year - 1, period.index);
}

/** The preceding period of the same kind: the base of 环比. For a year to date the shorter one of its year. */
export function previousPeriod(period: Period): string | null {
  const { kind, year, index } = period;
  if (kind === 'undated') return null;
  if (index > 1) return periodCode(kind, year, index - 1);
  if (kind === 'yearToDate') return null;
  const perYear = shapes.find(([name]) => name === kind)?.[2] ?? 1;
  return periodCode(kind, year - 1, perYear);
}

/** A sort key: by last month, the shorter period first; undated before all. */
export function periodSortKey(period: Period): number {
  if (period.kind === 'undated') return 0;
  const [first, last] = monthsOf(period);
  return (period.year * 12 + last) * 100 + (last - first);
}
