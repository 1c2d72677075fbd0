import { type Period, periodCode, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import type { Measure } from '@/lib/catalogue/words';
import { amountOf, type FigureLookup, holds } from '@/lib/reporting/rules/evaluate-expression';
import type { Expression } from '@/lib/reporting/rules/expression';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckKind } from '@/lib/reporting/rules/words';
import type { CheckedFigure, CheckedIndicator, FigureReading } from '@/lib/reporting/words';
import { noise } from '@/lib/statistics/noise';
import {
  compareDecimals,
  decimalOf,
  differenceOf,
  groupedDecimal,
  signedDecimal,
  sumOfDecimals,
} from '@/lib/statistics/numbers';

/** A figure with a number, and the inputs of its checks. */
export type Seen = {
  readonly figure: CheckedFigure;
  readonly reading: FigureReading & { readonly kind: 'number' };
  readonly period: Period;
  /** 同比 as reported, a decimal string. */
  readonly reportedYoy: string | null;
};

/**
 * The surroundings of a figure: figures of the unit by indicator and period, the form's own before the known ones; none that
 * is 约 or 预计. Of a bound the check is asked for both ends of its range (`find.ts`).
 */
export type Surroundings = {
  readonly valueOf: (indicatorCode: string, periodCode: string | null) => string | null;
  readonly isInForm: (indicatorCode: string, periodCode: string) => boolean;
  readonly parsed: (expression: string) => Expression | null;
};

export type Found = {
  readonly key: string;
  readonly details: Readonly<Record<string, string>>;
  /** On which side of what was expected the figure lies, for a check that looks at both. */
  readonly side?: number;
};
type Check<Kind extends CheckKind> = (
  seen: Seen,
  parameters: Extract<CheckRule, { kind: Kind }>['parameters'],
  around: Surroundings,
) => Found | null;

/** Whether something is known of a figure beyond the number: 约 and 预计 prove nothing. */
export const isCertain = ({ reading }: Pick<Seen, 'reading'>) =>
  reading.qualifier !== 'about' && reading.qualifier !== 'expected';
const number = (amount: number) => signedDecimal(decimalOf(amount, 1)).replace('+', '');
const change = (amount: number) => signedDecimal(decimalOf(amount, 1));
const isWithin = (difference: string, tolerance: string) =>
  compareDecimals(difference.replace('-', ''), tolerance) <= 0;
/** Two in the last decimal place: the possible effect of rounding. */
const roundingOf = (decimals: number) => (decimals === 0 ? '2' : `0.${'2'.padStart(decimals, '0')}`);
const unitOf = ({ figure: { indicator } }: Seen) => ({ unitZh: indicator.unitZh, unitEn: indicator.unitEn });

/** The change from a base: percentage points of a rate, percent of an amount with a base above zero, else null. */
function changeOn(measure: Measure, value: string, base: string | null): number | null {
  if (base === null || (measure !== 'rate' && measure !== 'amount')) return null;
  if (measure === 'rate') return Number(value) - Number(base);
  return compareDecimals(base, '0') > 0 ? (Number(value) / Number(base) - 1) * 100 : null;
}

type Jump = { readonly percent?: number | undefined; readonly points?: number | undefined };
function jump(seen: Seen, limits: Jump, key: string, base: string | null, basePeriod: string | null): Found | null {
  const { measure } = seen.figure.indicator;
  const limit = measure === 'rate' ? limits.points : limits.percent;
  const by = changeOn(measure, seen.reading.value, base);
  if (limit === undefined || by === null || base === null || Math.abs(by) + noise < limit) return null;
  return {
    key: measure === 'rate' ? `${key}Points` : key,
    side: Math.sign(by),
    details: {
      value: groupedDecimal(seen.reading.value),
      base: groupedDecimal(base),
      basePeriod: basePeriod ?? '',
      change: change(by),
      limit: number(limit),
      ...unitOf(seen),
    },
  };
}

/** Whether an amount is a flow, so that months add up to the year to date. */
export const flows = ({ measure, basis }: Pick<CheckedIndicator, 'measure' | 'basis'>) =>
  measure === 'amount' && (basis === 'current' || basis === 'yearToDate');

/**
 * Whether a figure carries the finding: the first of the named indicators that the form asks for in the period does.
 */
const bears = ({ figure }: Seen, named: readonly string[], around: Surroundings) =>
  named.find((code) => around.isInForm(code, figure.periodCode)) === figure.indicatorCode;

/** The parts of a year to date: the year to date before the period, and its last month. */
export function partsOfYear({ year, index }: Period): { month: string; last: string | null; whole: string } {
  return {
    month: periodCode('month', year, index),
    last: index > 1 ? periodCode('yearToDate', year, index - 1) : null,
    whole: periodCode('yearToDate', year, index),
  };
}

/**
 * The check of each kind of rule on one figure. None has a finding where a figure for comparison is missing, 约 or 预计.
 */
export const ruleChecks: { readonly [Kind in CheckKind]: Check<Kind> } = {
  range(seen, { min, max }) {
    const { value } = seen.reading;
    const below = min !== undefined && compareDecimals(value, min) < 0;
    const above = max !== undefined && compareDecimals(value, max) > 0;
    const limit = below ? min : above ? max : null;
    if (!limit) return null;
    const details = { value: groupedDecimal(value), limit: groupedDecimal(limit), ...unitOf(seen) };
    return { key: below ? 'below' : 'above', details };
  },

  decimals(seen, { most }) {
    const limit = most ?? seen.figure.indicator.decimals;
    if (seen.reading.decimals <= limit) return null;
    return { key: 'decimals', details: { decimals: `${seen.reading.decimals}`, limit: `${limit}` } };
  },

  // For a year, the period before is the year before, which another rule checks. A year to date only grows.
  jumpPrevious(seen, limits, around) {
    if (seen.period.kind === 'year' || (seen.period.kind === 'yearToDate' && flows(seen.figure.indicator))) return null;
    const before = previousPeriod(seen.period);
    return jump(seen, limits, 'jumpPrevious', around.valueOf(seen.figure.indicatorCode, before), before);
  },

  jumpYear(seen, limits, around) {
    const before = yearEarlier(seen.period);
    return jump(seen, limits, 'jumpYear', around.valueOf(seen.figure.indicatorCode, before), before);
  },

  unitSlip(seen, { factors, tolerancePercent }, around) {
    const value = Math.abs(Number(seen.reading.value));
    const { qualifier } = seen.reading;
    if (value === 0) return null;
    for (const period of [previousPeriod(seen.period), yearEarlier(seen.period)]) {
      const base = around.valueOf(seen.figure.indicatorCode, period);
      const then = Math.abs(Number(base ?? '0'));
      if (base === null || then === 0) continue;
      const ratio = Math.max(value / then, then / value);
      const factor = factors.find((one) => Math.abs(ratio / one - 1) <= tolerancePercent / 100);
      if (factor === undefined) continue;
      // A bound on the side of the other figure says nothing of how far they are apart.
      if (qualifier === (value > then ? 'at_most' : 'at_least')) continue;
      return {
        key: value > then ? 'unitSlipUp' : 'unitSlipDown',
        details: {
          value: groupedDecimal(seen.reading.value),
          base: groupedDecimal(base),
          basePeriod: period ?? '',
          factor: groupedDecimal(`${factor}`),
          ...unitOf(seen),
        },
      };
    }
    return null;
  },

  cumulativeNotBelow(seen, _parameters, around) {
    const grows =
      seen.period.kind === 'yearToDate'
        ? flows(seen.figure.indicator)
        : seen.figure.indicator.basis === 'sinceFounding';
    const before = previousPeriod(seen.period);
    const base = around.valueOf(seen.figure.indicatorCode, before);
    if (!grows || !isCertain(seen) || base === null || compareDecimals(seen.reading.value, base) >= 0) return null;
    const details = { value: groupedDecimal(seen.reading.value), base: groupedDecimal(base), basePeriod: before ?? '' };
    return { key: 'cumulativeNotBelow', details: { ...details, ...unitOf(seen) } };
  },

  cumulativeSum(seen, { tolerance }, around) {
    const { indicatorCode, indicator } = seen.figure;
    const { kind } = seen.period;
    if (!flows(indicator) || !isCertain(seen) || (kind !== 'yearToDate' && kind !== 'month')) return null;
    const parts = partsOfYear(seen.period);
    // One finding for both figures, on the year to date where the form asks for it.
    if (kind === 'month' && around.isInForm(indicatorCode, parts.whole)) return null;
    const whole = around.valueOf(indicatorCode, parts.whole);
    const month = around.valueOf(indicatorCode, parts.month);
    const last = parts.last === null ? '0' : around.valueOf(indicatorCode, parts.last);
    if (whole === null || month === null || last === null) return null;
    const sum = sumOfDecimals([month, last]);
    const difference = differenceOf(whole, sum);
    if (isWithin(difference, tolerance ?? roundingOf(indicator.decimals))) return null;
    return {
      key: 'cumulativeSum',
      side: compareDecimals(whole, sum),
      details: {
        value: groupedDecimal(whole),
        month: groupedDecimal(month),
        last: groupedDecimal(last),
        sum: groupedDecimal(sum),
        difference: signedDecimal(difference),
        ...unitOf(seen),
      },
    };
  },

  sumOfParts(seen, { whole, parts, tolerance, atMost }, around) {
    if (!bears(seen, [whole, ...parts], around)) return null;
    const total = around.valueOf(whole, seen.figure.periodCode);
    const values = parts.map((code) => around.valueOf(code, seen.figure.periodCode));
    if (total === null || !values.every((value) => value !== null)) return null;
    const sum = sumOfDecimals(values);
    const difference = differenceOf(sum, total);
    const slack = tolerance ?? roundingOf(seen.figure.indicator.decimals);
    if (isWithin(difference, slack) || (atMost && compareDecimals(difference, '0') < 0)) return null;
    return {
      key: atMost ? 'partsAbove' : 'sumOfParts',
      side: compareDecimals(sum, total),
      details: {
        whole: groupedDecimal(total),
        sum: groupedDecimal(sum),
        difference: signedDecimal(difference),
        ...unitOf(seen),
      },
    };
  },

  formula(seen, { expression, tolerance }, around) {
    const parsed = around.parsed(expression);
    if (!parsed) return null;
    const periods = {
      now: seen.figure.periodCode,
      previous: previousPeriod(seen.period),
      yearEarlier: yearEarlier(seen.period),
    };
    const lookup: FigureLookup = (code, at) => {
      const value = around.valueOf(code, periods[at]);
      return value === null ? null : Number(value);
    };
    if (holds(parsed, lookup, Number(tolerance ?? '0')) !== false) return null;
    const sides = parsed.kind === 'binary' ? [amountOf(parsed.left, lookup), amountOf(parsed.right, lookup)] : [];
    const [left, right] = sides.map((side) => (side === null ? null : groupedDecimal(decimalOf(side, 2))));
    const [one = null, other = null] = sides;
    if (!left || !right) return { key: 'formula', details: { expression } };
    const side = one === null || other === null ? 0 : Math.sign(one - other);
    return { key: 'formulaSides', side, details: { expression, left, right } };
  },

  reportedGrowth(seen, { points }, around) {
    const { indicatorCode, indicator } = seen.figure;
    const base = around.valueOf(indicatorCode, yearEarlier(seen.period));
    const computed = isCertain(seen) ? changeOn(indicator.measure, seen.reading.value, base) : null;
    if (computed === null || base === null || seen.reportedYoy === null) return null;
    if (Math.abs(Number(seen.reportedYoy) - computed) <= points + noise) return null;
    return {
      key: indicator.measure === 'rate' ? 'reportedGrowthPoints' : 'reportedGrowth',
      side: Math.sign(Number(seen.reportedYoy) - computed),
      details: { reported: signedDecimal(seen.reportedYoy), computed: change(computed), base: groupedDecimal(base) },
    };
  },

  peerOutlier(seen, { deviations }, around) {
    const { peers, indicator, indicatorCode } = seen.figure;
    const base = around.valueOf(indicatorCode, previousPeriod(seen.period));
    const by = changeOn(indicator.measure, seen.reading.value, base);
    if (by === null || !peers || peers.deviation <= 0) return null;
    if ((0.6745 * Math.abs(by - peers.median)) / peers.deviation <= deviations) return null;
    return {
      key: indicator.measure === 'rate' ? 'peerOutlierPoints' : 'peerOutlier',
      side: Math.sign(by - peers.median),
      details: { change: change(by), median: change(peers.median), count: `${peers.count}` },
    };
  },
};

/** Whether a figure carries the findings of a rule: the rule applies to its indicator, or names it first. */
export function isFor(rule: CheckRule, named: readonly string[], seen: Seen, around: Surroundings): boolean {
  if (rule.kind === 'formula' || rule.kind === 'sumOfParts') return bears(seen, named, around);
  return rule.indicatorCodes === null || rule.indicatorCodes.includes(seen.figure.indicatorCode);
}
