import type { AccountRole } from '@/lib/access/words';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { Named } from '@/lib/i18n/words';
import type { Citation, FigureView, PrintedFigure, PublishedRankView, Qualifier } from '@/lib/observations/words';
import type { Growth } from '@/lib/statistics/words';

export type PeerUnit = Named & {
  readonly parentCode: string | null;
  readonly sortOrder: number;
  /** The last day of a unit that ended. */
  readonly validTo?: string | null;
};

/** A figure without its citation, for the course over periods. */
export type CoursePoint = PrintedFigure & Pick<FigureView, 'orgUnitCode' | 'periodCode'>;

/** The days on which units merged or split, oldest first, by unit. */
export type ReorganisedOn = ReadonlyMap<string, readonly string[]>;

/** The members of a group in periods, and when they merged or split. */
export type MembersThen = {
  readonly members: readonly { readonly periodCode: string; readonly unit: PeerUnit }[];
  readonly reorganised: ReorganisedOn;
};

/** Places in a period among the members of that time. */
export type PlacesThen = {
  readonly periodCode: string;
  readonly units: readonly { readonly unit: PeerUnit; readonly value: string | null }[];
};

export type UnitFigure = FigureView & { readonly unit: PeerUnit };

/** 同比 as a source states it; `points` are percentage points. */
export type ReportedGrowth = {
  readonly change: string;
  readonly points: boolean;
  readonly qualifier: Qualifier;
  readonly citation: Citation;
  /** The key of the figure's line on the page of its source. */
  readonly stated: Pick<FigureView, 'indicatorCode' | 'periodCode' | 'orgUnitCode'>;
};

/** A unit of the group in a ranking. Without a figure it has neither place nor growth, but still a line. */
export type RankedUnit = {
  readonly unit: PeerUnit;
  readonly figure: FigureView | null;
  readonly place: number | null;
  readonly tied: boolean;
  /** Places gained since the same period a year earlier, among the units that have both figures; null without. */
  readonly change: number | null;
  readonly publishedRanks: readonly PublishedRankView[];
  readonly reported: ReportedGrowth | null;
  readonly computed: Growth | null;
  /** Percent of `Ranking.whole`. */
  readonly share: string | null;
  /** One point for each of `Ranking.periods`; all null for a unit whose course was not read. */
  readonly course: readonly (CoursePoint | null)[];
};

/** The whole that shares refer to: all units of the group together, or the unit that contains them all. */
export type Whole =
  | { readonly kind: 'group'; readonly value: string; readonly decimals: number }
  | { readonly kind: 'unit'; readonly unit: PeerUnit; readonly figure: FigureView };

export type Ranking = {
  readonly indicator: IndicatorView;
  readonly periodCode: string;
  readonly peerGroupCode: string;
  /** Ranked units by place, then units without a figure, each in the official order. */
  readonly rows: readonly RankedUnit[];
  /** The number of units with a figure. */
  readonly reported: number;
  /** Whether places are given: the indicator has a direction and two units or more have figures. */
  readonly isRanked: boolean;
  /** The number of units among which the change of place is counted; null without a change. */
  readonly compared: number | null;
  readonly whole: Whole | null;
  /** The periods of the same kind around this one with figures of the group, oldest first. */
  readonly periods: readonly string[];
  /** The members and figures of the time in each of the periods, and when members merged or split. */
  readonly ofTheTime: { readonly periods: readonly PlacesThen[]; readonly reorganised: ReorganisedOn };
  /** Whether the courses of all units were read; of a large group they are read for the units that a page draws. */
  readonly hasCourses: boolean;
  /** Figures of units outside the group in the same period. */
  readonly outside: readonly UnitFigure[];
  /** Cited figures whose source names no year: shown, never ranked. */
  readonly undated: readonly UnitFigure[];
};

/** A past or present value of a figure. */
export type Revision = FigureView & {
  readonly unit: PeerUnit;
  readonly revision: number;
  /** Whether this is the value that pages show. */
  readonly isCurrent: boolean;
  /** Whether it withdraws the figure. */
  readonly isWithdrawal: boolean;
  readonly reason: string;
  /** The role of the person who recorded it; null for the product itself. The figure's own page names the person. */
  readonly recordedRole: AccountRole | null;
  readonly recordedAt: Date;
};
