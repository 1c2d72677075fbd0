import type { Named } from '@/lib/i18n/words';

/** A unit's place in a published ranking; without a rank for one that is apart or has none. */
export type StandingRow = {
  readonly unit: Named;
  /** As it was published, rounded. */
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
};

/** The ranks so far: the newest ranking of a scheme that was published within the year. */
export type Standing = {
  readonly run: string;
  readonly scheme: Named;
  readonly periodCode: string;
  readonly ranked: number;
  readonly rows: readonly StandingRow[];
};

/** The entries of the ledger that take points from a unit, each in points of its own part of the scheme. */
export type Deduction = {
  readonly scheme: Named;
  readonly unit: Named;
  readonly entries: number;
  /** Of confirmed entries, as decimal text. */
  readonly confirmed: string;
  /** 预扣: of entries that are not confirmed yet. */
  readonly provisional: string;
};

/** What a report tells of the score of the year; a report from before it was told has none. */
export type YearSoFar = { readonly standings: readonly Standing[]; readonly deductions: readonly Deduction[] };

/** The lamps of a body that answers for indicators. */
export type BodyLamps = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
};
