import type { PeriodKind } from '@/lib/catalogue/periods/words';
import type { Direction, Measure, SuccessionKind, UnitKind } from '@/lib/catalogue/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { Citation, FigureView, PublishedRankView } from '@/lib/observations/words';
import type { Growth } from '@/lib/statistics/words';

/** The benchmark of rank matching: all other places are compared with the place by this indicator. */
export const benchmarkCode = 'GDP';

/** The lead indicators of a portrait, in this order. */
export const leadIndicators = [
  'GDP',
  'IND_OUT',
  'IND_SALES',
  'GDP_PC',
  'ENT_CUM',
  'TRADE',
  'INC',
  'PORT',
  'TEU',
  'REG_ENT',
  'RETAIL',
  'FISCAL',
  'INC_U',
  'POP',
] as const;

/** A unit in the tree, with the number of its figures and their last period. */
export type UnitLine = Named & {
  readonly parentCode: string | null;
  readonly parent: Name | null;
  readonly kind: UnitKind;
  readonly validTo: string | null;
  readonly figures: number;
  /** The last dated period; null without figures or with undated ones only. */
  readonly latest: string | null;
};

/** Units of the list: a tree of all of them, or a page. */
export type UnitPage = {
  readonly units: readonly UnitLine[];
  /** The number of units on all pages. */
  readonly total: number;
  readonly page: number;
  readonly isTree: boolean;
  /** The kinds that occur among all units. */
  readonly kinds: readonly UnitKind[];
};

export type Succession = {
  readonly predecessor: Named;
  readonly successor: Named;
  readonly kind: SuccessionKind;
  readonly happenedOn: string;
  readonly noteZh: string;
  readonly noteEn: string;
};

/** A name and a parent that a unit had until a day. */
export type FormerUnit = Name & { readonly validTo: string; readonly parent: Named | null };

export type UnitHead = Named & {
  readonly kind: UnitKind;
  readonly gbCode: string | null;
  readonly isDemonstration: boolean;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly parent: Named | null;
  readonly groups: readonly Named[];
  readonly successions: readonly Succession[];
  readonly former: readonly FormerUnit[];
};

export type MeasuredIndicator = Named & {
  readonly topicCode: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly measure: Measure;
  readonly direction: Direction;
  /** For a published growth rate: the indicator whose growth it states. */
  readonly growthOf: string | null;
  /** The days from which a changed definition (口径) holds, oldest first. */
  readonly redefined: readonly string[];
};

/** An indicator with figures of a unit, their number, and the indicator whose growth it states. */
export type UnitIndicator = { readonly code: string; readonly growthOf: string | null; readonly figures: number };

/** A figure of the unit with its indicator and period. `isWeak`: from an unverified document. */
export type UnitFigure = {
  readonly indicator: MeasuredIndicator;
  readonly periodKind: PeriodKind;
  readonly isWeak: boolean;
  readonly figure: FigureView;
};

/** The unit's place among the peers that have a figure for the same indicator and period. */
export type UnitPlace = {
  readonly indicatorCode: string;
  readonly periodCode: string;
  readonly place: number;
  /** The number of ranked units, and of all members. */
  readonly of: number;
  readonly members: number;
  readonly isTied: boolean;
  readonly isWeak: boolean;
};

/** 同比 as a source states it, with its citation. */
export type StatedGrowth = { readonly change: string; readonly citation: Citation; readonly stated: FigureView };

/** One period of an indicator: the figure with growth, place and ranks. */
export type PeriodLine = {
  readonly figure: FigureView;
  readonly reported: StatedGrowth | null;
  /** Only where no source states one, between two exact figures a year apart. */
  readonly computed: Growth | null;
  /** Among at least half of the group. */
  readonly place: UnitPlace | null;
};

/** One indicator of a unit. */
export type IndicatorFigures = {
  readonly indicator: MeasuredIndicator;
  /** Newest first. */
  readonly periods: readonly PeriodLine[];
  /** The ranks that sources state, including periods without a figure; newest first. */
  readonly ranks: readonly PublishedRankView[];
  /** The dated figures of the most frequent kind of period, oldest first, for a line over time. */
  readonly course: readonly UnitFigure[];
  /** The unit's standing: its place in the last verified period in which half of the group is ranked. */
  readonly standing: UnitPlace | null;
  /** Whether this growth rate is already shown as the 同比 of its base in every period. */
  readonly isBeside: boolean;
};

export type TopicFigures = { readonly topic: Named; readonly indicators: readonly IndicatorFigures[] };
