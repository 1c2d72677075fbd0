import { groupedBy } from '@/lib/grouped-by';
import type { RulesInForce } from './lamps-of-year';
import { firstDay, monthText } from './month-text';
import type { LampRules } from './words';

/** A set of rules that holds from a day on, for a sequence and some of its indicators, or all of them with a target. */
export type HeldRules = RulesInForce & {
  readonly group: string;
  readonly validFrom: string;
  /** The last day that it judges; null while it holds on. */
  readonly validTo: string | null;
};

/**
 * The rules that hold for an indicator of a sequence in each month of a year: of each set the newest number that began, if it
 * has not ended; of those one that names the indicator before one for all, then the newest.
 */
export function rulesInYear(
  held: readonly HeldRules[],
  { group, indicator, year }: { group: string; indicator: string; year: number },
): (HeldRules | null)[] {
  const ours = held.filter((one) => one.group === group).sort(newestFirst);
  const sets = [...groupedBy(ours, ({ code }) => code).values()];
  return Array.from({ length: 12 }, (_, at) => {
    const first = firstDay(monthText({ year, month: at + 1 }));
    const begun = sets.flatMap((numbers) => numbers.find(({ validFrom }) => validFrom <= first) ?? []);
    const inForce = begun.filter(
      ({ validTo, indicators }) =>
        (validTo === null || validTo >= first) && (indicators.length === 0 || indicators.includes(indicator)),
    );
    const [best = null] = inForce.sort(
      (a, b) => Number(b.indicators.length > 0) - Number(a.indicators.length > 0) || newestFirst(a, b),
    );
    return best;
  });
}

const newestFirst = (a: HeldRules, b: HeldRules) =>
  a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.number - a.number;

/** Whether a rule looks at the other units of the sequence. */
export const looksAtPeers = (rules: LampRules): boolean =>
  rules.some((rule) => rule.kind === 'place' || (rule.kind === 'growth' && rule.asPeers));
