/** Qualifiers of a stated figure: 多/余/以上, 约/左右, 以内, 预计. */
export const qualifiers = ['exact', 'at_least', 'about', 'at_most', 'expected'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** 快报 → 初步 → 核定 → 最终; a later one replaces an earlier one, never the reverse. */
export const vintages = ['flash', 'preliminary', 'approved', 'final'] as const;
export type Vintage = (typeof vintages)[number];

/** A number as it was printed or typed. */
export type PrintedFigure = {
  /** A decimal string, in the indicator's own unit of measure. */
  readonly value: string;
  /** Decimals as printed. */
  readonly decimals: number;
  readonly qualifier: Qualifier;
  /** The qualifying word as printed: 多, 余, 约 …; empty when exact. */
  readonly qualifierPrinted: string;
};

/** A figure as a page shows it: exactly as the source states it, with the citation. */
export type FigureView = PrintedFigure & {
  readonly indicatorCode: string;
  readonly orgUnitCode: string;
  readonly periodCode: string;
  readonly vintage: Vintage;
  readonly reportedYoy: string | null;
  readonly periodPrinted: string;
  readonly note: string;
  readonly citation: Citation;
};

/** The citation of a figure or a published rank. */
export type Citation = {
  readonly sourceCode: string;
  readonly sourceTitle: string;
  readonly publisher: string;
  /** The day on which the document was published; null where it is not known. */
  readonly publishedOn: string | null;
  /** Why the document no longer supports its figures; null while it does. */
  readonly sourceWithdrawn: string | null;
  readonly locator: string;
  readonly quote: string;
};

/** A rank stated by a source: 全市第二. */
export type PublishedRankView = {
  readonly indicatorCode: string;
  readonly orgUnitCode: string;
  readonly periodCode: string;
  readonly scopeZh: string;
  readonly scopeEn: string;
  readonly rank: number;
  readonly qualifier: Qualifier;
  readonly citation: Citation;
};
