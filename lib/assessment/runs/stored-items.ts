import type { ItemWorkings } from '@/lib/assessment/runs/words';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { ItemState } from '@/lib/assessment/words';

type Numbers = readonly (number | null)[];

/** The items of a unit as they are stored: a list of each of their parts, which repeats no name and is read by its place. */
export type StoredItems = {
  readonly itemValues: Numbers;
  readonly itemTransformed: Numbers;
  readonly itemShares: Numbers;
  readonly itemPoints: Numbers;
  readonly itemWorkings: ItemWorkings;
};

/** The items of a unit in the form in which they are stored. */
export function storedItems(items: readonly ItemScore[]): StoredItems {
  const states: Record<number, ItemState> = {};
  const terms: Record<number, NonNullable<ItemScore['terms']>> = {};
  const notes: Record<number, NonNullable<ItemScore['notes']>> = {};
  items.forEach((item, at) => {
    if (item.state !== 'scored') states[at] = item.state;
    if (item.terms) terms[at] = item.terms;
    if (item.notes) notes[at] = item.notes;
  });
  return {
    itemValues: items.map(({ value }) => value),
    itemTransformed: items.map(({ transformed }) => transformed),
    itemShares: items.map(({ share }) => share),
    itemPoints: items.map(({ points }) => points),
    itemWorkings: { states, terms, notes },
  };
}

/** The items of a unit as the engine gave them. */
export function itemsStored(stored: StoredItems): ItemScore[] {
  const { itemValues, itemTransformed, itemShares, itemPoints, itemWorkings } = stored;
  return itemValues.map((value, at) => {
    const terms = itemWorkings.terms[at];
    const notes = itemWorkings.notes[at];
    return {
      state: itemWorkings.states[at] ?? 'scored',
      value,
      transformed: itemTransformed[at] ?? null,
      share: itemShares[at] ?? null,
      points: itemPoints[at] ?? null,
      ...(terms && { terms }),
      ...(notes && { notes }),
    };
  });
}
