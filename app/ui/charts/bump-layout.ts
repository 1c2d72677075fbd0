import { notesOf } from '@/lib/dashboards/series/chart-facts';
import { tieSlots } from '@/lib/dashboards/series/period-series';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { BumpSpec, ChartSeries } from '@/lib/dashboards/series/words';
import { nameSize } from './series-tones';
import { noteRoom, tickRoom } from './tick-texts';

/** Pixels between a name and the first or last mark. */
export const nameGap = 8;

export type EndName = {
  /** The key of the line. */
  readonly key: string;
  /** Where the line ends, in places from the top. */
  readonly slot: number;
  readonly text: string;
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
  const [top, bottom] = [6 + (notesOf(spec).length > 0 ? noteRoom : 0), tickRoom + 4];
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

/** The names at one end, each at the slot of its line; the place is written out when no mark contains it. */
function namesAt(series: readonly ChartSeries[], end: 0 | -1, room: number, numbered: boolean): EndName[] {
  const slots = tieSlots(series);
  return series.flatMap((line, at) => {
    const [place, slot] = [line.points.at(end)?.value, slots[at]?.at(end)];
    if (place === undefined || slot == null) return [];
    const withPlace = (name: string) => (numbered ? name : end === 0 ? `${name} ${place}` : `${place} ${name}`);
    const name = { label: withPlace(line.label), short: withPlace(line.short ?? line.label) };
    return { key: line.key, slot, text: fittingName(name, room, nameSize) };
  });
}
