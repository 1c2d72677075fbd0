import { itemParts, mainParts, type SchemePart } from '@/lib/assessment/rankings/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ChartPoint, RadarSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import type { Standing, UnitResult } from './unit-result';

/** The fewest and the most axes of a readable radar chart. */
const fewest = 3;
const most = 12;

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
 * A unit's shares on a radar chart with the medians of its group; null with fewer than three parts. A part without a
 * share or a median has no axis, since a radar chart can only draw it as zero.
 */
export function radarOf(props: {
  scheme: Scheme;
  unit: Pick<UnitResult, 'blocks' | 'items'>;
  standings: readonly Pick<Standing, 'kind' | 'at' | 'median'>[];
  labels: { readonly unit: string; readonly median: string };
  locale: Locale;
}): RadarSpec | null {
  const { scheme, unit, standings, labels, locale } = props;
  const axes = profileParts(scheme).flatMap((part) => {
    const median = standings.find(({ kind, at }) => kind === part.kind && at === part.at)?.median ?? null;
    const own = shareOf(unit, part);
    return own === null || median === null ? [] : [{ part, own, median }];
  });
  if (axes.length < fewest) return null;
  const point = (value: number): ChartPoint => ({
    value: Math.max(0, value),
    text: groupedDecimal(decimalOf(value, 1)),
  });
  return {
    kind: 'radar',
    ticks: axes.map(({ part }) => ({ key: part.key, label: nameOf(part, locale) })),
    series: [
      { key: 'median', label: labels.median, dashed: true, points: axes.map(({ median }) => point(median)) },
      { key: 'own', label: labels.unit, focal: true, points: axes.map(({ own }) => point(own)) },
    ],
    most: 100,
  };
}
