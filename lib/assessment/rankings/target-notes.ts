import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import type { FrozenTarget, TargetAnswer } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import { parsePeriod } from '@/lib/catalogue/periods/period';

/**
 * The items of a unit, with a note where the target that one was scored by is disputed or not confirmed, or is of the
 * whole year in a shorter period. Said when a run is read and not by the engine, so that stored scores stay.
 */
export function withTargetNotes(
  { scheme, periodCode }: { readonly scheme: Pick<Scheme, 'root'>; readonly periodCode: string },
  items: readonly ItemScore[],
  of: { readonly targets: readonly FrozenTarget[]; readonly answers: Readonly<Record<string, TargetAnswer>> },
): ItemScore[] {
  const parts = itemsOf(scheme);
  const isShorter = parsePeriod(periodCode)?.kind !== 'year';
  return items.map((score, at) => {
    const item = parts[at];
    const target = of.targets.find(({ indicator }) => indicator === item?.indicator);
    if (!item || !target || score.state !== 'scored' || !readsTarget(item)) return score;
    const answer = of.answers[target.indicator];
    const added: Note[] = [
      ...(answer ? [{ kind: answer }] : []),
      ...(isShorter ? [{ kind: 'yearTarget' as const }] : []),
    ];
    return added.length === 0 ? score : { ...score, notes: [...(score.notes ?? []), ...added] };
  });
}
