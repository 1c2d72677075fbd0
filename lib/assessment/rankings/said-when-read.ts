import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import type { AcrossDefinition, ReplacedFigure, TargetAnswer } from '@/lib/assessment/runs/words';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { transformsOf } from '@/lib/assessment/schemes/document/transforms-of';
import type { ItemState, Note } from '@/lib/assessment/words';
import { parsePeriod } from '@/lib/catalogue/periods/period';

/** The states of the items of a unit, as they are stored: those that are scored have none. */
export type StatesStored = Readonly<Record<number, ItemState>>;

type Touching = {
  readonly scheme: Pick<Scheme, 'root'>;
  readonly states: StatesStored;
  /** The replaced figures of the run, of all units. */
  readonly replaced?: readonly ReplacedFigure[] | null;
  /** What the targets of the unit lack, by indicator. */
  readonly answers?: Readonly<Record<string, TargetAnswer>>;
};

/**
 * The notes of a unit, and those that are said when a run is read and not by the engine, so that rankings published before
 * say them too and their fingerprints stay: items left out for want of peers, items by targets that the unit disputes or has not
 * confirmed, and items over figures from before a merger or split.
 */
export function withTouching(
  unit: { readonly code: string; readonly notes: readonly Note[] },
  { scheme, states, replaced, answers = {} }: Touching,
): readonly Note[] {
  const own = replaced?.filter((one) => one.unit === unit.code) ?? [];
  const items = itemsOf(scheme);
  const count = (holds: (item: SchemeItem, state: ItemState) => boolean) =>
    items.filter((item, at) => holds(item, states[at] ?? 'scored')).length;
  const looksBack = (item: SchemeItem, summed: boolean) =>
    replacedIn(item, own).some(({ kind }) => (kind === 'sum') === summed);
  const found = [
    { kind: 'itemsLeftOut' as const, count: count((_, state) => state === 'leftOut') },
    {
      kind: 'targetsUnsettled' as const,
      count: count((item, state) => state === 'scored' && readsTarget(item) && !!answers[item.indicator ?? '']),
    },
    { kind: 'basesSummed' as const, count: count((item, state) => state === 'scored' && looksBack(item, true)) },
    { kind: 'basesLacking' as const, count: count((item) => looksBack(item, false)) },
  ];
  return [
    ...unit.notes,
    ...found.filter((one) => one.count > 0).map(({ kind, count: of }) => ({ kind, values: { count: of } })),
  ];
}

/** The replaced figures of a unit that an item reads. */
export function replacedIn(item: SchemeItem, own: readonly ReplacedFigure[]): readonly ReplacedFigure[] {
  if (own.length === 0) return [];
  const read = [item.indicator, ...transformsOf(item).flatMap(otherIndicators)];
  return own.filter(({ indicator }) => read.includes(indicator));
}

/**
 * The notes of a run, and what is said when it is read: how many items are by targets of the whole year in a shorter period,
 * and one note for each item that looks back over a change of scope.
 */
export function withRunNotes(
  notes: readonly Note[],
  of: {
    readonly scheme: Pick<Scheme, 'root'>;
    readonly periodCode: string;
    readonly across: readonly AcrossDefinition[] | null | undefined;
  },
): readonly Note[] {
  const byTarget = isWholeYear(of.periodCode) ? 0 : itemsOf(of.scheme).filter(readsTarget).length;
  return [
    ...notes,
    ...(byTarget > 0 ? [{ kind: 'yearTargets' as const, values: { count: byTarget } }] : []),
    ...(of.across ?? []).map((values): Note => ({ kind: 'acrossDefinition', values })),
  ];
}

/** Whether the targets of a year are those of this period. */
export const isWholeYear = (periodCode: string) => parsePeriod(periodCode)?.kind === 'year';
