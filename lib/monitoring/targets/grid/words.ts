import type { OtherBase } from '@/lib/catalogue/comparing/words';
import type { Named } from '@/lib/i18n/words';
import type { TargetState } from '@/lib/monitoring/targets/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** What a grid of targets is about: a year, and a sequence or single units, and indicators. */
export type GridChoice = {
  readonly year: number;
  readonly group: string;
  readonly units: readonly string[];
  readonly indicators: readonly string[];
};

export type GridIndicator = CheckedIndicator;

/**
 * A target of the grid in few letters, since a page has thousands: `b` and `s` its base and stretch target, `v` the
 * version of its draft, `k` its state, `c` the figures of the years before, last year's first, and `o` what
 * stands in their place where they are not comparable with the year after.
 */
export type GridCell = {
  readonly b: string;
  readonly s: string;
  readonly v: number;
  readonly k: TargetState;
  readonly c: readonly (string | null)[];
  readonly o: readonly (OtherBase | null)[];
};

/** A grid with a row for each unit and a cell in it for each indicator, both in their official order. */
export type TargetGrid = {
  readonly year: number;
  readonly group: Named | null;
  readonly indicators: readonly GridIndicator[];
  readonly rows: readonly { readonly unit: Named; readonly cells: readonly GridCell[] }[];
  /** The units and indicators that were asked for and do not fit. */
  readonly left: { readonly units: number; readonly indicators: number };
};

/** The years before the target's that the grid has figures of. */
export const courseYears = 6;

/** Units and indicators by name, to choose a grid from. */
export type GridChoices = {
  readonly groups: readonly (Named & { readonly members: number })[];
  readonly units: readonly (Named & { readonly initials: string })[];
  readonly topics: readonly (Named & { readonly indicators: readonly (Named & { readonly initials: string })[] })[];
  /** The indicators with a target or a draft in the year, by the sequences of their units. */
  readonly usual: readonly { readonly indicator: string; readonly group: string }[];
};

/**
 * The yearly figures of a unit before a target's year, the last year first; and beside each what stands in its place in a
 * comparison with the year after it, where units merged or split or another definition began.
 */
export type YearlyCourse = {
  readonly values: readonly (string | null)[];
  readonly others: readonly (OtherBase | null)[];
};
