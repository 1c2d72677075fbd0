import { itemNotes } from '@/lib/assessment/explanation/item-notes';
import { missedLines } from '@/lib/assessment/explanation/missed-lines';
import { vetoedBlock } from '@/lib/assessment/explanation/vetoed-block';
import { nodeNamed } from '@/lib/assessment/rankings/result-run';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { UnitResult } from './unit-result';

/** Instead of what a node earned by the ledger, that a veto took it; null where none did. */
function vetoNotes(scheme: Scheme, unit: Pick<UnitResult, 'blocks'>, node: string): readonly [Note] | null {
  const block = vetoedBlock(scheme, unit, node);
  return block && [{ kind: 'takenByVeto', values: { block: block.key } }];
}

/** All notes about a unit, from the total down to its items, each with the part that it concerns. */
export function cardNotes(
  scheme: Scheme,
  unit: Pick<UnitResult, 'notes' | 'blocks' | 'items' | 'adjustments'>,
  { locale, total }: { locale: Locale; total: string },
): { readonly note: Note; readonly about: string }[] {
  const about = (key: string, notes: readonly Note[] = []) =>
    notes.map((note) => ({ note, about: key === '' ? total : nameOf(nodeNamed(scheme, key), locale) }));
  return [
    ...about('', unit.notes),
    ...unit.blocks.flatMap(({ key, notes }) => about(key, notes)),
    ...unit.adjustments.flatMap(({ node, notes }) => about(node, vetoNotes(scheme, unit, node) ?? notes)),
    ...itemsOf(scheme).flatMap((item, at) => {
      const score = unit.items[at];
      const missed = score ? missedLines(item, score, { basis: null, decimals: scheme.decimals }) : [];
      return about(item.key, [...(score ? itemNotes(scheme, item, score) : []), ...missed]);
    }),
  ];
}
