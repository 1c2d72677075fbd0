import type { DefinitionView } from '@/lib/catalogue/indicators/words';
import type { Basis, Direction, Frequency, Measure } from '@/lib/catalogue/words';

/** The properties that say what a figure means: they stay as they are once there is one. */
export const fixedFields = ['unitZh', 'decimals', 'measure', 'basis', 'direction', 'growthOf'] as const;
export type FixedField = (typeof fixedFields)[number];

/** What uses an indicator, counted; all zero for one that may be deleted. */
export type Uses = {
  /** Figures of any kind: published, typed into returns, waiting, or cited ranks. */
  readonly figures: number;
  readonly targets: number;
  /** Rules of lamps that name it, and whether it has lamps. */
  readonly lamps: number;
  /** Its own formula, and formulas that read it. */
  readonly formulas: number;
  readonly collections: number;
  readonly calendars: number;
  readonly schemes: number;
  readonly rules: number;
  /** Indicators that state its growth or are replaced by it. */
  readonly indicators: number;
  /** Changes that wait for a second person, and sections of the overview. */
  readonly others: number;
};

/** An indicator as its form shows it. */
export type IndicatorToEdit = {
  readonly code: string;
  readonly topicCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly basis: Basis;
  readonly frequency: Frequency;
  readonly responsibleZh: string;
  readonly assistingZh: string;
  readonly contact: string;
  readonly aliases: readonly string[];
  readonly growthOf: string | null;
  readonly retiredOn: string | null;
  readonly replacedBy: string | null;
  readonly version: number;
  /** Newest first. */
  readonly definitions: readonly DefinitionView[];
  /** The number of its changes that wait for a second person. */
  readonly waiting: number;
  readonly uses: Uses;
  /** The number of active accounts that review for its responsible department. */
  readonly reviewers: number;
};

/** What forms offer to choose from. */
export type Offered = {
  readonly topics: readonly OfferedTopic[];
  readonly departments: readonly string[];
  readonly units: readonly string[];
};
export type OfferedTopic = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly depth: number;
};
