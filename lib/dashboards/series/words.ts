/**
 * What a chart is told, as plain data that can cross from server to browser. `text` is the figure as the page writes it
 * (qualifier, decimals), so that no chart formats a number its own way.
 */
export type ChartPoint = { readonly value: number; readonly text: string; readonly bound?: boolean };

export type ChartSeries = {
  readonly key: string;
  readonly label: string;
  /** The one the reader should see; the others stay grey when one is focal. */
  readonly focal?: boolean;
  readonly dashed?: boolean;
  /** One per tick; null is a gap and is never bridged. */
  readonly points: readonly (ChartPoint | null)[];
};

export type ChartTick = { readonly key: string; readonly label: string };

export type ChartSpec =
  /** Units ranked by a figure: horizontal bars from zero, best on top. */
  | {
      readonly kind: 'bars';
      readonly items: readonly { key: string; label: string; point: ChartPoint; focal?: boolean }[];
    }
  /** Lines over periods. */
  | { readonly kind: 'trend'; readonly ticks: readonly ChartTick[]; readonly series: readonly ChartSeries[] }
  /** Places over periods, 1 on top; `size` is the number of places. */
  | {
      readonly kind: 'bump';
      readonly ticks: readonly ChartTick[];
      readonly series: readonly ChartSeries[];
      readonly size: number;
    }
  /** Parts stacked to a whole, one bar a tick. */
  | { readonly kind: 'stack'; readonly ticks: readonly ChartTick[]; readonly series: readonly ChartSeries[] }
  /** A place against a benchmark place on each line (位次匹配); `size` is the number of places. */
  | {
      readonly kind: 'match';
      readonly items: readonly { key: string; label: string; place: ChartPoint; benchmark: ChartPoint }[];
      readonly size: number;
    };

/** The table twin of a chart: the same figures as text, in the order shown. */
export type ChartTable = {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
};
