import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure } from '@/lib/reporting/typed/read-figure';
import { findingsIn, unexplained } from '@/lib/reporting/validation/find';
import type { CheckRule } from '@/lib/reporting/validation/rule';
import {
  type CheckFinding,
  type FigureReading,
  type KnownValues,
  severities,
  writableStates,
} from '@/lib/reporting/words';
import { growthOf } from '@/lib/statistics/growth';
import type { Growth } from '@/lib/statistics/words';

/** A figure that is sent: what it is read as, and how it differs from the period before. */
export type SummaryLine = {
  readonly figure: FormFigure;
  readonly reading: FigureReading;
  readonly change: Growth | null;
};

/** What submitting a return would send, and what the checks say of it. */
export type Summary = {
  readonly figures: readonly FormFigure[];
  /** The largest change first. */
  readonly lines: readonly SummaryLine[];
  readonly counts: Readonly<Record<'numbers' | 'notReported' | 'notApplicable' | 'blank', number>>;
  /** How many differ from the period before by more than `large` percent, and how many have none. */
  readonly jumps: number;
  readonly firsts: number;
  /** The worst first. */
  readonly findings: readonly CheckFinding[];
  /** The findings that still want an explanation. */
  readonly silent: readonly CheckFinding[];
};

/** Percent of change from which the summary counts a figure. */
const large = 30;

/** What a reporter is shown before the return goes to review. */
export function summaryOf(form: {
  figures: readonly FormFigure[];
  known: KnownValues;
  rules: readonly CheckRule[];
}): Summary {
  const { figures } = form;
  const sent = figures.filter(({ state }) => state === null || writableStates.includes(state));
  const lines = sent.map(lineOf).sort((a, b) => size(b) - size(a));
  const keys = new Set(sent.map(keyOf));
  const findings = findingsIn(form)
    .filter((finding) => keys.has(keyOf(finding)))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const entries = Object.fromEntries(figures.map((figure) => [keyOf(figure), figure.entry]));
  const absent = (absence: string) =>
    lines.filter(({ reading }) => reading.kind === 'absent' && reading.absence === absence).length;
  return {
    figures,
    lines,
    counts: {
      numbers: lines.filter(({ reading }) => reading.kind === 'number').length,
      notReported: absent('notReported'),
      notApplicable: absent('notApplicable'),
      blank: absent('blank'),
    },
    jumps: lines.filter((line) => size(line) > large).length,
    firsts: lines.filter(({ figure, reading }) => reading.kind === 'number' && figure.previous === null).length,
    findings,
    silent: unexplained(findings, entries),
  };
}

function lineOf(figure: FormFigure): SummaryLine {
  const reading = readFigure(figure.entry.typed, figure.indicator);
  const change =
    reading.kind === 'number' && figure.previous !== null
      ? growthOf(figure.indicator.measure, reading.value, figure.previous)
      : null;
  return { figure, reading, change };
}

/** How large a change is, in percent or in percentage points; what has no percentage counts as none. */
function size({ change }: SummaryLine): number {
  return change?.kind === 'percent' || change?.kind === 'points' ? Math.abs(Number(change.change)) : 0;
}
