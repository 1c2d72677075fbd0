import type { Direction, Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { LampColour, StoredFacts } from '@/lib/monitoring/lamps/words';

/** The months of the past on which rules are tried. */
export const triedMonths = 24;

export type ColourCounts = Readonly<Record<LampColour, number>>;

/** An indicator as a lamp is written with it. */
export type LampIndicator = Named & {
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly measure: Measure;
  readonly direction: Direction;
};

/** A lamp that the tried rules would have lit. */
export type TriedLamp = {
  readonly unit: Named;
  readonly indicator: LampIndicator;
  readonly year: number;
  readonly month: number;
  readonly colour: LampColour;
  readonly judged: LampColour;
  readonly redInRow: number;
  readonly redInYear: number;
  readonly facts: StoredFacts;
};

/** What rules would have said of the past. */
export type Trial = {
  readonly counts: ColourCounts;
  readonly months: readonly { readonly year: number; readonly month: number; readonly counts: ColourCounts }[];
  readonly lamps: readonly TriedLamp[];
};
