import { parsePeriod } from '@/lib/catalogue/periods/period';
import { keyOf } from '@/lib/reporting/figure-key';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { flows, partsOfYear } from '@/lib/reporting/rules/rule-checks';
import {
  type CheckedIndicator,
  type CheckFinding,
  type FigureKey,
  type FigureState,
  writableStates,
} from '@/lib/reporting/words';
import { concernsOf } from './find';

type Figure = FigureKey & {
  readonly indicator: Pick<CheckedIndicator, 'measure' | 'basis'>;
  readonly findings: readonly CheckFinding[];
};

/** The key of the notice at a figure one of whose partners is with the reporter. */
const partnerReturned = 'partnerReturned';

/** The keys of the figures that a rule compares when it looks at this one. */
function comparedBy(rule: CheckRule, { indicatorCode, periodCode, indicator }: Figure): string[] {
  if (rule.kind === 'cumulativeSum') {
    const period = parsePeriod(periodCode);
    const applies = rule.indicatorCodes === null || rule.indicatorCodes.includes(indicatorCode);
    if (!applies || !period || !flows(indicator) || (period.kind !== 'month' && period.kind !== 'yearToDate'))
      return [];
    const parts = Object.values(partsOfYear(period)).filter((code) => code !== null);
    return parts.map((code) => keyOf({ indicatorCode, periodCode: code }));
  }
  if (rule.kind !== 'sumOfParts' && rule.kind !== 'formula') return [];
  const named = namedIndicators(rule);
  return named.includes(indicatorCode) ? named.map((code) => keyOf({ indicatorCode: code, periodCode })) : [];
}

/**
 * By the key of each figure of a return, the others of the same return that must agree with it, in their order: month
 * and year to date, a whole and its parts, the sides of a formula, and those of a present finding. Who returns or reopens
 * one of them is offered the others, since a correction of one alone leaves them apart.
 */
export function partnersIn(
  figures: readonly Figure[],
  rules: readonly CheckRule[],
): ReadonlyMap<string, readonly string[]> {
  const partners = new Map(figures.map((figure) => [keyOf(figure), new Set<string>()]));
  const join = (group: readonly string[]) => {
    const present = group.filter((key) => partners.has(key));
    for (const one of present) for (const other of present) if (other !== one) partners.get(one)?.add(other);
  };
  for (const figure of figures) {
    for (const rule of rules) join(comparedBy(rule, figure));
    for (const finding of figure.findings) join(concernsOf(finding));
  }
  const keys = figures.map(keyOf);
  return new Map([...partners].map(([key, others]) => [key, keys.filter((other) => others.has(other))]));
}

/**
 * A notice at each figure in review for each partner that is back with the reporter: it is not without findings until the
 * partner has come again.
 */
export function partnerNotices(
  figures: readonly (Figure & { readonly indicator: CheckedIndicator; readonly state: FigureState | null })[],
  rules: readonly CheckRule[],
): CheckFinding[] {
  const partners = partnersIn(figures, rules);
  const back = new Map(
    figures.filter(({ state }) => state && writableStates.includes(state)).map((figure) => [keyOf(figure), figure]),
  );
  const inReview = figures.filter(({ state }) => state === 'submitted');
  return inReview.flatMap(({ indicatorCode, periodCode }) =>
    (partners.get(keyOf({ indicatorCode, periodCode })) ?? []).flatMap((key) => {
      const partner = back.get(key);
      if (!partner) return [];
      const { nameZh: bearerZh, nameEn: bearerEn } = partner.indicator;
      const bearer = { indicatorCode: partner.indicatorCode, periodCode: partner.periodCode };
      return {
        indicatorCode,
        periodCode,
        rule: null,
        severity: 'notice' as const,
        key: partnerReturned,
        details: { bearerZh, bearerEn, bearerPeriod: partner.periodCode },
        concerns: [bearer, { indicatorCode, periodCode }],
        message: null,
      };
    }),
  );
}

/** Whether a finding is the notice of a partner that is back with the reporter. */
export function isPartnerNotice({ key, rule }: CheckFinding): boolean {
  return rule === null && key === partnerReturned;
}
