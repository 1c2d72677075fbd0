import type { ChartSpec } from '@/lib/dashboards/series/words';

/** The height of a chart in pixels; the server reserves it, so that nothing moves when the chart is drawn. */
export function chartHeight(spec: ChartSpec): number {
  switch (spec.kind) {
    case 'bars':
      return Math.max(2, spec.items.length) * 26 + 8;
    case 'bump':
      return Math.min(Math.max(spec.size, 3) * 28, 640) + 40;
    case 'match':
      return Math.max(2, spec.items.length) * 28 + 60;
    case 'radar':
      return 320;
    case 'trend':
      return spec.series.length > 6 ? 360 : spec.series.length > 1 ? 280 : 220;
  }
}
