import type { Note } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** A ranked unit of one of several runs, with the number of units of its run, and of those with a rank. */
export type RankedRow = Named & {
  readonly run: string;
  readonly rank: number;
  readonly isTied: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly notes: readonly Note[];
  readonly previousRank: number | null;
  /** The total as published. */
  readonly shown: string | null;
  readonly ranked: number;
  readonly units: number;
};
