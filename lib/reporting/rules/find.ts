import { parsePeriod } from '@/lib/catalogue/periods/period';
import { comparedKey, keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { countFault } from '@/lib/reporting/rules/counts';
import { type Expression, readExpression } from '@/lib/reporting/rules/expression';
import { type KnownRange, knownRange } from '@/lib/reporting/rules/known-range';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import {
  type CheckedFigure,
  type CheckFinding,
  type FigureEntry,
  type FigureKey,
  type KnownValues,
  severities,
  shortestExplanation,
} from '@/lib/reporting/words';
import { type Found, isCertain, isFor, ruleChecks, type Seen, type Surroundings } from './rule-checks';

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
  const { entry, inForce } = figure;
  const reading = readFigure(inForce ? inForce.value : entry.typed, figure.indicator);
  const growth = readGrowth(inForce ? (inForce.yoy ?? '') : entry.typedYoy, figure.indicator);
  const always: CheckFinding[] = [];
  if (reading.kind === 'fault') always.push(mandatory(figure, 'unreadable', { fault: reading.fault }));
  if (growth.kind === 'fault') always.push(mandatory(figure, 'unreadableGrowth', { fault: growth.fault }));
  if (reading.kind === 'absent' && reading.absence === 'blank') {
    if (figure.isRequired) always.push(mandatory(figure, 'required'));
  } else if (reading.kind === 'absent' && figure.entry.note.trim() === '') {
    always.push(mandatory(figure, 'noteNeeded'));
  }
  const count = reading.kind === 'number' ? countFault(reading.value, figure.indicator) : null;
  if (count) always.push(mandatory(figure, count));
  const period = parsePeriod(figure.periodCode);
  if (reading.kind !== 'number' || !period) return { always, seen: null };
  return { always, seen: { figure, reading, period, reportedYoy: growth.kind === 'number' ? growth.value : null } };
}

/**
 * The surroundings of a figure, with the ranges of the form's own bounds by `keyOf`, and what stands in place of an earlier
 * figure for one of a later period; undefined where its own stands.
 */
type Around = Surroundings & {
  readonly rangeOf: (key: string) => KnownRange | null;
  readonly otherBase: (indicatorCode: string, earlier: string, later: string) => string | null | undefined;
};

/** Checks that look at the text of a figure, or judge its side themselves. */
const byValueAlone: ReadonlySet<CheckRule['kind']> = new Set(['decimals', 'unitSlip']);

/** The most bounds in one comparison whose ends are tried. */
const mostBounds = 4;

/**
 * Whether a finding holds wherever within their ranges the bounds lie: at all ends, on the same side. A comparison of which one
 * side is not known is not proven.
 */
function isProven(
  found: Found,
  ranges: readonly (readonly [key: string, range: KnownRange])[],
  at: (ends: ReadonlyMap<string, string>) => Found | null,
): boolean {
  if (ranges.length === 0) return true;
  if (ranges.length > mostBounds || found.key === 'formula') return false;
  return Array.from({ length: 2 ** ranges.length }, (_, corner) => corner).every((corner) => {
    const there = at(new Map(ranges.map(([key, { low, high }], bit) => [key, (corner >> bit) & 1 ? high : low])));
    return there !== null && there.key === found.key && there.side === found.side;
  });
}

/**
 * The finding of a rule in a figure, once for each figure of the form that it compares: whichever of them is sent or
 * reviewed, the finding is seen there.
 */
function findingsOf(rule: CheckRule, seen: Seen, around: Around, approved: ReadonlySet<string>): CheckFinding[] {
  const { indicatorCode, periodCode, indicator } = seen.figure;
  const compared = new Map<string, FigureKey>([[keyOf(seen.figure), { indicatorCode, periodCode }]]);
  const otherBase = (code: string, at: string | null) =>
    at === null ? undefined : around.otherBase(code, at, periodCode);
  const watched: Surroundings = {
    ...around,
    valueOf(code, at) {
      const other = otherBase(code, at);
      if (other !== undefined) return other;
      const value = around.valueOf(code, at);
      if (value !== null && at !== null && around.isInForm(code, at)) {
        const key = { indicatorCode: code, periodCode: at };
        compared.set(keyOf(key), key);
      }
      return value;
    },
  };
  // The table has a check for the parameters of each kind.
  const check = ruleChecks[rule.kind] as (seen: Seen, parameters: unknown, around: Surroundings) => Found | null;
  const found = check(seen, rule.parameters, watched);
  if (!found) return [];
  const ranges = [...compared.keys()].flatMap((key) => {
    const range = around.rangeOf(key);
    return range ? [[key, range] as const] : [];
  });
  const at = (ends: ReadonlyMap<string, string>) =>
    check(
      { ...seen, reading: { ...seen.reading, value: ends.get(keyOf(seen.figure)) ?? seen.reading.value } },
      rule.parameters,
      {
        ...around,
        valueOf(code, period) {
          const other = otherBase(code, period);
          if (other !== undefined) return other;
          const end = period === null ? undefined : ends.get(keyOf({ indicatorCode: code, periodCode: period }));
          return end ?? around.valueOf(code, period);
        },
      },
    );
  if (!byValueAlone.has(rule.kind) && !isProven(found, ranges, at)) return [];
  const message = rule.messageZh ? { zh: rule.messageZh, en: rule.messageEn || rule.messageZh } : null;
  const concerns = [...compared.values()];
  const bearer = { bearerZh: indicator.nameZh, bearerEn: indicator.nameEn, bearerPeriod: periodCode };
  return concerns.map((key, at) => ({
    ...key,
    rule: rule.code,
    severity: rule.severity,
    key: found.key,
    details: at === 0 ? found.details : { ...found.details, ...bearer },
    ...(concerns.length > 1 && { concerns }),
    ...(concerns.some((one) => approved.has(keyOf(one))) && { isOfApproved: true as const }),
    message,
  }));
}

/**
 * Faults, oddities and figures to be explained in the return of one unit, figure by figure, the worst first; a finding
 * that compares several figures of the form is at each of them. A figure for comparison is looked up in the form, else
 * in `known`, which has exact figures alone; where one is missing, there is no finding. A pure function, so that a form
 * and the server get the same findings.
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
    all.map(({ figure, seen }) => [keyOf(figure), seen && isCertain(seen) ? seen.reading.value : null]),
  );
  const ranges = new Map(all.map(({ figure, seen }) => [keyOf(figure), seen && knownRange(seen.reading)]));
  const expressions = new Map<string, Expression | null>();
  const around: Around = {
    rangeOf: (key) => ranges.get(key) ?? null,
    otherBase: (indicatorCode, earlier, later) => known[comparedKey(indicatorCode, earlier, later)],
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
  const approved = new Set(figures.filter(({ inForce }) => inForce).map(keyOf));
  const applied = rules.map((rule) => ({ rule, named: namedIndicators(rule) }));
  const byRules = new Map<string, CheckFinding[]>(figures.map((figure) => [keyOf(figure), []]));
  for (const { seen } of all) {
    for (const { rule, named } of applied) {
      if (!seen || !isFor(rule, named, seen, around)) continue;
      for (const finding of findingsOf(rule, seen, around, approved)) byRules.get(keyOf(finding))?.push(finding);
    }
  }
  return all.flatMap(({ figure, always }) =>
    [...always, ...(byRules.get(keyOf(figure)) ?? [])].sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    ),
  );
}

/** The keys of all figures that a finding concerns. */
export function concernsOf(finding: CheckFinding): string[] {
  return (finding.concerns ?? [finding]).map(keyOf);
}

/** Whether the finding stands at the figure that bears it, and not at another one that it compares. */
export function isAtBearer(finding: CheckFinding): boolean {
  return concernsOf(finding)[0] === keyOf(finding);
}

/** Each finding once: of those at several figures the one at its bearer, else the first. */
export function distinctFindings(findings: readonly CheckFinding[]): CheckFinding[] {
  const found = new Map<string, CheckFinding>();
  for (const finding of findings) {
    const id = `${concernsOf(finding)[0]} ${finding.rule} ${finding.key}`;
    if (!found.has(id) || isAtBearer(finding)) found.set(id, finding);
  }
  return [...found.values()];
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

/**
 * Whether an explanation at a figure with these findings explains anything: it is sent and printed with a finding alone,
 * so that it does not outlive its cause. A note is sent in any case.
 */
export function holdsExplanation(findings: readonly CheckFinding[]): boolean {
  return findings.length > 0;
}

/** The explanations of the figures that may be explained now, by `keyOf`. */
type Explanations = Readonly<Record<string, Pick<FigureEntry, 'explanation'>>>;

/**
 * The key of the figure at which a finding is explained, its own before the others that it compares: an explanation at
 * one of them is enough. Undefined where there is none.
 */
export function explainedAt(finding: CheckFinding, entries: Explanations): string | undefined {
  return [keyOf(finding), ...concernsOf(finding)].find((key) => isExplanation(entries[key]?.explanation ?? ''));
}

/** The findings that need an explanation and have none, each once. */
export function unexplainedFindings(findings: readonly CheckFinding[], entries: Explanations): CheckFinding[] {
  return distinctFindings(findings).filter((one) => mustExplain(one) && explainedAt(one, entries) === undefined);
}

/** The index of the worst severity; 9 without findings. */
export function worstOf(findings: readonly CheckFinding[]): number {
  return findings.length === 0 ? 9 : Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));
}
