import { itemParts, mainParts, type SchemePart } from '@/lib/assessment/rankings/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ChartPoint, RadarSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import type { Standing, UnitResult } from './unit-result';

/** The most axes of a readable radar chart. */
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
  return [mainParts(scheme), itemParts(scheme)].find(({ length }) => length >= 3 && length <= most) ?? [];
}

/** A unit's shares on a radar chart with the medians of its group; null with fewer than three parts. */
export function radarOf(props: {
  scheme: Scheme;
  unit: UnitResult;
  standings: readonly Standing[];
  labels: { readonly unit: string; readonly median: string };
  locale: Locale;
}): RadarSpec | null {
  const { scheme, unit, standings, labels, locale } = props;
  const parts = profileParts(scheme);
  if (parts.length === 0) return null;
  const point = (value: number | null | undefined): ChartPoint | null =>
    value == null ? null : { value: Math.max(0, value), text: groupedDecimal(decimalOf(value, 1)) };
  const standing = (part: SchemePart) => standings.find(({ kind, at }) => kind === part.kind && at === part.at);
  const own = parts.map((part) => point(shareOf(unit, part)));
  if (own.every((one) => one === null)) return null;
  return {
    kind: 'radar',
    ticks: parts.map((part) => ({ key: part.key, label: nameOf(part, locale) })),
    series: [
      { key: 'median', label: labels.median, dashed: true, points: parts.map((part) => point(standing(part)?.median)) },
      { key: 'own', label: labels.unit, focal: true, points: own },
    ],
    most: 100,
  };
}
