import type { ConsequenceLine } from '@/lib/monitoring/consequences/list/words';
import type { WrittenRule } from '@/lib/monitoring/consequences/rules/words';
import type { ConsequenceStep } from '@/lib/monitoring/consequences/words';

/** A step in the history as a page tells it. */
export type HistoryStep = {
  readonly kind: ConsequenceStep;
  /** The day on which it was done, and the number of its paper; empty for none. */
  readonly on: string;
  readonly paper: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** A consequence with everything that its page shows. */
export type ConsequenceView = ConsequenceLine & {
  readonly ruleNumber: number;
  readonly version: number;
  /** The rule as it was in the version that proposed it. */
  readonly says: WrittenRule;
  /** The published reports of the months of its lamps, the newest of each. */
  readonly reports: readonly { readonly id: string; readonly year: number; readonly month: number }[];
  /** Whether what met the rule was told or published anew, or changed, since. */
  readonly isReplaced: boolean;
  readonly history: readonly HistoryStep[];
};
