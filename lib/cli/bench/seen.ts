/** What a browser sees of a page: times in milliseconds, scripts in gzipped bytes. */
export type Seen = {
  /** First contentful paint of the page, and of the same HTML served as a file. */
  readonly paint: number;
  readonly staticPaint: number;
  readonly scriptsBeforeCharts: number;
  readonly scriptsWithCharts: number;
  readonly layoutShift: number;
};
