import type { Name } from '@/lib/i18n/words';

/** A section of the overview: the figures of a unit, as cards by topic, or as a list of named indicators. */
export type OverviewSection = {
  /** The unit whose name heads the section, and others whose figures stand beside its own, as the port of a city. */
  readonly unitCode: string;
  readonly alsoUnits: readonly string[];
  /** Rows of cards, each with its topics side by side; empty for a list. */
  readonly topicRows: readonly (readonly string[])[];
  /** The indicators of a list, in this order. */
  readonly indicatorCodes: readonly string[];
  /** The sequence in which the unit is placed; null for no places. */
  readonly peerGroupCode: string | null;
};

/** A chart of the overview: the ranking of a sequence, or the years of a unit. */
export type OverviewChart =
  | {
      readonly kind: 'ranking';
      readonly indicatorCode: string;
      readonly peerGroupCode: string;
      /** The period that is ranked; null for the latest in which at least half of the members have figures. */
      readonly periodCode: string | null;
    }
  | { readonly kind: 'years'; readonly indicatorCode: string; readonly unitCode: string };

/** A comparison that is offered by name; the page of comparisons opens with the first. */
export type Comparison = Name & {
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
};

/** What the office sets about its place, besides the name. */
export type PlaceSettings = {
  /** The units of the office's own place, the focal one first: charts mark them, and their figures come first. */
  readonly homeUnits: readonly string[];
  readonly sections: readonly OverviewSection[];
  readonly charts: readonly OverviewChart[];
  /** Indicators whose figure stands as a line under another's card: 3,919 家, in 25 fields. */
  readonly companions: Readonly<Record<string, string>>;
  readonly comparisons: readonly Comparison[];
};

export type Place = Name & { readonly settings: PlaceSettings; readonly version: number };

/** A place of which nothing is set yet. */
export const noPlace: Place = {
  nameZh: '',
  nameEn: '',
  settings: { homeUnits: [], sections: [], charts: [], companions: {}, comparisons: [] },
  version: 0,
};

/** The rows of the table: what pages show, and what the office prepares. */
export const placeRows = { shown: 'place', draft: 'draft' } as const;

/** The most sections, charts, comparisons and lines of a list that a place may have. */
export const mostOfPlace = { sections: 6, charts: 12, comparisons: 12, lines: 40 } as const;

/** The steps from an empty installation to a published scheme. */
export const firstSteps = ['units', 'indicators', 'sequence', 'place', 'figures', 'scheme'] as const;
export type FirstStep = (typeof firstSteps)[number];
