import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ItemState } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';
import { readsTarget } from './targets-needed';
import { type Gaps, gapKinds, type LackingKind, type TargetAnswer } from './words';

type Row = {
  readonly unit: Named;
  /** The states of the items that have another one than scored, by their place. */
  readonly states: Readonly<Record<number, ItemState>>;
  /** The indicators for which the unit has a frozen target. */
  readonly targets: readonly string[];
  /** What the targets of its indicators lack besides being there. */
  readonly answers: Readonly<Record<string, TargetAnswer>>;
  /** The pending items that have no figure or answer, by their place. */
  readonly unreported: readonly number[];
};

/**
 * What is missing in a run after its deadline, by kind, unit and item: figures that a unit should have reported, targets
 * that the office should have set, and answers that should have been given by hand. Kinds without a gap are left out.
 */
export function gapsIn(scheme: Pick<Scheme, 'root'>, rows: readonly Row[]): Gaps[] {
  return listedBy(gapKinds, scheme, rows);
}

/** What is missing in a run; first what its units may still report, last the targets that they have not accepted. */
export function lackingIn(scheme: Pick<Scheme, 'root'>, rows: readonly Row[]): Gaps<LackingKind>[] {
  return listedBy(['awaited', ...gapKinds, 'disputedTarget', 'openTarget'], scheme, rows);
}

function listedBy<Kind extends LackingKind>(
  kinds: readonly Kind[],
  scheme: Pick<Scheme, 'root'>,
  rows: readonly Row[],
): Gaps<Kind>[] {
  const items = itemsOf(scheme).map((item) => ({ indicator: item.indicator, needsTarget: readsTarget(item) }));
  const kindsOf = (row: Row, at: number): readonly LackingKind[] => {
    const [state, item] = [row.states[at], items[at]];
    if (!item || state === 'notApplicable' || state === 'leftOut') return [];
    const lacksTarget = item.needsTarget && item.indicator !== null && !row.targets.includes(item.indicator);
    const answer = item.needsTarget && !lacksTarget ? row.answers[item.indicator ?? ''] : undefined;
    const target: LackingKind[] = [...(lacksTarget ? ['target' as const] : []), ...(answer ? [answer] : [])];
    if (state === 'missing') return [item.indicator === null ? 'answer' : 'figure', ...target];
    // An item that has its figure waits for the target alone.
    const isAwaited = state === 'pending' && (!lacksTarget || row.unreported.includes(at));
    return isAwaited ? ['awaited', ...target] : target;
  };
  return kinds.flatMap((kind): Gaps<Kind>[] => {
    const units = rows
      .map((row) => ({ unit: row.unit, items: [...items.keys()].filter((at) => kindsOf(row, at).includes(kind)) }))
      .filter((row) => row.items.length > 0);
    const count = units.reduce((sum, row) => sum + row.items.length, 0);
    return count === 0 ? [] : [{ kind, count, units }];
  });
}
