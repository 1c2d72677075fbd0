import type { ValueAxis } from '@/lib/dashboards/series/words';
import { noise } from '@/lib/statistics/noise';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/**
 * A value axis of about `most` round steps, one more where that wastes less. It starts at zero unless all values are so
 * close together, away from zero, that their course would be invisible; an axis with values on both sides always has a
 * tick at zero.
 */
export function valueAxis(values: readonly number[], most = 4): ValueAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const from = low > 0 && low > high * 0.6 ? low : Math.min(0, low);
  const to = high < 0 && high < low * 0.6 ? high : Math.max(0, high);
  const wide = steps(from, to, most);
  const close = steps(from, to, most + 1);
  const { step, first, last } = close.last - close.first <= most + 1 && lengthOf(close) < lengthOf(wide) ? close : wide;
  const digits = [0, 1, 2, 3, 4, 5, 6].find((digits) => isWhole(step * 10 ** digits)) ?? 7;
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return {
    domain: [first * step, last * step],
    ticks: ticks.map((value) => ({ value, text: groupedDecimal(decimalOf(value, digits)) })),
  };
}

type Steps = { readonly step: number; readonly first: number; readonly last: number };

const lengthOf = ({ step, first, last }: Steps) => (last - first) * step;

/** The round steps that cover a range cut into `parts`: from the `first` to the `last` multiple of `step`. */
function steps(from: number, to: number, parts: number): Steps {
  const step = niceStep((to - from || Math.abs(to) || 1) / parts);
  const [first, last] = [Math.floor(from / step + noise), Math.ceil(to / step - noise)];
  return { step, first, last: last === first ? last + 1 : last };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, value);
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below a rough step. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 2.5, 5, 10].find((times) => times * power >= rough * (1 - noise)) ?? 10;
  return times * power;
}

/** Whether any of the series has a figure at each tick. */
export function toldTicks(series: readonly { readonly points: readonly unknown[] }[]): boolean[] {
  return (series[0]?.points ?? []).map((_, at) => series.some(({ points }) => points[at] != null));
}

/**
 * Selects the labels to write of `widths.length` labels, `spacing` pixels apart: every n-th, or where
 * some ticks have no figure those that are `told` to have one; from the last, so that the newest is there and none touches
 * another.
 */
export function writtenTicks(
  widths: readonly number[],
  spacing: number,
  { gap = 14, told }: { gap?: number; told?: readonly boolean[] | undefined } = {},
): number[] {
  const withFigures = widths.flatMap((_, at) => (told?.[at] ? [at] : []));
  if (withFigures.length > 0 && withFigures.length < widths.length) {
    const room = (at: number) => (widths[at] ?? 0) / 2;
    const shown: number[] = [];
    for (const at of withFigures.reverse()) {
      const next = shown.at(-1);
      if (next === undefined || (next - at) * spacing >= room(at) + room(next) + gap) shown.push(at);
    }
    return shown.reverse();
  }
  const widest = Math.max(0, ...widths);
  const stride = Math.max(1, Math.ceil((widest + gap) / spacing));
  return widths.map((_, at) => at).filter((at) => (widths.length - 1 - at) % stride === 0);
}

/** A domain that leaves room in pixels for the figures beyond the ends of bars that start at zero. */
export function barDomain(
  bars: readonly { readonly value: number; readonly room: number }[],
  width: number,
): [number, number] {
  const edge = (sign: 1 | -1) => bars.filter(({ value }) => (sign === 1 ? value >= 0 : value < 0));
  const roomOf = (sign: 1 | -1) => Math.max(0, ...edge(sign).map(({ room }) => room));
  const [high, low] = [Math.max(0, ...bars.map(({ value }) => value)), Math.min(0, ...bars.map(({ value }) => value))];
  const drawn = Math.max(width - roomOf(1) - roomOf(-1), width / 4);
  const pixel = (high - low || 1) / drawn;
  return [low - roomOf(-1) * pixel, high + roomOf(1) * pixel];
}

/** The place labels of a scale from 1 to `size`, `most` at the most: the first, round ones between, and the last. */
export function placeTicks(size: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((step) => size / step + 1 <= Math.max(2, most)) ?? size;
  const round = Array.from({ length: Math.floor(size / step) }, (_, at) => (at + 1) * step);
  const between = round.filter((place) => place - 1 > step / 2 && size - place > step / 2);
  return [...new Set([1, ...between, size])];
}
