import type { Incomparable } from '@/lib/statistics/words';

/** A merger into a unit, or a split that it came out of or gave a part to. */
export type Reorganisation = {
  readonly unit: string;
  readonly happenedOn: string;
  readonly isMerged: boolean;
  readonly addsUp: boolean;
  readonly predecessor: string;
  /** Whether the unit itself was there before. */
  readonly wasThere: boolean;
};

/** What stands in place of a unit's own earlier figure: the sum of the units that merged, or a word that there is none. */
export type OtherBase =
  | { readonly kind: 'sum'; readonly value: string; readonly units: readonly string[] }
  | { readonly kind: Incomparable; readonly value: null };
