import { type EntryFacts, type EntryField, entryFields, type FieldChange } from '@/lib/monitoring/registers/words';

/** What a step changes, from a day on, of what an entry says on that day; a visit holds from its own day. */
export function changesOf(before: EntryFacts, next: Partial<EntryFacts>, from: string): FieldChange[] {
  return entryFields.flatMap((field) => {
    const value = next[field];
    if (value === undefined || value === before[field]) return [];
    return [{ field, holdsFrom: field === 'visit' ? value : from, value, before: before[field] }];
  });
}

/** What changes say of an entry as the trail keeps it, before and after. */
export function toldChanges(changes: readonly FieldChange[]) {
  const side = (of: 'before' | 'value') =>
    Object.fromEntries(changes.map((change) => [trailField[change.field], change[of]])) as Readonly<
      Record<string, string>
    >;
  return { before: side('before'), after: side('value') };
}

/** The fields of an entry by the words that the trail has for them. */
const trailField: Readonly<Record<EntryField, string>> = {
  state: 'entryState',
  name: 'entryName',
  field: 'entryField',
  grade: 'entryGrade',
  bureau: 'bureauCode',
  street: 'streetCode',
  group: 'entryGroup',
  visit: 'visitedOn',
};
