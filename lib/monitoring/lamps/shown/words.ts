import type { Name, Named } from '@/lib/i18n/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampColour, LampRules, StoredFacts } from '@/lib/monitoring/lamps/words';
import type { Forecast, Progress, YearCurve } from '@/lib/monitoring/progress/words';

/** A month of a year, as lamps are lit in it. */
export type LampMonth = { readonly year: number; readonly month: number };

/** A stored version of a lamp, with the rules by which it was judged. */
export type ShownLamp = {
  readonly unit: string;
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
  readonly version: number;
  readonly colour: LampColour | null;
  readonly judged: LampColour | null;
  readonly redInRow: number;
  readonly redInYear: number;
  readonly facts: StoredFacts;
  readonly rules: LampRules;
  readonly ruleSet: { readonly code: string; readonly number: number; readonly nameZh: string };
  readonly setBy: string | null;
  readonly setReason: string;
  readonly toldAt: string | null;
  /** Whether a later version of one that was told says something else. */
  readonly isRevised: boolean;
};

/** What the table of a month is narrowed to. */
export type LampChoice = LampMonth & {
  readonly group: string;
  readonly only: '' | LampColour;
};

export type LampCounts = Readonly<Record<LampColour | 'unlit', number>>;

/** A target of the year without a lamp in the month. */
export type UnlitTarget = { readonly unit: string; readonly indicator: string };

/** The lamps of a sequence in a month, a page of its units. */
export type LampTable = {
  readonly units: readonly Named[];
  readonly total: number;
  readonly indicators: readonly LampIndicator[];
  readonly lamps: readonly ShownLamp[];
  readonly unlit: readonly UnlitTarget[];
  readonly counts: LampCounts;
  /** The lamps of all units, the worst first, as far as they are listed. */
  readonly listed: readonly (ShownLamp & { readonly unitName: Named })[];
  readonly listedOf: number;
};

/** A month of the course of a year. */
export type CourseMonth = {
  readonly month: number;
  readonly actual: number | null;
  readonly progress: Progress | null;
  /** The lamp as it counts: as told, or else as it is now. */
  readonly lamp: ShownLamp | null;
  /** Every version that was stored, the oldest first. */
  readonly versions: readonly ShownLamp[];
};

/** An indicator of a unit through a year. */
export type LampCourse = {
  readonly unit: Named;
  readonly indicator: LampIndicator;
  /** Who answers for the indicator; empty for nobody. */
  readonly owner: Name;
  readonly adds: boolean;
  readonly year: number;
  readonly years: readonly number[];
  readonly target: string | null;
  readonly curve: YearCurve | null;
  readonly months: readonly CourseMonth[];
  readonly forecast: Forecast | null;
};

/** The most lamps that are listed with their reasons below the table. */
export const mostListed = 100;
/** The most lamps of a file. */
export const mostInFile = 20_000;
