import type { Named } from '@/lib/i18n/words';
import type { ConsequenceMeasure } from '@/lib/monitoring/consequences/words';

/** Whether a rule is drafted, holds, or was taken back. */
export const ruleStates = ['draft', 'held', 'ended'] as const;
export type RuleState = (typeof ruleStates)[number];

export const conditionKinds = ['redInRow', 'redInYear', 'lastPlaces', 'grades', 'overdue'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** When a rule is met; every number is itself included. An empty indicator stands for any one. */
export type RuleCondition =
  | { readonly kind: 'redInRow' | 'redInYear'; readonly indicator: string; readonly months: number }
  | {
      readonly kind: 'lastPlaces';
      readonly scheme: string;
      readonly places: number;
      readonly times: number;
      readonly of: number;
    }
  | {
      readonly kind: 'grades';
      readonly scheme: string;
      readonly grades: readonly string[];
      readonly times: number;
      readonly of: number;
    }
  | { readonly kind: 'overdue'; readonly days: number };

/** The share of outstanding ratings in percent: a base, what each grade adds to it, and what it never exceeds. */
export type Shares = {
  readonly base: number;
  readonly byGrade: Readonly<Record<string, number>>;
  readonly cap: number;
};

/** A rule as it is evaluated: from a day on, until another one. */
export type HeldRule = {
  readonly code: string;
  readonly number: number;
  readonly group: string;
  readonly condition: RuleCondition;
  readonly measure: ConsequenceMeasure;
  readonly shares: Shares | null;
  readonly from: string;
  /** The first day on which it holds no more; null for none. */
  readonly until: string | null;
};

/** A rule as the list and its page show it. */
export type ConsequenceRule = Omit<HeldRule, 'from' | 'until' | 'group'> & {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly group: Named;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: RuleState;
  readonly editedBy: string;
  readonly editor: string;
  readonly editedAt: Date;
  readonly adopter: string | null;
  readonly adoptedAt: Date | null;
  readonly ender: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string;
  readonly version: number;
  /** The names of the indicator or the scheme that the condition names; null for none. */
  readonly about: Named | null;
  /** The grades of its scheme, the best first. */
  readonly grades: readonly GradeName[];
};

/** A grade of a scheme. */
export type GradeName = { readonly key: string; readonly nameZh: string; readonly nameEn: string };

/** What is needed to write a rule in words. */
export type WrittenRule = Pick<ConsequenceRule, 'condition' | 'measure' | 'shares' | 'about' | 'grades'>;

/** The fields of a form in which a condition of each kind is typed. */
export const conditionFields = {
  redInRow: ['indicator', 'months'],
  redInYear: ['indicator', 'months'],
  lastPlaces: ['scheme', 'places', 'times', 'of'],
  grades: ['scheme', 'grades', 'times', 'of'],
  overdue: ['days'],
} as const satisfies Readonly<Record<ConditionKind, readonly string[]>>;

/** The most grades that a rule names. */
export const mostGrades = 12;
