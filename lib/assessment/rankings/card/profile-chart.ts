import { itemParts, mainParts, type SchemePart } from '@/lib/assessment/rankings/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { valueAxis } from '@/lib/dashboards/series/axis-ticks';
import type { ChartPoint, MatchSpec, RadarSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import type { Standing, UnitResult } from './unit-result';

/** The fewest parts of a profile, the fewest and the most axes of a readable radar chart. */
const fewest = 3;
const fewestOnRadar = 5;
const most = 12;
/** The least difference of two shares, in points of a hundred, that a radar chart shows. */
const leastSeen = 2;

/** The share of a part of a unit in percent of its full score; null for none. */
export function shareOf(unit: Pick<UnitResult, 'blocks' | 'items'>, { kind, at }: SchemePart): number | null {
  if (kind === 'item') return unit.items[at]?.share ?? null;
  const block = unit.blocks[at];
  return block?.score == null ? null : (block.score / block.full) * 100;
}

/**
 * The parts that a profile compares: the main parts, or the items where there are few parts; none where neither can be
 * drawn.
 */
export function profileParts(scheme: Scheme): SchemePart[] {
  return [mainParts(scheme), itemParts(scheme)].find(({ length }) => length >= fewest && length <= most) ?? [];
}

/**
 * A unit's shares with the medians of its group; null with fewer than three parts. A part without a share or a median is not
 * drawn, since a radar chart can only draw it as zero. Few parts, or shares that all lie by their medians, are points on
 * lines, where a radar chart would show two shapes as one.
 */
export function profileChart(props: {
  scheme: Scheme;
  unit: Pick<UnitResult, 'blocks' | 'items'>;
  standings: readonly Pick<Standing, 'kind' | 'at' | 'median'>[];
  labels: { readonly unit: string; readonly median: string };
  locale: Locale;
}): RadarSpec | MatchSpec | null {
  const { scheme, unit, standings, labels, locale } = props;
  const axes = profileParts(scheme).flatMap((part) => {
    const median = standings.find(({ kind, at }) => kind === part.kind && at === part.at)?.median ?? null;
    const own = shareOf(unit, part);
    return own === null || median === null ? [] : [{ part, own, median }];
  });
  if (axes.length < fewest) return null;
  const point = (value: number): ChartPoint => ({ value, text: groupedDecimal(decimalOf(value, 1)) });
  if (axes.length < fewestOnRadar || axes.every(({ own, median }) => Math.abs(own - median) < leastSeen)) {
    return {
      kind: 'match',
      items: axes.map(({ part, own, median }) => ({
        ...{ key: part.key, label: nameOf(part, locale), place: point(own), benchmark: point(median) },
      })),
      size: axes.length,
      scale: valueAxis(axes.flatMap(({ own, median }) => [own, median])),
      placeLabel: labels.unit,
      benchmarkLabel: labels.median,
    };
  }
  const drawn = ({ value, text }: ChartPoint): ChartPoint => ({ value: Math.max(0, value), text });
  return {
    kind: 'radar',
    ticks: axes.map(({ part }) => ({ key: part.key, label: nameOf(part, locale) })),
    series: [
      { key: 'median', label: labels.median, dashed: true, points: axes.map(({ median }) => drawn(point(median))) },
      { key: 'own', label: labels.unit, focal: true, points: axes.map(({ own }) => drawn(point(own))) },
    ],
    most: 100,
  };
}
