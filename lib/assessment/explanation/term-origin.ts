import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { targetOf } from '@/lib/assessment/methods/facts';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import type { Term } from './expression';

/** The origin of a number in a formula: the unit that set it, all peers, the unit's own figures, its issued target, or the scheme. */
export type Origin = { readonly unit: string } | 'peers' | 'own' | 'issued' | 'scheme';

/** The engine's names of terms that have another name in the formula. */
const storedNames: Readonly<Record<string, readonly string[]>> = {
  yearEarlier: ['base'],
  span: ['span', 'below', 'above'],
  average: ['mean'],
};

/**
 * The origin of a number in a formula. `part` is the key of the part of a blend. Bounds that no unit set come from the
 * scheme when `isGiven`, else from the peers; a target was issued to the unit when `isIssued`.
 */
export function originOf(
  term: Term,
  {
    basis,
    score,
    part,
    isGiven,
    isIssued,
  }: { basis: ItemBasis | null; score: ItemScore; part?: string | undefined; isGiven: boolean; isIssued: boolean },
): Origin {
  const start = part === undefined ? '' : `${part}.`;
  const names = (storedNames[term.term] ?? [term.term]).map((name) => `${start}${name}`);
  const unit = names.map((name) => basis?.setBy[name]).find((code) => code !== undefined && code !== '');
  if (unit !== undefined) return { unit };
  if (term.term === 'target') return isIssued ? 'issued' : 'scheme';
  if (term.term === 'value' || names.some((name) => score.terms?.[name] !== undefined)) return 'own';
  if (!isGiven && names.some((name) => basis?.terms[name] !== undefined)) return 'peers';
  return 'scheme';
}

/** Whether a method of an item scores by the target that was issued to the unit, and not by one of the scheme. */
export const isByIssued = (method: PlainMethod | null) => method !== null && targetOf(method) !== null;

/** The issued target that entered the score of an item, of a blend that of its first part by one; null for none. */
export function targetIn({ method }: Pick<SchemeItem, 'method'>, { terms }: Pick<ItemScore, 'terms'>): number | null {
  if (!isBlend(method)) return isByIssued(method) ? (terms?.target ?? null) : null;
  const part = method.parts.find((one) => isByIssued(one.method));
  return part ? (terms?.[`${part.key}.target`] ?? null) : null;
}
