import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import type { ChartNote, ChartPoint, ChartSeries, ChartSpec, ChartTick } from '@/lib/dashboards/series/words';

type Named = { readonly label: string; readonly text: string };

/** The summary of a chart for a reader who does not see it; the table twin has the rest. */
export type ChartFacts =
  | { readonly kind: 'empty' }
  | { readonly kind: 'bars'; readonly count: number; readonly first: Named; readonly last: Named }
  | {
      readonly kind: 'trend' | 'bump';
      readonly count: number;
      readonly label: string;
      readonly from: Named;
      readonly to: Named;
    }
  | { readonly kind: 'match' | 'share'; readonly count: number; readonly better: number; readonly worse: number }
  | {
      readonly kind: 'radar';
      readonly count: number;
      readonly label: string;
      readonly high: Named;
      readonly low: Named;
    };

/** The main facts of a chart: the ends of a ranking, the course of the main line, the number of better places. */
export function chartFacts(spec: ChartSpec): ChartFacts {
  switch (spec.kind) {
    case 'bars': {
      const [first, last] = [spec.items[0], spec.items.at(-1)];
      if (!first || !last) return { kind: 'empty' };
      const namedPoint = ({ label, point }: typeof first) => ({ label, text: point.text });
      return { kind: 'bars', count: spec.items.length, first: namedPoint(first), last: namedPoint(last) };
    }
    case 'match': {
      if (spec.items.length === 0) return { kind: 'empty' };
      const better = spec.items.filter(({ place, benchmark }) => place.value < benchmark.value).length;
      const worse = spec.items.filter(({ place, benchmark }) => place.value > benchmark.value).length;
      const count = spec.items.length;
      // Of places the lesser is ahead, of amounts the greater.
      if (spec.scale) return { kind: 'share', count, better: worse, worse: better };
      return { kind: 'match', count, better, worse };
    }
    case 'radar': {
      const main = mainSeries(spec.series);
      const points = (main?.points ?? []).flatMap((point, at) =>
        point ? [{ label: spec.ticks[at]?.label ?? '', text: point.text, value: point.value }] : [],
      );
      const sorted = points.sort((a, b) => b.value - a.value).map(({ label, text }) => ({ label, text }));
      const [high, low] = [sorted[0], sorted.at(-1)];
      if (!main || !high || !low) return { kind: 'empty' };
      return { kind: 'radar', count: points.length, label: main.label, high, low };
    }
    default: {
      const main = mainSeries(spec.series);
      const points = (main?.points ?? []).map((point, at) => ({ point, label: spec.ticks[at]?.label ?? '' }));
      const known = points.filter((entry): entry is { point: ChartPoint; label: string } => entry.point !== null);
      const [from, to] = [known[0], known.at(-1)];
      if (!main || !from || !to) return { kind: 'empty' };
      const namedPoint = ({ point, label }: typeof from) => ({ label, text: point.text });
      return {
        kind: spec.kind,
        count: spec.series.length,
        label: main.label,
        from: namedPoint(from),
        to: namedPoint(to),
      };
    }
  }
}

/** The main line: the focal one, else the first measured one. */
export function mainSeries(series: readonly ChartSeries[]): ChartSeries | undefined {
  return series.find(({ focal }) => focal) ?? series.find(({ dashed }) => !dashed) ?? series[0];
}

/** Whether any figure of a chart is a bound (多, 余, 以上, 不超过), whose open mark needs an explanation. */
export function hasBound(spec: ChartSpec): boolean {
  if (spec.kind === 'bars') return spec.items.some(({ point }) => point.bound);
  if (spec.kind === 'match') return spec.items.some(({ place, benchmark }) => place.bound || benchmark.bound);
  return spec.series.some(({ points }) => points.some((point) => point?.bound));
}

/** The notes that a chart over time draws. */
export function notesOf(spec: ChartSpec): readonly ChartNote[] {
  return spec.kind === 'trend' || spec.kind === 'bump' ? (spec.notes ?? []) : [];
}

/** Whether the unit of a line merged or was split between a tick and the one before. */
export function isBrokenAt(line: Pick<ChartSeries, 'reorganised'>, ticks: readonly ChartTick[], at: number): boolean {
  const [before, now] = [ticks[at - 1], ticks[at]];
  return before !== undefined && now !== undefined && isRedefined(line.reorganised ?? [], before.key, now.key);
}

/** The lines of a trend that are broken by themselves, each with the period before which it is. */
export function brokenLines(spec: ChartSpec): readonly { readonly line: string; readonly period: string }[] {
  if (spec.kind !== 'trend') return [];
  return spec.series.flatMap((line) =>
    spec.ticks.flatMap(({ label, isRedefined: isRedefinedTick }, at) =>
      !isRedefinedTick && isBrokenAt(line, spec.ticks, at) ? [{ line: line.label, period: label }] : [],
    ),
  );
}

/** The periods before which a changed definition breaks the lines of a trend, or before which units merged or split. */
export function breaksOf(spec: ChartSpec): readonly ChartTick[] {
  return spec.kind === 'trend' || spec.kind === 'bump'
    ? spec.ticks.filter(({ isRedefined }, at) => isRedefined && at > 0)
    : [];
}

/** What a citation calls a chart: of one line whose it is, the title, the unit of measure and the span of periods. */
export function citedParts(title: string, subtitle: string, spec: ChartSpec): string[] {
  if (spec.kind !== 'trend' && spec.kind !== 'bump') return [title, subtitle];
  const [line, second] = spec.series;
  const whose = line && !second && !title.includes(line.label) ? [line.label] : [];
  const [from, to] = [spec.ticks[0]?.label ?? '', spec.ticks.at(-1)?.label ?? ''];
  const isSaid = title.includes(from) && title.includes(to);
  return [...whose, title, subtitle, ...(isSaid ? [] : [from === to ? from : `${from}—${to}`])];
}
