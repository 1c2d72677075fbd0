import { parsePeriod } from '@/lib/catalogue/periods/period';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/typed/read-figure';
import { type Expression, readExpression } from '@/lib/reporting/validation/expression';
import { namedIndicators } from '@/lib/reporting/validation/named-indicators';
import type { CheckRule } from '@/lib/reporting/validation/rule';
import {
  type CheckedFigure,
  type CheckFinding,
  type FigureEntry,
  type KnownValues,
  severities,
  shortestExplanation,
} from '@/lib/reporting/words';
import { type Found, isFor, ruleChecks, type Seen, type Surroundings } from './rule-checks';

const mandatory = (figure: CheckedFigure, key: string, details: Found['details'] = {}): CheckFinding => ({
  indicatorCode: figure.indicatorCode,
  periodCode: figure.periodCode,
  rule: null,
  severity: 'mandatory',
  key,
  details,
  message: null,
});

/** A figure as it was typed: what is wrong with it whatever the rules say, and what the rules look at. */
function seenOf(figure: CheckedFigure): { always: CheckFinding[]; seen: Seen | null } {
  const reading = readFigure(figure.entry.typed, figure.indicator);
  const growth = readGrowth(figure.entry.typedYoy);
  const always: CheckFinding[] = [];
  if (reading.kind === 'fault') always.push(mandatory(figure, 'unreadable', { fault: reading.fault }));
  if (growth.kind === 'fault') always.push(mandatory(figure, 'unreadableGrowth', { fault: growth.fault }));
  if (reading.kind === 'absent' && reading.absence === 'blank') {
    if (figure.isRequired) always.push(mandatory(figure, 'required'));
  } else if (reading.kind === 'absent' && figure.entry.note.trim() === '') {
    always.push(mandatory(figure, 'noteNeeded'));
  }
  const period = parsePeriod(figure.periodCode);
  if (reading.kind !== 'number' || !period) return { always, seen: null };
  return { always, seen: { figure, reading, period, reportedYoy: growth.kind === 'number' ? growth.value : null } };
}

function found(rule: CheckRule, seen: Seen, around: Surroundings): Found | null {
  // The table has a check of each kind for the parameters of that kind.
  const check = ruleChecks[rule.kind] as (seen: Seen, parameters: unknown, around: Surroundings) => Found | null;
  return check(seen, rule.parameters, around);
}

/**
 * What is wrong, odd or to be explained in the figures of one unit, figure by figure, the worst first. A figure that a
 * check compares with is looked up among the form's own, else in `known`, which holds exact figures alone; where one is
 * missing, nothing is found. Knows nothing but what it is given, so that a form and the server find the same.
 */
export function findingsIn({
  figures,
  known,
  rules,
}: {
  figures: readonly CheckedFigure[];
  known: KnownValues;
  rules: readonly CheckRule[];
}): CheckFinding[] {
  const all = figures.map((figure) => ({ figure, ...seenOf(figure) }));
  const own = new Map(
    all.map(({ figure, seen }) => [keyOf(figure), seen?.reading.qualifier === 'exact' ? seen.reading.value : null]),
  );
  const expressions = new Map<string, Expression | null>();
  const around: Surroundings = {
    valueOf(indicatorCode, periodCode) {
      if (periodCode === null) return null;
      const key = keyOf({ indicatorCode, periodCode });
      const written = own.get(key);
      return written === undefined ? (known[key] ?? null) : written;
    },
    isInForm: (indicatorCode, periodCode) => own.has(keyOf({ indicatorCode, periodCode })),
    parsed(text) {
      if (!expressions.has(text)) expressions.set(text, readExpression(text));
      return expressions.get(text) ?? null;
    },
  };
  const applied = rules.map((rule) => ({ rule, named: namedIndicators(rule) }));
  return all.flatMap(({ figure, always, seen }) => {
    const byRules = applied.flatMap(({ rule, named }): CheckFinding[] => {
      const one = seen && isFor(rule, named, seen, around) ? found(rule, seen, around) : null;
      if (!one) return [];
      const message = rule.messageZh ? { zh: rule.messageZh, en: rule.messageEn || rule.messageZh } : null;
      const { indicatorCode, periodCode } = figure;
      return [{ indicatorCode, periodCode, rule: rule.code, severity: rule.severity, ...one, message }];
    });
    return [...always, ...byRules].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  });
}

/** Whether a finding keeps a return from being submitted until the figure is mended. */
export function blocks(finding: CheckFinding): boolean {
  return finding.severity === 'mandatory';
}

/** Whether a finding wants an explanation before the return is submitted. */
export function mustExplain(finding: CheckFinding): boolean {
  return finding.severity === 'quasiMandatory' || finding.severity === 'query';
}

/** Whether an explanation is long enough to be one; a character is a character in any script. */
export function isExplanation(text: string): boolean {
  return [...text.trim()].length >= shortestExplanation;
}

/** The findings that want an explanation and have none; `entries` by `keyOf`. */
export function unexplained(
  findings: readonly CheckFinding[],
  entries: Readonly<Record<string, Pick<FigureEntry, 'explanation'>>>,
): CheckFinding[] {
  return findings.filter((one) => mustExplain(one) && !isExplanation(entries[keyOf(one)]?.explanation ?? ''));
}

/** The place of the worst severity among the severities; 9 when nothing was found. */
export function worstOf(findings: readonly CheckFinding[]): number {
  return findings.length === 0 ? 9 : Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));
}
