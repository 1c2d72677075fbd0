import type { LampRuleState, LampRules } from '@/lib/monitoring/lamps/words';

/** A set of rules of lamps as the list and its page show it. */
export type LampRuleSet = {
  readonly code: string;
  readonly number: number;
  readonly nameZh: string;
  readonly group: string;
  readonly groupZh: string;
  readonly groupEn: string;
  /** None for every indicator that has a target. */
  readonly indicators: readonly string[];
  readonly byEarlierYears: boolean;
  readonly rules: LampRules;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: LampRuleState;
  readonly editedBy: string;
  readonly editor: string;
  readonly editedAt: Date;
  readonly adopter: string | null;
  readonly adoptedAt: Date | null;
  readonly ender: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string;
  readonly version: number;
};

/** The most indicators that a set names. */
export const mostNamed = 300;

/** The fields of a form in which a rule of each kind is typed; a tick is `on` or empty. */
export const ruleFields = {
  behindSchedule: ['yellowFrom', 'redAbove'],
  notStarted: ['yellowFrom', 'redFrom'],
  growth: ['asPlanned', 'asPeers'],
  place: ['yellowLast', 'redLast', 'yellowFall', 'redFall'],
} as const;

/** The fields of growth are ticks, all others numbers. */
export const tickedFields: readonly string[] = ['asPlanned', 'asPeers'];

/** The name of a field of a rule in a form. */
export const ruleField = (kind: string, field: string): string => `${kind}-${field}`;
