import type { FrozenFigure, FrozenTarget, StoredTerms } from '@/lib/assessment/runs/words';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { BlockScore, ItemScore } from '@/lib/assessment/scoring/words';

/** What a run stored of a unit. */
export type StoredRow = {
  readonly unit: string;
  readonly rank: number | null;
  readonly total: number | null;
  readonly shown: string | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly grade: string | null;
  readonly blocks: readonly BlockScore[];
  readonly items: readonly ItemScore[];
  readonly figures: readonly FrozenFigure[];
  readonly targets: readonly FrozenTarget[];
};

/** What a stored run was computed from: its figures as they stood, whatever was revised since. */
export function storedInputs(
  { period, terms }: { readonly period: string; readonly terms: StoredTerms },
  rows: readonly StoredRow[],
): Inputs {
  return {
    period,
    deadlinePassed: terms.deadlinePassed,
    units: terms.units,
    figures: rows.flatMap(({ unit, figures }) =>
      figures.map(({ indicator, period: of, value, qualifier }) => ({ indicator, unit, period: of, value, qualifier })),
    ),
    targets: rows.flatMap(({ unit, targets }) => targets.map((target) => ({ ...target, unit }))),
    entries: terms.entries,
  };
}
