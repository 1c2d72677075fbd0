import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import type { LampRules } from '@/lib/monitoring/lamps/words';
import type { RuleSetDraft } from './rule-set-form';

export type StartingSet = keyof typeof startingRules;
export const startingSets = Object.keys(startingRules) as StartingSet[];

/** A draft to begin from: one of the ready sets, or an empty one. */
export function startingDraft(
  start: StartingSet | undefined,
  { group, year, name }: { readonly group: string; readonly year: number; readonly name: string },
): RuleSetDraft {
  const rules: LampRules = start ? startingRules[start] : [];
  return { nameZh: start ? name : '', group, firstMonth: `${year}-01`, indicators: [], byEarlierYears: false, rules };
}
