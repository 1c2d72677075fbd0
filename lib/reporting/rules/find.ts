import { parsePeriod } from '@/lib/catalogue/periods/period';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { type Expression, readExpression } from '@/lib/reporting/rules/expression';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { CheckRule } from '@/lib/reporting/rules/rule';
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

/** Findings of a typed figure that do not depend on rules, and the values that rules look at. */
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

function findOne(rule: CheckRule, seen: Seen, around: Surroundings): Found | null {
  // The table has a check for the parameters of each kind.
  const check = ruleChecks[rule.kind] as (seen: Seen, parameters: unknown, around: Surroundings) => Found | null;
  return check(seen, rule.parameters, around);
}

/**
 * Faults, oddities and figures to be explained in the return of one unit, figure by figure, the worst first. A figure
 * for comparison is looked up in the form, else in `known`, which has exact figures alone; where one is missing, there
 * is no finding. A pure function, so that a form and the server get the same findings.
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
      const one = seen && isFor(rule, named, seen, around) ? findOne(rule, seen, around) : null;
      if (!one) return [];
      const message = rule.messageZh ? { zh: rule.messageZh, en: rule.messageEn || rule.messageZh } : null;
      const { indicatorCode, periodCode } = figure;
      return [{ indicatorCode, periodCode, rule: rule.code, severity: rule.severity, ...one, message }];
    });
    return [...always, ...byRules].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  });
}

/** Whether a finding blocks the submission of a return. */
export function blocks(finding: CheckFinding): boolean {
  return finding.severity === 'mandatory';
}

/** Whether a finding needs an explanation before the return is submitted. */
export function mustExplain(finding: CheckFinding): boolean {
  return finding.severity === 'quasiMandatory' || finding.severity === 'query';
}

/** Whether a text is long enough for an explanation; characters of all scripts count alike. */
export function isExplanation(text: string): boolean {
  return [...text.trim()].length >= shortestExplanation;
}

/** The findings that need an explanation and have none; `entries` by `keyOf`. */
export function unexplainedFindings(
  findings: readonly CheckFinding[],
  entries: Readonly<Record<string, Pick<FigureEntry, 'explanation'>>>,
): CheckFinding[] {
  return findings.filter((one) => mustExplain(one) && !isExplanation(entries[keyOf(one)]?.explanation ?? ''));
}

/** The index of the worst severity; 9 without findings. */
export function worstOf(findings: readonly CheckFinding[]): number {
  return findings.length === 0 ? 9 : Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));
}
