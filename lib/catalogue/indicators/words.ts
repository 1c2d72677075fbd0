import type { PeriodKind } from '@/lib/catalogue/periods/words';
import type { Basis, Direction, Frequency, Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';

/** An indicator of the catalogue for pages. */
export type IndicatorView = {
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
  readonly growthOf: string | null;
  /** The days from which a definition (口径) of another scope holds, oldest first: figures across one do not compare. */
  readonly redefined: readonly string[];
};

/** An indicator in the list: `latest` is the newest dated period, `units` the number of units with a figure in it. */
export type IndicatorLine = IndicatorView & {
  readonly retiredOn: string | null;
  readonly latest: string | null;
  readonly units: number;
  readonly known: (FigureView & { readonly unit: Named }) | null;
};

/** A topic in the order of the tree: how many indicators it has, and how many were found in it and with those below it. */
export type TopicView = Named & {
  readonly depth: number;
  readonly all: number;
  readonly own: number;
  readonly found: number;
};

/** A page of the list of indicators, with all topics. */
export type IndicatorList = {
  readonly topics: readonly TopicView[];
  readonly indicators: readonly IndicatorLine[];
  readonly total: number;
  readonly page: number;
};

/** The number of units of a peer group with a figure in a period. */
export type Coverage = {
  readonly groupCode: string;
  readonly periodCode: string;
  readonly kind: PeriodKind;
  readonly sortKey: number;
  readonly units: number;
  /** Whether most figures of the period come from unverified documents. */
  readonly isWeak: boolean;
};

export type GroupView = Named & { readonly noteZh: string; readonly noteEn: string; readonly members: number };

export type DefinitionView = {
  readonly validFrom: string;
  readonly definitionZh: string;
  readonly definitionEn: string;
  readonly formulaZh: string;
  readonly formulaEn: string;
  /** Whether figures before its first day cannot be compared with those after it; nothing for the first of all. */
  readonly isBreak: boolean;
  /** Why it replaces the one before; empty for the first, and where none was stored. */
  readonly reason: string;
};

/** An indicator without its figures: its definitions and its coverage. */
export type IndicatorPage = {
  readonly indicator: IndicatorView & {
    readonly responsibleZh: string;
    readonly responsibleEn: string;
    readonly assistingZh: string;
    readonly assistingEn: string;
    /** Whom to ask; empty for a visitor. */
    readonly contact: string;
    readonly aliases: readonly string[];
    /** The last day on which it is asked for and assessed; null while it is in use. */
    readonly retiredOn: string | null;
  };
  /** The indicator that takes its place, and those whose place it took. */
  readonly replacedBy: Named | null;
  readonly replaces: readonly Named[];
  readonly topic: Named;
  /** The indicator that states this one's growth, and the one whose growth this one states. */
  readonly growth: Named | null;
  readonly base: Named | null;
  /** Newest first. */
  readonly definitions: readonly DefinitionView[];
  /** Newest period first; undated ones left out. */
  readonly coverage: readonly Coverage[];
  readonly groups: readonly GroupView[];
  /** Other indicators of the topic, some of a large one. */
  readonly related: readonly Named[];
};
