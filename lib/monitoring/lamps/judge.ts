import { isSame } from '@/lib/statistics/noise';
import {
  type JudgedLamp,
  type LampColour,
  type LampFacts,
  type LampReason,
  type LampRule,
  type LampRules,
  lampColours,
} from './words';

const reaches = (amount: number, line: number) => amount > line || isSame(amount, line);

const severity = (colour: LampColour) => lampColours.indexOf(colour);

/** The colour by one rule with the numbers that it looked at; null where they are not known. */
function byRule(rule: LampRule, facts: LampFacts): Omit<LampReason, 'rule'> | null {
  switch (rule.kind) {
    case 'behindSchedule': {
      if (facts.gapPoints === null) return null;
      const behind = -facts.gapPoints;
      const isRed = behind > rule.redAbove && !isSame(behind, rule.redAbove);
      const colour = isRed ? 'red' : reaches(behind, rule.yellowFrom) ? 'yellow' : 'green';
      return { colour, values: { behind } };
    }
    case 'growth': {
      const { growth, plannedGrowth, peersGrowth } = facts;
      if (growth === null) return null;
      const lines = [...(rule.asPlanned ? [plannedGrowth] : []), ...(rule.asPeers ? [peersGrowth] : [])];
      const known = lines.filter((line) => line !== null);
      // Without a line to compare with, only a fall is certain.
      if (growth >= 0 && known.length < lines.length) return null;
      const colour = growth < 0 ? 'red' : known.every((line) => reaches(growth, line)) ? 'green' : 'yellow';
      return {
        colour,
        values: {
          growth,
          ...(rule.asPlanned && plannedGrowth !== null && { plannedGrowth }),
          ...(rule.asPeers && peersGrowth !== null && { peersGrowth }),
        },
      };
    }
    case 'place': {
      const { place, of, placeChange } = facts;
      if (place === null) return null;
      const fallen = -(placeChange ?? 0);
      const isAt = (last: number, fall: number) => place > of - last || (fall > 0 && fallen >= fall);
      const colour = isAt(rule.redLast, rule.redFall)
        ? 'red'
        : isAt(rule.yellowLast, rule.yellowFall)
          ? 'yellow'
          : 'green';
      return { colour, values: { place, of, ...(placeChange !== null && { placeChange }) } };
    }
    case 'notStarted': {
      const { monthsLate } = facts;
      if (monthsLate === null) return null;
      const colour = monthsLate >= rule.redFrom ? 'red' : monthsLate >= rule.yellowFrom ? 'yellow' : 'green';
      return { colour, values: { monthsLate } };
    }
  }
}

/** What the rules say of a month: the worst colour, with every rule that gave it. Null where none of them can judge. */
export function judgeLamp(rules: LampRules, facts: LampFacts): JudgedLamp | null {
  const found = rules.flatMap((rule): LampReason[] => {
    const judged = byRule(rule, facts);
    return judged ? [{ rule: rule.kind, ...judged }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const colour = found.reduce<LampColour>(
    (worst, one) => (severity(one.colour) > severity(worst) ? one.colour : worst),
    first.colour,
  );
  return { colour, reasons: found.filter((one) => one.colour === colour) };
}
