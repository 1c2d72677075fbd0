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

/** Entries of the ledger that take points, their points added as decimal text. */
export type TakenPoints = { readonly entries: number; readonly points: string };

/** What the ledger takes from a unit, each entry in points of its own part of the scheme. */
export type Deduction = {
  readonly scheme: Named;
  readonly unit: Named;
  readonly confirmed: TakenPoints;
  /** 预扣: by entries that are not confirmed yet; null for who sees only confirmed ones of the unit. */
  readonly provisional: TakenPoints | null;
};

/** What a report tells of the score of the year; a report from before it was told has none. */
export type YearSoFar = { readonly standings: readonly Standing[]; readonly deductions: readonly Deduction[] };

/** The lamps of a unit by colour. */
export type UnitLamps = Named & { readonly red: number; readonly yellow: number; readonly green: number };

/** The lamps of a body that answers for indicators. */
export type BodyLamps = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
};
