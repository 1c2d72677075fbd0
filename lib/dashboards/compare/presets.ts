import type { Comparison } from '@/lib/catalogue/place/words';
import type { Choice } from '@/lib/dashboards/compare/words';

const plain = { transposed: false, view: 'table', sort: '', order: 'desc' } as const;

/** A named comparison as the choice of an address. */
export function presetChoice({ units, indicators, periods }: Comparison): Choice {
  return { ...plain, units, indicators, periods };
}

/** The comparison that the page opens with: the first of the place; nothing where there is none. */
export function openingChoice(comparisons: readonly Comparison[]): Choice {
  const [first] = comparisons;
  return first ? presetChoice(first) : { ...plain, units: [], indicators: [], periods: [] };
}
