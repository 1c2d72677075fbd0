import type { ChartPoint, ChartSeries, ChartSpec, ChartTable, ChartTick } from '@/lib/dashboards/series/words';

/** The headings of a table twin, in the reader's language; `none` is the text of a cell without a figure. */
export type TwinLabels = {
  /** The heading of the names of units or lines. */
  readonly name: string;
  /** The heading of the periods. */
  readonly tick: string;
  /** The heading of a bar chart's figures, with the unit of measure: 地区生产总值（亿元）. */
  readonly value: string;
  readonly place: string;
  readonly benchmark: string;
  readonly none: string;
};

/** The table twin of a chart: the same figures as text, in the order shown. */
export function tableTwin(spec: ChartSpec, labels: TwinLabels): ChartTable {
  switch (spec.kind) {
    case 'bars':
      return {
        columns: [{ label: labels.name }, { label: labels.value, numeric: true }],
        rows: spec.items.map(({ label, point }) => [label, point.text]),
      };
    case 'match':
      return {
        columns: [
          { label: labels.name },
          { label: labels.place, numeric: true },
          { label: labels.benchmark, numeric: true },
        ],
        rows: spec.items.map(({ label, place, benchmark }) => [label, place.text, benchmark.text]),
      };
    default:
      return grid(spec.ticks, spec.series, labels);
  }
}

/** A few lines are columns and the periods rows; many lines are rows and the periods columns. */
function grid(ticks: readonly ChartTick[], series: readonly ChartSeries[], labels: TwinLabels): ChartTable {
  const textOf = (point: ChartPoint | null | undefined) => point?.text ?? labels.none;
  const across = series.length > Math.max(4, ticks.length);
  const heads = across ? ticks : series;
  return {
    columns: [
      { label: across ? labels.name : labels.tick },
      ...heads.map(({ label }) => ({ label, numeric: true as const })),
    ],
    rows: across
      ? series.map(({ label, points }) => [label, ...points.map(textOf)])
      : ticks.map(({ label }, at) => [label, ...series.map(({ points }) => textOf(points[at]))]),
  };
}
