import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import type { FrozenTarget, ReplacedFigure, TargetAnswer } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import { isWholeYear, replacedIn } from './said-when-read';

const replacedNotes = { sum: 'summedBase', merged: 'mergedBase', split: 'splitBase' } as const;

/**
 * The items of a unit, with a note where the target that one was scored by is disputed or not confirmed, or is of the
 * whole year in a shorter period; and where units merged or split since an earlier figure. Said when a run is read and
 * not by the engine, so that stored scores stay.
 */
export function withTargetNotes(
  { scheme, periodCode }: { readonly scheme: Pick<Scheme, 'root'>; readonly periodCode: string },
  items: readonly ItemScore[],
  of: {
    readonly targets: readonly FrozenTarget[];
    readonly answers: Readonly<Record<string, TargetAnswer>>;
    readonly replaced?: readonly ReplacedFigure[];
  },
): ItemScore[] {
  const parts = itemsOf(scheme);
  const isShorter = !isWholeYear(periodCode);
  return items.map((score, at) => {
    const item = parts[at];
    if (!item) return score;
    const target = of.targets.find(({ indicator }) => indicator === item.indicator);
    const isByTarget = target && score.state === 'scored' && readsTarget(item);
    const answer = isByTarget ? of.answers[target.indicator] : undefined;
    const added: Note[] = [
      ...(answer ? [{ kind: answer }] : []),
      ...(isByTarget && isShorter ? [{ kind: 'yearTarget' as const }] : []),
      ...replacedIn(item, of.replaced ?? []).map(({ kind, period, of: units }) => ({
        kind: replacedNotes[kind],
        values: kind === 'sum' ? { period, count: units.length } : { period },
      })),
    ];
    return added.length === 0 ? score : { ...score, notes: [...(score.notes ?? []), ...added] };
  });
}
