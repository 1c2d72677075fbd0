import { parsePeriod, previousPeriod } from '@/lib/catalogue/periods/period';
import type { Qualifier } from '@/lib/observations/words';
import { comparedKey, keyOf } from '@/lib/reporting/figure-key';
import type { PastFigure } from '@/lib/reporting/rules/dry-run/words';
import { findingsIn, isAtBearer } from '@/lib/reporting/rules/find';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckedIndicator, CheckFinding, KnownValues, PeerSpread } from '@/lib/reporting/words';
import { roundHalfUp } from '@/lib/statistics/numbers';

type Past = {
  readonly figures: readonly PastFigure[];
  readonly indicators: ReadonlyMap<string, CheckedIndicator>;
  /** The units of each group of peers. */
  readonly groups: readonly (readonly string[])[];
  /** What stands in place of earlier figures where units merged or split since, by unit and `comparedKey`. */
  readonly bases: ReadonlyMap<string, KnownValues>;
};

const words: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: '约',
  at_least: '超',
  at_most: '不超过',
  expected: '预计',
};
const fewestPeers = 5;

/** The findings of a rule in past figures, treated as if each had been typed as printed. */
export function tryRule(rule: CheckRule, past: Past): { tried: number; found: [PastFigure, CheckFinding][] } {
  const named = namedIndicators(rule);
  const byUnit = new Map<string, PastFigure[]>();
  for (const figure of past.figures) {
    const held = byUnit.get(figure.unitCode);
    if (held) held.push(figure);
    else byUnit.set(figure.unitCode, [figure]);
  }
  const spreadOf = rule.kind === 'peerOutlier' ? spreads(past) : () => null;
  let tried = 0;
  const found: [PastFigure, CheckFinding][] = [];
  for (const [unit, figures] of byUnit) {
    const exact = figures.filter(({ qualifier }) => qualifier === 'exact');
    const own = Object.fromEntries(exact.map((figure) => [keyOf(figure), figure.value]));
    const known: KnownValues = { ...own, ...past.bases.get(unit) };
    const asked = figures.filter(
      ({ isTried, indicatorCode }) => isTried && (!named.length || named.includes(indicatorCode)),
    );
    const checked = asked.flatMap((figure) => {
      const indicator = past.indicators.get(figure.indicatorCode);
      if (!indicator) return [];
      const typed = `${words[figure.qualifier]}${roundHalfUp(figure.value, figure.decimals)}`;
      const entry = { typed, typedYoy: figure.reportedYoy ?? '', note: '', sourceText: '', explanation: '' };
      return [{ ...figure, indicator, isRequired: false, entry, peers: spreadOf(figure) }];
    });
    const figureOf = new Map(checked.map((figure) => [keyOf(figure), figure]));
    tried += checked.length;
    for (const finding of findingsIn({ figures: checked, known, rules: [rule] })) {
      const figure = figureOf.get(keyOf(finding));
      if (figure && finding.rule !== null && isAtBearer(finding)) found.push([figure, finding]);
    }
  }
  return { tried, found };
}

/**
 * Returns a function for the spread of the peers' changes from the period before, without those that merged or split
 * since; null when there are too few peers.
 */
function spreads({ figures, indicators, groups, bases }: Past): (figure: PastFigure) => PeerSpread | null {
  const key = (unit: string, figure: { indicatorCode: string; periodCode: string }) => `${unit} ${keyOf(figure)}`;
  const values = new Map(
    figures.filter(({ qualifier }) => qualifier === 'exact').map((one) => [key(one.unitCode, one), Number(one.value)]),
  );
  const changeOf = (unit: string, { indicatorCode, periodCode }: PastFigure): number | null => {
    const period = parsePeriod(periodCode);
    const before = period && previousPeriod(period);
    const now = values.get(key(unit, { indicatorCode, periodCode }));
    const then = before ? values.get(key(unit, { indicatorCode, periodCode: before })) : undefined;
    const isOther = before && bases.get(unit)?.[comparedKey(indicatorCode, before, periodCode)] !== undefined;
    if (now === undefined || then === undefined || isOther) return null;
    if (indicators.get(indicatorCode)?.measure === 'rate') return now - then;
    return then > 0 ? (now / then - 1) * 100 : null;
  };
  return (figure) => {
    const peers = new Set(groups.filter((group) => group.includes(figure.unitCode)).flat());
    peers.delete(figure.unitCode);
    const changes = [...peers].map((unit) => changeOf(unit, figure)).filter((change) => change !== null);
    if (changes.length < fewestPeers) return null;
    const median = medianOf(changes);
    return { median, deviation: medianOf(changes.map((change) => Math.abs(change - median))), count: changes.length };
  };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}
