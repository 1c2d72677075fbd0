import type { Expression } from '@/lib/reporting/rules/expression';

/** The document that computed figures cite. */
export const derivedSource = 'DERIVED';

/** The formula of a derived indicator, as stored and as parsed. */
export type Formula = {
  readonly indicatorCode: string;
  readonly expression: string;
  /** The unit whose figure it is, where it adds up members of a sequence. */
  readonly orgUnitCode: string | null;
  readonly decimals: number;
  readonly parsed: Expression;
};

export const longestFormula = 500;
