import type { Note, PeriodRule } from '@/lib/assessment/words';
import { monthsWithin, parsePeriod, periodsWithin } from '@/lib/catalogue/periods/period';
import { emptyColumn, type FigureColumn } from './figures-index';

/**
 * The periods whose figures a rule reads for a period. For `lastOfPeriod` and `latestWithin` the first with one counts: the
 * period itself, then the later ones before the earlier.
 */
export function periodsRead(rule: PeriodRule, code: string): string[] {
  const period = parsePeriod(code);
  if (!period || rule === 'asRun') return [code];
  if (rule === 'sumOfMonths' || rule === 'meanOfMonths') return monthsWithin(period);
  const within = [code, ...periodsWithin(period).filter((one) => one !== code)];
  if (rule === 'latestWithin') return within;
  const end = monthsWithin(period).at(-1);
  return within.filter((one) => {
    const inner = parsePeriod(one);
    return inner !== null && monthsWithin(inner).at(-1) === end;
  });
}

export type ByRule = FigureColumn & { readonly notes: ReadonlyMap<number, readonly Note[]> };

/** The values of a rule from the columns of its periods, in their order, with a note for every unit about what was taken. */
export function combineByRule(
  rule: PeriodRule,
  code: string,
  size: number,
  columnAt: (period: string) => FigureColumn | undefined,
): ByRule {
  const periods = periodsRead(rule, code);
  const { values, isBound } = emptyColumn(size);
  const notes = new Map<number, readonly Note[]>();
  const columns = periods.map((period) => ({ period, column: columnAt(period) }));
  const isOfMonths = rule === 'sumOfMonths' || rule === 'meanOfMonths';
  for (let unit = 0; unit < size; unit += 1) {
    const found = columns.filter(({ column }) => column && !Number.isNaN(column.values[unit]));
    const taken = isOfMonths ? (found.length === periods.length ? found : []) : found.slice(0, 1);
    const [first] = taken;
    if (!first) continue;
    const sum = taken.reduce((all, { column }) => all + (column?.values[unit] ?? 0), 0);
    values[unit] = rule === 'meanOfMonths' ? sum / taken.length : sum;
    isBound[unit] = taken.some(({ column }) => column?.isBound[unit]) ? 1 : 0;
    if (isOfMonths) notes.set(unit, [{ kind: rule, values: { count: taken.length } }]);
    else if (first.period !== code) notes.set(unit, [{ kind: 'takenFrom', values: { period: first.period } }]);
  }
  return { values, isBound, notes };
}
