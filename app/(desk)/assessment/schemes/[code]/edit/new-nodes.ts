import { startingMethod } from '@/lib/assessment/methods/rooms';

const newItemName = { nameZh: '新指标', nameEn: 'New item' };
/** Names that nobody chose: those of an item that was just added, and of the one a scheme begins with. */
export const unchosenNames: readonly unknown[] = [newItemName.nameZh, '第一项指标'];

/** An item that was just added. */
export function newItem(key: string) {
  return {
    kind: 'item',
    key,
    ...newItemName,
    weight: 10,
    indicator: null,
    direction: 'higher',
    transforms: [],
    method: startingMethod,
    missing: null,
    notApplicable: null,
    adjustmentCap: null,
    article: '',
  };
}

/** A block that was just added, with an item in it, for no block is empty. */
export function newBlock(key: string, itemKey: string) {
  return {
    kind: 'block',
    key,
    nameZh: '新板块',
    nameEn: 'New block',
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
