import type { ReactNode } from 'react';
import type { ChartSpec } from '@/lib/dashboards/series/words';

export type DrawingBox = { readonly width: number; readonly height: number; readonly summary: string };
export type Drawing = (box: DrawingBox) => ReactNode;

/** Loads the chart of a spec, and Recharts with it. No other file may import a chart, or every page would load it. */
export async function drawingOf(spec: ChartSpec): Promise<Drawing> {
  switch (spec.kind) {
    case 'bars': {
      const { BarsChart } = await import('./bars-chart');
      return (box) => <BarsChart spec={spec} {...box} />;
    }
    case 'trend': {
      const { TrendChart } = await import('./trend-chart');
      return (box) => <TrendChart spec={spec} {...box} />;
    }
    case 'bump': {
      const { BumpChart } = await import('./bump-chart');
      return (box) => <BumpChart spec={spec} {...box} />;
    }
    case 'radar': {
      const { RadarDrawing } = await import('./radar-chart');
      return (box) => <RadarDrawing spec={spec} {...box} />;
    }
    case 'match': {
      const { MatchChart } = await import('./match-chart');
      return (box) => <MatchChart spec={spec} {...box} />;
    }
  }
}
