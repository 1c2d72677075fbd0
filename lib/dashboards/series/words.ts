/** The domain of an axis of values, and its round values as text. */
export type ValueAxis = {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
};

/**
 * A point of a chart, as plain data that can be sent from server to browser. `text` is the figure as the page writes it
 * (qualifier, decimals), so that no chart formats numbers itself.
 */
export type ChartPoint = { readonly value: number; readonly text: string; readonly bound?: boolean | undefined };

/** The name of a line or bar; `short` is used where the whole does not fit. */
export type ChartName = { readonly key: string; readonly label: string; readonly short?: string | undefined };

export type ChartSeries = ChartName & {
  /** The highlighted line; the others are grey when one is focal. */
  readonly focal?: boolean | undefined;
  /** A target, or another line that is no measurement. */
  readonly dashed?: boolean | undefined;
  /** The days on which its unit merged with others or was split: it is broken there, and the other lines are not. */
  readonly reorganised?: readonly string[] | undefined;
  /** One point per tick; null is a gap and is never bridged. */
  readonly points: readonly (ChartPoint | null)[];
};

export type ChartTick = ChartName & {
  /** Whether the definition (口径) changed before this period: lines are broken here. */
  readonly isRedefined?: boolean | undefined;
  /** Whether the line is broken because units merged or split, rather than by another definition. */
  readonly isReorganised?: boolean | undefined;
  /** The periods that the tick stands for, where its key is none. */
  readonly periods?: readonly string[] | undefined;
};

/** A note of a chart over time, with the ticks over which it stands. */
export type ChartNote = {
  readonly key: string;
  /** Its number, ① …; empty for one alone. */
  readonly mark: string;
  readonly word: string;
  /** When, what and why, in one line. */
  readonly line: string;
  /** Whether it is longer than a day: a band and not a line. */
  readonly isRange: boolean;
  readonly places: readonly { readonly from: number; readonly to: number }[];
  readonly source: {
    readonly code: string;
    readonly title: string;
    readonly locator: string;
    readonly withdrawnReason: string | null;
  } | null;
};

/** What stands over the lines of a chart over time; `notesLeftOut` counts what is not drawn. */
type Noted = { readonly notes?: readonly ChartNote[] | undefined; readonly notesLeftOut?: number | undefined };

export type BarItem = ChartName & { readonly point: ChartPoint; readonly focal?: boolean | undefined };

export type MatchItem = ChartName & { readonly place: ChartPoint; readonly benchmark: ChartPoint };

/** Units ranked by a figure: horizontal bars from zero, best on top. */
export type BarsSpec = { readonly kind: 'bars'; readonly items: readonly BarItem[] };

/** Lines over periods. */
export type TrendSpec = Noted & {
  readonly kind: 'trend';
  readonly ticks: readonly ChartTick[];
  readonly series: readonly ChartSeries[];
  /** Whether the figures are places, so that the first one lies on top. */
  readonly firstOnTop?: boolean | undefined;
  /** The names of lines whose years do not compare, since their unit merged or was split between them. */
  readonly incomparable?: readonly string[] | undefined;
  /** The word at a change of the definition. */
  readonly breakLabel?: string | undefined;
  /** The word at a merger or a split. */
  readonly reorganisedLabel?: string | undefined;
};

/** Places over periods, 1 on top; `size` is the number of places. */
export type BumpSpec = Noted & {
  readonly kind: 'bump';
  readonly ticks: readonly ChartTick[];
  readonly series: readonly ChartSeries[];
  readonly size: number;
};

/**
 * A place compared with a benchmark place on each line (位次匹配); `size` is the number of places. With a `scale` they are
 * amounts, of which the greater is ahead.
 */
export type MatchSpec = {
  readonly kind: 'match';
  readonly items: readonly MatchItem[];
  readonly size: number;
  readonly scale?: ValueAxis | undefined;
  /** The labels of the filled mark and of the open one: 本项位次, GDP 位次. */
  readonly placeLabel?: string | undefined;
  readonly benchmarkLabel?: string | undefined;
};

/** Parts of a whole around a centre, each from 0 to `most`; the ticks are the parts. */
export type RadarSpec = {
  readonly kind: 'radar';
  readonly ticks: readonly ChartTick[];
  readonly series: readonly ChartSeries[];
  readonly most: number;
};

export type ChartSpec = BarsSpec | TrendSpec | BumpSpec | MatchSpec | RadarSpec;

/** The table twin of a chart: the same figures as text, in the order shown. */
export type ChartTable = {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean | undefined }[];
  readonly rows: readonly (readonly string[])[];
  /** The notes that the chart draws, as lines below its rows. */
  readonly notes?: readonly string[] | undefined;
};
