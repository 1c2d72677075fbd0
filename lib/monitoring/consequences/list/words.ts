import type { Named } from '@/lib/i18n/words';
import type { GradeName } from '@/lib/monitoring/consequences/rules/words';
import type { Basis, ConsequenceMeasure, ConsequenceState } from '@/lib/monitoring/consequences/words';

export type ConsequenceChoice = {
  readonly unit: string;
  readonly state: ConsequenceState | '';
  readonly measure: ConsequenceMeasure | '';
};

/** A consequence in a list. */
export type ConsequenceLine = {
  readonly id: string;
  readonly unit: Named;
  readonly measure: ConsequenceMeasure;
  readonly share: number | null;
  readonly state: ConsequenceState;
  /** The name of its rule. */
  readonly rule: Named;
  readonly met: string;
  readonly basis: Basis;
  /** The indicator or the scheme of its basis. */
  readonly about: Named | null;
  readonly grades: readonly GradeName[];
  readonly proposedAt: Date;
  readonly updatedAt: Date;
};

/** The most lines of a file. */
export const mostInFile = 5000;
