import { startingMethod } from '@/lib/assessment/methods/rooms';
import { givenNames } from '@/lib/assessment/schemes/given-names';

/** Default names: those of an added item, and of the first item of a new scheme. */
export const unchosenNames: readonly unknown[] = [givenNames.newItem.nameZh, givenNames.firstItem.nameZh];

/** A new item. */
export function newItem(key: string) {
  return {
    kind: 'item',
    key,
    ...givenNames.newItem,
    weight: 10,
    indicator: null,
    direction: 'higher',
    periodRule: 'asRun',
    transforms: [],
    method: startingMethod,
    missing: null,
    notApplicable: null,
    adjustmentCap: null,
    article: '',
  };
}

/** A new block with one item, since no block may be empty. */
export function newBlock(key: string, itemKey: string) {
  return {
    kind: 'block',
    key,
    ...givenNames.newBlock,
    weight: 10,
    full: null,
    aggregation: 'sum',
    weightTotal: null,
    renormalise: true,
    adjustmentCap: null,
    article: '',
    parts: [newItem(itemKey)],
  };
}
