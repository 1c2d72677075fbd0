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
  /** The days from which a changed definition (口径) holds, oldest first: figures across one of them do not compare. */
  readonly redefined: readonly string[];
};

/** An indicator in the list: `latest` is the newest dated period, `units` the number of units with a figure in it. */
export type IndicatorLine = IndicatorView & {
  readonly initials: string;
  readonly responsibleZh: string;
  readonly responsibleEn: string;
  readonly latest: string | null;
  readonly units: number;
  readonly known: (FigureView & { readonly unit: Named }) | null;
};

export type TopicView = Named & { readonly indicators: readonly IndicatorLine[] };

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
};

/** An indicator without its figures: its definitions and its coverage. */
export type IndicatorPage = {
  readonly indicator: IndicatorView & { readonly responsibleZh: string; readonly responsibleEn: string };
  readonly topic: Named;
  /** The indicator that states this one's growth, and the one whose growth this one states. */
  readonly growth: Named | null;
  readonly base: Named | null;
  /** Newest first. */
  readonly definitions: readonly DefinitionView[];
  /** Newest period first; undated ones left out. */
  readonly coverage: readonly Coverage[];
  readonly groups: readonly GroupView[];
  /** The other indicators of the topic. */
  readonly related: readonly Named[];
};
