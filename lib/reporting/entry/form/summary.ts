import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { asSubmitted, isToSubmit } from '@/lib/reporting/entry/form/as-submitted';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { distinctFindings, findingsIn, unexplainedFindings } from '@/lib/reporting/rules/find';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { type CheckFinding, type FigureReading, type KnownValues, severities } from '@/lib/reporting/words';
import type { Growth } from '@/lib/statistics/words';

/**
 * A figure to submit: its parsed value, its change from the period before, and 同比 as reported and as computed. A year to
 * date has no change from the shorter one before it.
 */
export type SummaryLine = {
  readonly figure: FormFigure;
  readonly reading: FigureReading;
  readonly change: Growth | null;
  readonly reportedYoy: string | null;
  readonly onYear: Growth | null;
};

/** The effect of submitting a return, and the findings of the checks. */
export type Summary = {
  readonly figures: readonly FormFigure[];
  /** The largest change first. */
  readonly lines: readonly SummaryLine[];
  readonly counts: Readonly<Record<'numbers' | 'notReported' | 'notApplicable' | 'blank', number>>;
  /**
   * The number of figures that differ from the period before by more than `large` percent, and of figures without a
   * period before.
   */
  readonly jumps: number;
  readonly firsts: number;
  /** The findings that concern a figure to submit, the worst first; each once. */
  readonly findings: readonly CheckFinding[];
  /** The findings that still need an explanation. */
  readonly silent: readonly CheckFinding[];
};

/** The change in percent from which the summary counts a figure as a jump. */
const large = 30;

/** The summary that a reporter sees before submitting a return. */
export function summaryOf(form: {
  figures: readonly FormFigure[];
  known: KnownValues;
  rules: readonly CheckRule[];
}): Summary {
  const figures = asSubmitted(form);
  const sent = figures.filter(isToSubmit);
  const lines = sent.map(lineOf).sort((a, b) => size(b) - size(a));
  const keys = new Set(sent.map(keyOf));
  const findings = distinctFindings(findingsIn(form).filter((finding) => keys.has(keyOf(finding)))).sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const entries = Object.fromEntries(sent.map((figure) => [keyOf(figure), figure.entry]));
  const countAbsent = (absence: string) =>
    lines.filter(({ reading }) => reading.kind === 'absent' && reading.absence === absence).length;
  return {
    figures,
    lines,
    counts: {
      numbers: lines.filter(({ reading }) => reading.kind === 'number').length,
      notReported: countAbsent('notReported'),
      notApplicable: countAbsent('notApplicable'),
      blank: countAbsent('blank'),
    },
    jumps: lines.filter((line) => size(line) > large).length,
    firsts: lines.filter(({ figure, reading }) => reading.kind === 'number' && figure.previous === null).length,
    findings,
    silent: unexplainedFindings(findings, entries),
  };
}

function lineOf(figure: FormFigure): SummaryLine {
  const reading = readFigure(figure.entry.typed, figure.indicator);
  const growth = readGrowth(figure.entry.typedYoy, figure.indicator);
  const on = (base: 'previous' | 'yearEarlier') =>
    reading.kind === 'number'
      ? growthOver(figure.indicator.measure, reading.value, figure[base], figure.otherBases[base])
      : null;
  return {
    figure,
    reading,
    change: parsePeriod(figure.periodCode)?.kind === 'yearToDate' ? null : on('previous'),
    reportedYoy: growth.kind === 'number' ? growth.value : null,
    onYear: on('yearEarlier'),
  };
}

/** The size of a change, in percent or in percentage points; 0 without a change. */
function size({ change }: SummaryLine): number {
  return change?.kind === 'percent' || change?.kind === 'points' ? Math.abs(Number(change.change)) : 0;
}
