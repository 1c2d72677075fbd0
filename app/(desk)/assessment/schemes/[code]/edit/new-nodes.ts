import { blankMethods } from '@/lib/assessment/schemes/methods/method-fields';

/** An item that was just added. */
export function newItem(key: string, name: string) {
  return {
    kind: 'item',
    key,
    nameZh: name,
    nameEn: name,
    weight: 10,
    indicator: null,
    direction: 'higher',
    transforms: [],
    method: { kind: 'efficacy', ...blankMethods.efficacy },
    missing: null,
    notApplicable: null,
    adjustmentCap: null,
    article: '',
  };
}

/** A block that was just added, with an item in it, for no block is empty. */
export function newBlock(key: string, name: string, itemKey: string, itemName: string) {
  return {
    kind: 'block',
    key,
    nameZh: name,
    nameEn: name,
    weight: 10,
    full: null,
    aggregation: 'sum',
    weightTotal: null,
    renormalise: true,
    adjustmentCap: null,
    article: '',
    parts: [newItem(itemKey, itemName)],
  };
}
