import type { PeriodKind } from '@/lib/catalogue/periods/words';
import type { Basis, Direction, Frequency, Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';

/** An indicator of the catalogue as pages show it. */
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
};

/** A line of the list of indicators: `latest` is the newest dated period, `units` how many have a figure in it. */
export type IndicatorLine = IndicatorView & {
  readonly initials: string;
  readonly latest: string | null;
  readonly units: number;
  readonly known: (FigureView & { readonly unit: Named }) | null;
};

export type TopicView = Named & { readonly indicators: readonly IndicatorLine[] };

/** How many units of a peer group have a figure in a period. */
export type Coverage = {
  readonly groupCode: string;
  readonly periodCode: string;
  readonly kind: PeriodKind;
  readonly sortKey: number;
  readonly units: number;
  /** Whether most figures of the period come from documents of unknown authority. */
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

/** All of an indicator but its figures: what it means, and where it has figures. */
export type IndicatorPage = {
  readonly indicator: IndicatorView & { readonly responsibleZh: string; readonly responsibleEn: string };
  readonly topic: Named;
  /** The indicator that states this one's growth, and the one whose growth this states. */
  readonly growth: Named | null;
  readonly base: Named | null;
  /** Newest first. */
  readonly definitions: readonly DefinitionView[];
  /** Newest period first; without what is undated. */
  readonly coverage: readonly Coverage[];
  readonly groups: readonly GroupView[];
  /** The other indicators of the topic. */
  readonly related: readonly Named[];
};
