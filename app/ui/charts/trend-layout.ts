import { valueAxis } from '@/lib/dashboards/series/axis-ticks';
import { breaksOf, notesOf } from '@/lib/dashboards/series/chart-facts';
import { fittingName, textWidth } from '@/lib/dashboards/series/text-width';
import type { ChartPoint, TrendSpec, ValueAxis } from '@/lib/dashboards/series/words';
import { nameSize, tickSize } from './series-tones';
import { breakRoom, noteRoom, tickRoom, tickTexts, widthOf } from './tick-texts';

/** Pixels between the plot and the names at the line ends, where the leaders run. */
export const leaderRoom = 26;
/** Pixels between the edge of the plot and its first and last points. */
export const inset = 8;
/** Pixels from a point down to the base line of a figure below it. */
export const figureBelow = 22;
/** The room below the plot for figures below their points. */
export const figureRoom = 17;

export type TrendLayout = {
  readonly axis: ValueAxis;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Pixels between two ticks. */
  readonly spacing: number;
  /** Whether a single line has its figure at every point and needs no axis. */
  readonly everyFigure: boolean;
  /** The text at the end of each line, by series key; empty where every figure is written. */
  readonly endTexts: ReadonlyMap<string, string>;
};

/** The positions of all parts of a trend in a box `width` pixels wide, before it is drawn. */
export function trendLayout(spec: TrendSpec, width: number): TrendLayout {
  const points = spec.series.flatMap((line) => line.points.filter((point): point is ChartPoint => point !== null));
  const axis = valueAxis(points.map(({ value }) => value));
  const steps = Math.max(1, spec.ticks.length - 1);
  const widestFigure = Math.max(...points.map(({ text }) => textWidth(text, nameSize)));
  const bare = bareLayout(spec, width, widestFigure);
  if (spec.series.length === 1 && bare.spacing >= widestFigure + 12)
    return { axis, ...bare, everyFigure: true, endTexts: new Map() };
  const scale = Math.max(...axis.ticks.map(({ text }) => textWidth(text, tickSize))) + 10;
  const endTexts = namesAtEnds(spec, width);
  const widestEnd = Math.max(...[...endTexts.values()].map((text) => textWidth(text, nameSize)));
  const names = leaderRoom + widestEnd;
  // Half of the first and of the last period stands beyond its point.
  const periods = tickTexts(spec.ticks, (width - scale - names - 2 * inset) / steps).map(widthOf);
  const beyond = (text: number | undefined) => Math.ceil((text ?? 0) / 2) - inset;
  const [left, right] = [Math.max(scale, beyond(periods[0])), Math.max(names, beyond(periods.at(-1)))];
  const spacing = (width - left - right - 2 * inset) / steps;
  const top = 12 + roomAbove(spec);
  return { axis, margin: { top, right, bottom: tickRoom, left }, spacing, everyFigure: false, endTexts };
}

/** The room above a plot for the words at breaks; notes stand over those. */
const roomOfBreaks = (spec: TrendSpec) => (breaksOf(spec).length > 0 ? breakRoom : 0);
const roomAbove = (spec: TrendSpec) => roomOfBreaks(spec) + (notesOf(spec).length > 0 ? noteRoom : 0);

/** Pixels from the plot up to the words of notes: above the figures of its points and the words at breaks. */
export const noteLift = (spec: TrendSpec, everyFigure: boolean) => roomOfBreaks(spec) + (everyFigure ? 20 : 0);

/** A layout without axis and names: its margins are the overhang of the first and last texts. */
function bareLayout(spec: TrendSpec, width: number, widestFigure: number) {
  const steps = Math.max(1, spec.ticks.length - 1);
  const widestTick = Math.max(...tickTexts(spec.ticks, width / (steps + 1)).map(widthOf));
  const side = Math.ceil(Math.max(widestFigure, widestTick) / 2);
  return {
    margin: { top: 28 + roomAbove(spec), right: side, bottom: tickRoom + figureRoom, left: side },
    spacing: (width - 2 * side - 2 * inset) / steps,
  };
}

/** The name of each line, with the last figure of the focal line (of all, if they are few). */
function namesAtEnds({ series }: TrendSpec, width: number): Map<string, string> {
  const room = Math.floor(width * 0.3) - leaderRoom;
  const oneFocal = series.some(({ focal }) => focal);
  return new Map(
    series.map((line) => {
      const last = line.points.findLast((point) => point !== null)?.text ?? '';
      const alone = series.length === 1;
      const figured = line.focal || alone || (!oneFocal && series.length <= 4);
      const whole = alone ? last : `${line.label} ${last}`;
      if (figured && (alone || textWidth(whole, nameSize) <= room)) return [line.key, whole];
      return [line.key, fittingName(line, room, nameSize)];
    }),
  );
}
