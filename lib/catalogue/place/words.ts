/** A section of the overview: the cards of some units, by topic in their order or by named indicators in their order. */
export type OverviewSection = {
  /** The unit whose name heads the section, and others whose figures stand beside its own, as the port of a city. */
  readonly unitCode: string;
  readonly alsoUnits: readonly string[];
  readonly topicCodes: readonly string[];
  readonly indicatorCodes: readonly string[];
  /** The sequence in which the unit is placed; null for no places. */
  readonly peerGroupCode: string | null;
};

/** A chart of the overview: the ranking of a sequence in a period, or the years of a unit. */
export type OverviewChart =
  | {
      readonly kind: 'ranking';
      readonly indicatorCode: string;
      readonly peerGroupCode: string;
      /** The period that is ranked; null for the latest in which at least half of the members have figures. */
      readonly periodCode: string | null;
    }
  | { readonly kind: 'years'; readonly indicatorCode: string; readonly unitCode: string };

/** What the office sets about its place, besides the name. */
export type PlaceSettings = {
  /** The units of the office's own place, the focal one first: marked in charts, and their figures come first. */
  readonly homeUnits: readonly string[];
  readonly sections: readonly OverviewSection[];
  readonly charts: readonly OverviewChart[];
};
