import type { Direction, Measure } from '@/lib/catalogue/words';
import type { Name } from '@/lib/i18n/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

export type IndicatorHead = {
  readonly code: string;
  readonly topicCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly redefined: readonly string[];
  readonly sortOrder: number;
};

/** A figure with its indicator, its stated ranks, and its computed place where peers have figures. */
export type Card = {
  readonly indicator: IndicatorHead;
  readonly figure: FigureView;
  readonly ranks: readonly PublishedRankView[];
  readonly place: { readonly place: number; readonly of: number } | null;
};

/** A document with the number of figures that cite it. */
export type NewDocument = {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly figures: number;
};

/** The names that the overview shows, by code. */
export type OverviewNames = {
  readonly names: Readonly<Record<string, Name>>;
  readonly indicators: Readonly<Record<string, IndicatorHead>>;
};
