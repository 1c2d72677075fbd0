import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { BumpSpec, ChartSeries } from '@/lib/dashboards/series/words';
import { nameSize } from './series-tones';
import { tickRoom } from './tick-texts';

/** Pixels between a name and the first or last mark. */
export const nameGap = 8;

export type EndName = {
  readonly key: string;
  readonly place: number;
  readonly text: string;
  readonly lines: readonly string[];
};

export type BumpLayout = {
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly spacing: number;
  /** Radius of a mark; the place is written into it when it is large enough. */
  readonly radius: number;
  readonly numbered: boolean;
  readonly left: readonly EndName[];
  readonly right: readonly EndName[];
};

/** The positions of all parts of a bump chart in a box, before it is drawn. */
export function bumpLayout(spec: BumpSpec, width: number, height: number): BumpLayout {
  const [top, bottom] = [6, tickRoom + 4];
  const step = (height - top - bottom) / spec.size;
  const steps = Math.max(1, spec.ticks.length - 1);
  const room = Math.floor(width * 0.24);
  const spacingFor = (sides: number) => (width - sides) / steps;
  const roomy = Math.min(11, step * 0.42, spacingFor(room * 1.5) * 0.3);
  const numbered = roomy >= 8.5;
  const radius = numbered ? roomy : Math.min(4, step * 0.4);
  const [left, right] = [namesAt(spec.series, 0, room, numbered), namesAt(spec.series, -1, room, numbered)];
  const sideOf = (names: readonly EndName[]) =>
    names.length === 0 ? 0 : Math.max(...names.map(({ text }) => textWidth(text, nameSize))) + nameGap;
  const margin = {
    top,
    right: sideOf(right) + radius,
    bottom,
    left: (spec.ticks.length > 1 ? sideOf(left) : 0) + radius,
  };
  return {
    margin,
    spacing: (width - margin.left - margin.right) / steps,
    radius,
    numbered,
    left: spec.ticks.length > 1 ? left : [],
    right,
  };
}

/** The names at one end, with lines that share a place together; the place is written out when no mark contains it. */
function namesAt(series: readonly ChartSeries[], end: 0 | -1, room: number, numbered: boolean): EndName[] {
  const byPlace = new Map<number, ChartSeries[]>();
  for (const line of series) {
    const place = line.points.at(end)?.value;
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), line]);
  }
  return [...byPlace].map(([place, lines]) => {
    const joinNames = (names: readonly string[]) => {
      const text = names.join(' / ');
      if (numbered) return text;
      return end === 0 ? `${text} ${place}` : `${place} ${text}`;
    };
    const label = joinNames(lines.map(({ label }) => label));
    const short = joinNames(lines.map(({ label, short }) => short ?? label));
    return {
      key: lines.map(({ key }) => key).join(),
      place,
      text: fittingName({ label, short }, room, nameSize),
      lines: lines.map(({ key }) => key),
    };
  });
}
