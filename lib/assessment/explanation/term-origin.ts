import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import type { Term } from './expression';

/** The origin of a number in a formula: the unit that set it, all peers, the unit's own figures, or the scheme. */
export type Origin = { readonly unit: string } | 'peers' | 'own' | 'scheme';

/** The engine's names of terms that have another name in the formula. */
const storedNames: Readonly<Record<string, readonly string[]>> = {
  yearEarlier: ['base'],
  span: ['span', 'below', 'above'],
  average: ['mean'],
};

/**
 * The origin of a number in a formula. `part` is the key of the part of a blend. Bounds that no unit set come from the
 * scheme when `isGiven`, else from the peers.
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
