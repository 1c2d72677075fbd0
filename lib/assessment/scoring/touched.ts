import type { Scheme, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { Note, NoteKind } from '@/lib/assessment/words';
import type { ItemScore } from './words';

/** The weight of each item in the whole, as parts of 1, in the order of `itemsOf`. */
export function weightsInTotal(scheme: Pick<Scheme, 'root'>): readonly number[] {
  const under = (node: SchemeNode, whole: number): number[] => {
    if (node.kind === 'item') return [whole];
    const all = node.parts.reduce((sum, { weight }) => sum + weight, 0);
    return node.parts.flatMap((part) => under(part, (whole * part.weight) / all));
  };
  return under(scheme.root, 1);
}

/** What of a unit's total does not come from its own exact figures of the period. */
export type Touched = {
  /** The share of the weight with data, in percent; items that do not concern the unit do not count. */
  readonly coverage: number;
  readonly notes: readonly Note[];
};

const clamped: readonly NoteKind[] = ['clampedHigh', 'clampedLow', 'winsorised'];

/** Sums up what touched the items of a unit, so that its row in the ranking can say it. */
export function touchedBy(items: readonly ItemScore[], weights: readonly number[]): Touched {
  const has = (item: ItemScore, kinds: readonly NoteKind[]) => item.notes?.some(({ kind }) => kinds.includes(kind));
  const count = (holds: (item: ItemScore) => boolean | undefined) => items.filter(holds).length;
  let [concerned, covered] = [0, 0];
  items.forEach(({ state }, at) => {
    if (state === 'notApplicable' || state === 'leftOut' || state === 'noTarget') return;
    concerned += weights[at] ?? 0;
    if (state === 'scored') covered += weights[at] ?? 0;
  });
  const coverage = concerned === 0 ? 100 : Math.round((covered / concerned) * 1e11) / 1e9;
  const found: readonly (Note & { readonly values: { readonly count: number } })[] = [
    { kind: 'dataGaps', values: { count: count(({ state }) => state === 'missing'), coverage } },
    { kind: 'noTargets', values: { count: count(({ state }) => state === 'noTarget') } },
    { kind: 'boundsUsed', values: { count: count((item) => has(item, ['boundAsNumber'])) } },
    { kind: 'valuesCarried', values: { count: count((item) => has(item, ['missingCarried'])) } },
    { kind: 'valuesClamped', values: { count: count((item) => has(item, clamped)) } },
    { kind: 'notConcerned', values: { count: count(({ state }) => state === 'notApplicable') } },
  ];
  return { coverage, notes: found.filter(({ values }) => values.count > 0) };
}
