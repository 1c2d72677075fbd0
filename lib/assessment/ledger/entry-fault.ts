import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { takenBy } from '@/lib/assessment/methods/facts';
import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { EntryKind } from '@/lib/assessment/words';

/** The fields of an entry in the terms of a scheme. `points` is a number or a decimal string. */
export type EntryTerms = {
  readonly kind: EntryKind;
  readonly node: string;
  readonly rule: string;
  readonly points: string | number;
};

export const entryFaults = ['noNode', 'noRule', 'ruleOfNoVeto', 'noPoints', 'pointsOfNone', 'notScoredByHand'] as const;
export type EntryFault = (typeof entryFaults)[number];

/** Whether entries of a kind have points. A veto acts by its rule, and 不适用 takes an item out. */
export function hasPoints(kind: EntryKind): boolean {
  return kind === 'bonus' || kind === 'deduction' || kind === 'score';
}

/** Whether an item without an indicator takes scores by hand and averages them. */
export function isScoredByHand({ indicator, method }: Pick<SchemeItem, 'indicator' | 'method'>): boolean {
  return indicator === null && !isBlend(method) && takenBy(method) === 'score';
}

/** What entries of the ledger may name in a scheme: its blocks, its items and, as an empty key, the total; its veto rules. */
function namesFor(scheme: Scheme): { readonly nodes: ReadonlySet<string>; readonly rules: ReadonlySet<string> } {
  const parts = [...blocksOf(scheme), ...itemsOf(scheme)];
  return {
    nodes: new Set(['', ...parts.map(({ key }) => key)]),
    rules: new Set(scheme.vetoes.map(({ key }) => key)),
  };
}

/** The first field of an entry that does not fit a scheme, with its fault; null when all fit. */
export function entryFault(
  scheme: Scheme,
  { kind, node, rule, points }: EntryTerms,
): { fault: EntryFault; field: string } | null {
  const { nodes, rules } = namesFor(scheme);
  if (kind === 'veto') return rules.has(rule) ? null : { fault: 'noRule', field: 'rule' };
  if (rule !== '') return { fault: 'ruleOfNoVeto', field: 'rule' };
  const item = itemsOf(scheme).find(({ key }) => key === node);
  if (!nodes.has(node)) return { fault: 'noNode', field: 'node' };
  if (kind === 'notApplicable' && !item) return { fault: 'noNode', field: 'node' };
  if (kind === 'score' && !(item && isScoredByHand(item))) return { fault: 'notScoredByHand', field: 'node' };
  const isZero = Number(points) === 0;
  if (!hasPoints(kind)) return isZero ? null : { fault: 'pointsOfNone', field: 'points' };
  return isZero && kind !== 'score' ? { fault: 'noPoints', field: 'points' } : null;
}
