import { blocksOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';

/**
 * The notes of an item as they are shown: the weight of an item that is not applicable goes to the others only where its
 * block renormalises; elsewhere the item earns nothing, and the note says so.
 */
export function itemNotes(scheme: Pick<Scheme, 'root'>, item: SchemeItem, { notes = [] }: Pick<ItemScore, 'notes'>) {
  const block = blocksOf(scheme).find(({ parts }) => parts.some(({ key }) => key === item.key));
  if (!block || block.renormalise) return notes;
  return notes.map(
    (note): Note => (note.kind === 'notApplicableRebased' ? { ...note, kind: 'notApplicableKept' } : note),
  );
}
