import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import type { Term } from './expression';

/** Where a number of a formula is from: a unit that set it, the peers together, the unit's own figures, or the scheme. */
export type Origin = { readonly unit: string } | 'peers' | 'own' | 'scheme';

/** How the engine calls a term that is written under another name here. */
const storedNames: Readonly<Record<string, readonly string[]>> = {
  yearEarlier: ['base'],
  span: ['span', 'below', 'above'],
  average: ['mean'],
};

/**
 * Who or what set a number of a formula. `part` is the key of the part of a blend it stands in. Bounds that are nobody's were
 * given by the scheme when `isGiven`, else taken from the peers.
 */
export function originOf(
  term: Term,
  {
    basis,
    score,
    part,
    isGiven,
  }: { basis: ItemBasis | null; score: ItemScore; part?: string | undefined; isGiven: boolean },
): Origin {
  const start = part === undefined ? '' : `${part}.`;
  const names = (storedNames[term.term] ?? [term.term]).map((name) => `${start}${name}`);
  const unit = names.map((name) => basis?.setBy[name]).find((code) => code !== undefined && code !== '');
  if (unit !== undefined) return { unit };
  if (term.term === 'value' || names.some((name) => score.terms?.[name] !== undefined)) return 'own';
  if (!isGiven && names.some((name) => basis?.terms[name] !== undefined)) return 'peers';
  return 'scheme';
}
