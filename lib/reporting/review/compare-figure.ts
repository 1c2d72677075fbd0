import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { type Period, parsePeriod, periodCode, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import type { Measure } from '@/lib/catalogue/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { isBound } from '@/lib/observations/written';
import type { Comparison, FigureStep } from '@/lib/reporting/review/words';
import type { Growth } from '@/lib/statistics/words';

/** The number of periods in the course of a figure. */
const courseLength = 12;

/** The period and the earlier ones of its kind, oldest first; years to date continue through the year before. */
function courseOf(period: Period): string[] {
  const codes = [period.code];
  let at: Period | null = period;
  while (at && codes.length < courseLength) {
    const before: string | null =
      previousPeriod(at) ?? (at.kind === 'yearToDate' ? periodCode('yearToDate', at.year - 1, 12) : null);
    at = before === null ? null : parsePeriod(before);
    if (at) codes.unshift(at.code);
  }
  return codes;
}

/** The periods of the figures compared with one of this period: its course, and the same a year earlier. */
export function periodsBeside(code: string): string[] {
  const period = parsePeriod(code);
  if (!period) return [code];
  return [...new Set([...courseOf(period), yearEarlier(period) ?? code])];
}

function changeOn(
  measure: Measure,
  now: PrintedFigure | null,
  base: PrintedFigure | null,
  other: OtherBase | null,
): Growth | null {
  // A bound (2000多) is too inexact for a change.
  if (!now || isBound(now) || (!other && (!base || isBound(base)))) return null;
  return growthOver(measure, now.value, base?.value ?? null, other);
}

/**
 * A reported figure with the earlier figures of its unit and indicator; `figures` are by period. A year to date is not
 * compared with the shorter one before it, since only their difference would be comparable. `otherOf` gives what stands in
 * place of an earlier figure, where units merged or split since.
 */
export function comparedFigure(
  code: string,
  measure: Measure,
  reported: PrintedFigure | null,
  figures: ReadonlyMap<string, PrintedFigure>,
  otherOf: (earlier: string | null) => OtherBase | null = () => null,
): Comparison {
  const period = parsePeriod(code);
  const of = (other: string | null) => (other === null ? null : (figures.get(other) ?? null));
  const previousCode = period && previousPeriod(period);
  const yearCode = period && yearEarlier(period);
  const [previous, yearBefore] = [of(previousCode), of(yearCode)];
  return {
    current: of(code),
    previous,
    yearEarlier: yearBefore,
    previousPeriod: previousCode,
    yearEarlierPeriod: yearCode,
    onPrevious: period?.kind === 'yearToDate' ? null : changeOn(measure, reported, previous, otherOf(previousCode)),
    onYear: changeOn(measure, reported, yearBefore, otherOf(yearCode)),
    course: period
      ? courseOf(period).map((other) => (other === code ? reported?.value : figures.get(other)?.value) ?? null)
      : [],
  };
}

/** The value reported in the round before, and the last approved one, from a figure's history, newest first. */
export function earlierRounds(steps: readonly FigureStep[]): {
  reported: FigureStep | null;
  approved: FigureStep | null;
} {
  const [, before] = steps.filter(({ kind }) => kind === 'submitted');
  return { reported: before ?? null, approved: steps.find(({ kind }) => kind === 'approved') ?? null };
}
