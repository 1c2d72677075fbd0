import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { SchemeBlock, SchemeItem, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { BlockScore, ItemScore } from '@/lib/assessment/scoring/words';
import type { DataColumn } from './columns';

/** The scores of a unit: its items in the order of the scheme, and its blocks. */
export type ScoredUnit = { readonly items: readonly ItemScore[]; readonly blocks: readonly BlockScore[] };

/**
 * The data of a run's units about the parts of a block. An item with a direction gives the value that its method
 * scored; an item of a range, a blend or of entries, and a block, gives the share it earned.
 */
export function blockColumns(
  block: SchemeBlock,
  items: readonly SchemeItem[],
  units: readonly ScoredUnit[],
): readonly DataColumn[] {
  return block.parts.map((part) => ({
    key: part.key,
    isMoreBetter: isMoreBetter(part),
    isShare: part.kind === 'block' || !isByValue(part),
    values: valuesOf(part),
  }));

  function valuesOf(part: SchemeNode): readonly (number | null)[] {
    if (part.kind === 'block') {
      return units.map(({ blocks }) => {
        const found = blocks.find(({ key }) => key === part.key);
        return found?.score === null || found?.score === undefined ? null : found.score / found.full;
      });
    }
    const at = items.findIndex(({ key }) => key === part.key);
    return units.map((unit) => (isByValue(part) ? unit.items[at]?.transformed : unit.items[at]?.share) ?? null);
  }
}

function isByValue({ method, direction }: SchemeItem): boolean {
  return !isBlend(method) && (direction === 'higher' || direction === 'lower');
}

function isMoreBetter(part: SchemeNode): boolean {
  if (part.kind === 'block' || !isByValue(part)) return true;
  // After a transform to ranks, less is better.
  return part.direction === 'higher' && !part.transforms.some(({ kind }) => kind === 'rank');
}
