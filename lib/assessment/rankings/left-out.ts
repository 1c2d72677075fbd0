import type { ItemState, Note } from '@/lib/assessment/words';

/** The states of the items of a unit, as they are stored: those that are scored have none. */
export type StatesStored = Readonly<Record<number, ItemState>>;

/**
 * The notes of a unit, and one for its items that were left out for want of peers. Said when a run is read and not by the
 * engine, so that rankings published before say it too and their fingerprints stay.
 */
export function withLeftOut(notes: readonly Note[], states: StatesStored): readonly Note[] {
  const count = Object.values(states).filter((state) => state === 'leftOut').length;
  return count === 0 ? notes : [...notes, { kind: 'itemsLeftOut', values: { count } }];
}
