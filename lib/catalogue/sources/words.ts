import type { Measure, Reliability } from '@/lib/catalogue/words';
import type { Name } from '@/lib/i18n/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

/** A document of the list; `figures` counts the figures and ranks that cite it now. */
export type SourceLine = {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly reliability: Reliability;
  readonly isWithdrawn: boolean;
  readonly figures: number;
};

export type SourceHead = Omit<SourceLine, 'figures' | 'isWithdrawn'> & {
  readonly url: string | null;
  readonly accessNote: string;
  readonly licence: string;
  readonly retrievedOn: string | null;
  /** Why and when it was withdrawn; null while it supports its figures. */
  readonly withdrawnReason: string | null;
  readonly withdrawnAt: Date | null;
  readonly version: number;
  /** Whether it is that of computed figures, which the product keeps itself: nobody changes or cites it. */
  readonly isComputed: boolean;
};

type Cited = {
  readonly unit: Name;
  readonly indicator: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly unitZh: string;
    readonly unitEn: string;
    readonly measure: Measure;
  };
};

export type CitedFigure = Cited & { readonly figure: FigureView };
export type CitedRank = Cited & { readonly rank: PublishedRankView };

/** The key of a figure. */
export type FigureKey = Pick<FigureView, 'indicatorCode' | 'periodCode' | 'orgUnitCode'>;

/** A page of figures, with the number on all pages. */
export type FigurePage = {
  readonly figures: readonly CitedFigure[];
  readonly total: number;
  readonly page: number;
};

/** The states of a figure that was taken out of a document: waiting for a second person, shown, refused, taken back. */
export const citedStates = ['waiting', 'confirmed', 'refused', 'takenBack'] as const;
export type CitedState = (typeof citedStates)[number];
