import type { RulesInForce } from './lamps-of-year';
import type { LampRules } from './words';

/** A set of rules that holds from a day on, for a sequence and some of its indicators, or all of them. */
export type HeldRules = RulesInForce & {
  readonly group: string;
  readonly indicators: readonly string[];
  readonly validFrom: string;
};

/**
 * The rules that hold for an indicator of a sequence in each month of a year: of those that began, one that names the
 * indicator before one for all, then the newest.
 */
export function rulesInYear(
  held: readonly HeldRules[],
  { group, indicator, year }: { group: string; indicator: string; year: number },
): (HeldRules | null)[] {
  const ours = held
    .filter((one) => one.group === group && (one.indicators.length === 0 || one.indicators.includes(indicator)))
    .sort(
      (a, b) =>
        Number(b.indicators.length > 0) - Number(a.indicators.length > 0) ||
        (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.number - a.number),
    );
  return Array.from({ length: 12 }, (_, at) => {
    const first = `${year}-${`${at + 1}`.padStart(2, '0')}-01`;
    return ours.find(({ validFrom }) => validFrom <= first) ?? null;
  });
}

/** Whether a rule looks at the other units of the sequence. */
export const looksAtPeers = (rules: LampRules): boolean =>
  rules.some((rule) => rule.kind === 'place' || (rule.kind === 'growth' && rule.asPeers));
