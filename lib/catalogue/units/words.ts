import type { PeriodKind } from '@/lib/catalogue/periods/words';
import type { Direction, Measure, SuccessionKind, UnitKind } from '@/lib/catalogue/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

export type UnitName = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** A unit in the tree. `hasFigures` says whether its portrait has anything to show. */
export type UnitLine = UnitName & {
  readonly parentCode: string | null;
  readonly kind: UnitKind;
  readonly initials: string;
  readonly validTo: string | null;
  readonly hasFigures: boolean;
};

export type Succession = {
  readonly predecessor: UnitName;
  readonly successor: UnitName;
  readonly kind: SuccessionKind;
  readonly happenedOn: string;
  readonly noteZh: string;
  readonly noteEn: string;
};

export type UnitHead = UnitName & {
  readonly kind: UnitKind;
  readonly gbCode: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly parent: UnitName | null;
  readonly groups: readonly UnitName[];
  readonly successions: readonly Succession[];
};

export type MeasuredIndicator = UnitName & {
  readonly topicCode: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly measure: Measure;
  readonly direction: Direction;
};

/** A figure of the unit with what it measures and when. */
export type UnitFigure = {
  readonly indicator: MeasuredIndicator;
  readonly periodKind: PeriodKind;
  readonly figure: FigureView;
};

/** The unit's place among the peers that have a figure, in the latest period in which half of the group has. */
export type UnitPlace = {
  readonly indicatorCode: string;
  readonly periodCode: string;
  readonly place: number;
  readonly of: number;
};

/** One indicator of a unit: the latest figure first, then the others. */
export type IndicatorFigures = {
  readonly indicator: MeasuredIndicator;
  readonly latest: UnitFigure;
  readonly earlier: readonly UnitFigure[];
  readonly place: UnitPlace | null;
  readonly ranks: readonly PublishedRankView[];
};

export type TopicFigures = { readonly topic: UnitName; readonly indicators: readonly IndicatorFigures[] };
